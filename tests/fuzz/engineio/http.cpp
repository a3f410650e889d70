// SPDX-License-Identifier: MIT
// The HTTP and WebSocket framing of a real server on loopback: any bytes on a connection, and on the next one after a
// line `===`; `$SID` stands for the session that was opened last. The server answers and ends each connection; it
// neither crashes nor keeps one whose client has no more to say.
#include "engineio/server/Server.h"
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
        : m_server({.pingInterval = std::chrono::milliseconds(500), // sessions that are left behind end soon
                    .pingTimeout = std::chrono::milliseconds(500),
                    .upgradeTimeout = std::chrono::milliseconds(200),
                    .maxPayload = 4'096,
                    .maxHttpBody = 1'024})
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

    /// What the server said to it until it hung up.
    QByteArray talk(QByteArrayView bytes)
    {
        boost::system::error_code error;
        tcp::socket socket(m_io);
        socket.connect(m_endpoint, error);
        fuzz::require(!error);
        // The server may hang up before everything is written; what counts is that it hangs up at last.
        boost::asio::write(socket, boost::asio::buffer(bytes.data(), std::size_t(bytes.size())), error);
        socket.shutdown(tcp::socket::shutdown_send, error);
        std::array<char, 4'096> answer{};
        QByteArray said;
        do {
            error.clear();
            const auto size = socket.read_some(boost::asio::buffer(answer), error);
            said.append(answer.data(), qsizetype(size));
        } while (!error);
        return said;
    }

private:
    Server m_server;
    boost::asio::io_context m_io;
    tcp::endpoint m_endpoint;
};

QByteArray sidIn(const QByteArray &answer)
{
    static const QByteArray before = "\"sid\":\"";
    const auto at = answer.indexOf(before);
    return at < 0 ? QByteArray() : answer.mid(at + before.size()).split('"').first();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Target target;
    static const QByteArray next = "\n===\n";
    const QByteArray input = fuzz::viewOf(data, size).toByteArray();
    QByteArray sid;
    for (qsizetype at = 0; at <= input.size();) {
        const qsizetype end = input.indexOf(next, at);
        QByteArray part = input.mid(at, end < 0 ? -1 : end - at);
        const QByteArray opened = sidIn(target.talk(part.replace("$SID", sid)));
        if (!opened.isEmpty())
            sid = opened;
        at = end < 0 ? input.size() + 1 : end + next.size();
    }
    return 0;
}
