// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/ServerStream.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/role.hpp>

#include <array>
#include <functional>
#include <list>
#include <memory>
#include <utility>

namespace engineio {

/// A stream with two writers: Beast's WebSocket layer with its control frames, and a connection with its data
/// frames. Beast writes one frame a call; past it, many queued frames go out in one write, and none is copied. Every
/// write is whole before the next one begins.
class WriteSharedStream {
public:
    using executor_type = ServerStream::executor_type;
    using next_layer_type = ServerStream;

    explicit WriteSharedStream(ServerStream &&stream)
        : m_stream(std::move(stream))
    {
    }

    executor_type get_executor() noexcept { return m_stream.get_executor(); }
    ServerStream &next_layer() noexcept { return m_stream; }

    /// For Beast: the requirements of AsyncReadStream and AsyncWriteStream.
    template <typename Buffers, typename Handler>
    auto async_read_some(const Buffers &buffers, Handler &&handler)
    {
        return m_stream.async_read_some(buffers, std::forward<Handler>(handler));
    }

    template <typename Buffers, typename Handler>
    auto async_write_some(const Buffers &buffers, Handler &&handler)
    {
        return boost::asio::async_initiate<Handler, void(boost::beast::error_code, std::size_t)>(
            [this](auto &&completion, const auto &bytes) {
                writeWhole(bytes, std::forward<decltype(completion)>(completion));
            },
            handler, buffers);
    }

    /// Writes all of the buffers, which must live until `handler(error, bytes)` is called.
    template <typename Buffers, typename Handler>
    void writeWhole(const Buffers &buffers, Handler &&handler)
    {
        // Shared only because a std::function must be copyable.
        const auto completion = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
        auto write = [this, buffers, completion] {
            boost::asio::async_write(m_stream, buffers,
                                     [this, completion](boost::beast::error_code error, std::size_t bytes) {
                                         beginNext();
                                         std::move (*completion)(error, bytes);
                                     });
        };
        if (std::exchange(m_isWriting, true))
            m_waiting.emplace_back(std::move(write));
        else
            write();
    }

    /// Says that nothing more will come and throws away what the client still sends, until it hangs up. To close with
    /// something unread would reset the connection, and a reset swallows a close frame on its way to the client.
    template <typename Handler>
    void drain(Handler &&handler)
    {
        boost::beast::error_code ignored;
        m_stream.socket().shutdown(TcpSocket::shutdown_send, ignored);
        discard(std::make_unique<Discarded>(), std::forward<Handler>(handler));
    }

private:
    using Discarded = std::array<char, 4096>;

    template <typename Handler>
    void discard(std::unique_ptr<Discarded> discarded, Handler &&handler)
    {
        const auto buffer = boost::asio::buffer(*discarded);
        m_stream.socket().async_read_some(
            buffer, [this, discarded = std::move(discarded),
                     handler = std::forward<Handler>(handler)](boost::beast::error_code error, std::size_t) mutable {
                if (!error)
                    return discard(std::move(discarded), std::move(handler));
                m_stream.close();
                handler(error == boost::asio::error::eof ? boost::beast::error_code() : error);
            });
    }

    void beginNext()
    {
        if (m_waiting.empty()) {
            m_isWriting = false;
            return;
        }
        const auto write = std::move(m_waiting.front());
        m_waiting.pop_front();
        write();
    }

    ServerStream m_stream;
    bool m_isWriting = false;
    std::list<std::function<void()>> m_waiting; ///< nearly always empty, and then without memory of its own
};

/// What Beast needs to end the connection below it; what it would do by itself reads only once. TLS is not told: the
/// close frames have said it all.
template <typename Handler>
void async_teardown(boost::beast::role_type, WriteSharedStream &stream, Handler &&handler)
{
    stream.drain(std::forward<Handler>(handler));
}

} // namespace engineio
