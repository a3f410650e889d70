// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <memory>
#include <utility>
#include <variant>

namespace engineio {

using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

/// A client's TCP connection with or without TLS; everything above is the same for both. It may be moved only while
/// nothing is under way.
class ServerStream {
public:
    using executor_type = TcpSocket::executor_type;

    explicit ServerStream(TcpSocket socket)
        : m_layer(std::move(socket))
    {
    }
    ServerStream(TcpSocket socket, boost::asio::ssl::context &tls)
        : m_layer(std::make_unique<TlsStream>(std::move(socket), tls))
    {
    }

    TcpSocket &socket() { return isTls() ? tls().next_layer() : std::get<TcpSocket>(m_layer); }
    executor_type get_executor() noexcept { return socket().get_executor(); }
    [[nodiscard]] bool isTls() const { return std::holds_alternative<std::unique_ptr<TlsStream>>(m_layer); }

    /// With TLS only.
    template <typename Handler>
    void handshake(Handler &&handler)
    {
        tls().async_handshake(boost::asio::ssl::stream_base::server, std::forward<Handler>(handler));
    }

    template <typename Buffers, typename Handler>
    auto async_read_some(const Buffers &buffers, Handler &&handler)
    {
        if (isTls())
            return tls().async_read_some(buffers, std::forward<Handler>(handler));
        return std::get<TcpSocket>(m_layer).async_read_some(buffers, std::forward<Handler>(handler));
    }

    template <typename Buffers, typename Handler>
    auto async_write_some(const Buffers &buffers, Handler &&handler)
    {
        if (isTls())
            return tls().async_write_some(buffers, std::forward<Handler>(handler));
        return std::get<TcpSocket>(m_layer).async_write_some(buffers, std::forward<Handler>(handler));
    }

    /// Ends the connection at once; whatever is under way fails.
    void close()
    {
        boost::system::error_code ignored;
        socket().close(ignored);
    }

private:
    using TlsStream = boost::asio::ssl::stream<TcpSocket>;

    TlsStream &tls() { return *std::get<std::unique_ptr<TlsStream>>(m_layer); }

    std::variant<TcpSocket, std::unique_ptr<TlsStream>> m_layer; ///< TLS keeps 34 KiB of buffers: only where there is
};

/// For Beast.
inline void beast_close_socket(ServerStream &stream)
{
    stream.close();
}

} // namespace engineio
