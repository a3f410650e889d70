// SPDX-License-Identifier: MIT
// The HTTP and WebSocket framing of a real server on loopback: any bytes on a connection. The server answers and ends
// it; it neither crashes nor keeps the connection once its client has no more to say.
#include "engineio/Server.h"
#include "fuzz/engineio/Input.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

using namespace engineio;
using boost::asio::ip::tcp;

namespace {

class Target {
public:
    Target()
        : m_server({.upgradeTimeout = std::chrono::milliseconds(200), .maxPayload = 4'096, .maxHttpBody = 1'024})
    {
        m_server.setConnectionHandler(QStringLiteral("/e/"), [](const std::shared_ptr<Connection> &connection) {
            const std::weak_ptr<Connection> weak = connection;
            connection->onMessage = [weak](FrameKind kind, QByteArrayView payload) {
                const auto strong = weak.lock();
                if (!strong)
                    return;
                if (payload == "bye")
                    strong->close(QStringLiteral("asked to"));
                else
                    strong->send(kind == FrameKind::Text ? '4' + payload.toByteArray() : payload.toByteArray(), kind);
            };
        });
        m_server.setHttpHandler([](const HttpRequest &request, const HttpResponder &respond) {
            respond({.contentType = "text/plain", .body = request.body});
        });
        const auto listening = m_server.listen(QStringLiteral("127.0.0.1"), 0);
        fuzz::require(listening.error.isEmpty());
        m_endpoint = {boost::asio::ip::address_v4::loopback(), listening.port};
    }

    void talk(QByteArrayView bytes)
    {
        boost::system::error_code error;
        tcp::socket socket(m_io);
        socket.connect(m_endpoint, error);
        fuzz::require(!error);
        // The server may hang up before everything is written; what counts is that it hangs up at last.
        boost::asio::write(socket, boost::asio::buffer(bytes.data(), std::size_t(bytes.size())), error);
        socket.shutdown(tcp::socket::shutdown_send, error);
        std::array<char, 4'096> answer{};
        while (!error || error == boost::asio::error::not_connected) {
            error.clear();
            socket.read_some(boost::asio::buffer(answer), error);
        }
    }

private:
    Server m_server;
    boost::asio::io_context m_io;
    tcp::endpoint m_endpoint;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Target target;
    target.talk(fuzz::viewOf(data, size));
    return 0;
}
