// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Packet.h"
#include "engineio/server/Server.h"

#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <atomic>

/// A real Engine.IO server on a free port that sends back what it gets. "storm N" is answered with the texts "0" to
/// "N-1", each a task of its own, so that other packets come between.
class EchoServer {
public:
    explicit EchoServer(const engineio::ServerOptions &options = {})
        : m_server(options)
        , m_isSecure(options.tls)
    {
        m_server.setConnectionHandler(
            QStringLiteral("/engine.io/"), [this](const std::shared_ptr<engineio::Connection> &connection) {
                ++opened;
                connection->onMessage = [this, weak = std::weak_ptr(connection)](engineio::FrameKind kind,
                                                                                 QByteArrayView payload) {
                    const auto open = weak.lock();
                    if (payload.startsWith("storm "))
                        storm(open, payload.sliced(6).toByteArray().toInt(), 0);
                    else if (kind == engineio::FrameKind::Text)
                        open->send(engineio::encode(engineio::PacketType::Message, payload));
                    else
                        open->send(payload.toByteArray(), kind);
                };
                connection->onClose = [this](const QString &) { ++closed; };
            });
        const auto listening = m_server.listen(QStringLiteral("127.0.0.1"), 0);
        if (!listening.error.isEmpty())
            qFatal("%s", qPrintable(listening.error));
        port = listening.port;
    }
    ~EchoServer() { m_server.stop(); }

    [[nodiscard]] QUrl url() const { return urlAt(port); }
    /// The same through something that listens at another port.
    [[nodiscard]] QUrl urlAt(quint16 otherPort) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2")
                        .arg(m_isSecure ? QStringLiteral("https") : QStringLiteral("http"))
                        .arg(otherPort));
    }

    std::atomic<int> opened = 0;
    std::atomic<int> closed = 0;
    quint16 port = 0;

private:
    void storm(const std::weak_ptr<engineio::Connection> &weak, int count, int next)
    {
        const auto open = weak.lock();
        if (!open || next == count)
            return;
        open->send(engineio::encode(engineio::PacketType::Message, QByteArray::number(next)));
        m_server.post([this, weak, count, next] { storm(weak, count, next + 1); });
    }

    engineio::Server m_server;
    bool m_isSecure;
};
