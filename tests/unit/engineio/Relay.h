// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QPointer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

/// Something between client and server that looks at the first request of each connection, as proxies and firewalls
/// do. Listens on a free port of this machine, in the test's own thread.
class Relay : public QTcpServer {
public:
    enum class Verdict { Pass, Forbid, Reset, Swallow };

    explicit Relay(quint16 serverPort)
        : m_serverPort(serverPort)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(errorString()));
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                adopt(client);
        });
    }

    static bool isWebSocket(const QByteArray &head) { return head.contains("transport=websocket"); }

    /// What becomes of a connection that begins with `head`.
    std::function<Verdict(const QByteArray &head)> judge = [](const QByteArray &) { return Verdict::Pass; };
    QList<QByteArray> heads; ///< of all connections

private:
    void adopt(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client] {
            if (client->property("judged").toBool() || !client->peek(8192).contains("\r\n\r\n"))
                return;
            client->setProperty("judged", true);
            heads.append(client->peek(8192));
            switch (judge(heads.constLast())) {
            case Verdict::Pass:
                join(client);
                break;
            case Verdict::Forbid:
                client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                client->disconnectFromHost();
                break;
            case Verdict::Reset:
                client->abort();
                break;
            case Verdict::Swallow:
                break;
            }
        });
    }

    void join(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, m_serverPort);
        const auto pour = [](QTcpSocket *from, QTcpSocket *to) { to->write(from->readAll()); };
        connect(client, &QTcpSocket::readyRead, server, [=] { pour(client, server); });
        connect(server, &QTcpSocket::readyRead, client, [=] { pour(server, client); });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        pour(client, server);
    }

    quint16 m_serverPort;
};
