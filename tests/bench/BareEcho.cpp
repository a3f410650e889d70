// SPDX-License-Identifier: GPL-3.0-or-later
#include "BareEcho.h"

#include "Account.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

namespace bench {

std::optional<std::vector<double>> echoBarely(int count, const std::function<QString(int)> &textOf)
{
    QThread thread;
    QWebSocketServer server(QStringLiteral("echo"), QWebSocketServer::NonSecureMode);
    if (!server.listen(QHostAddress::LocalHost)) {
        return {};
    }
    const QUrl url = server.serverUrl();
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        QWebSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QWebSocket::textMessageReceived, socket,
                         [socket](const QString &text) { socket->sendTextMessage(text); });
        QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    });
    server.moveToThread(&thread);
    thread.start();

    std::vector<double> latencies;
    {
        QWebSocket client;
        int received = 0;
        QObject::connect(&client, &QWebSocket::textMessageReceived, &client, [&received] { ++received; });
        client.open(url);
        if (waitUntil([&client] { return client.state() == QAbstractSocket::ConnectedState; })) {
            for (int index = 0; index < count; ++index) {
                QElapsedTimer timer;
                timer.start();
                client.sendTextMessage(textOf(index));
                if (!waitUntil([&] { return received > index; })) {
                    break;
                }
                latencies.push_back(double(timer.nsecsElapsed()) / 1e6);
            }
        }
    }
    QMetaObject::invokeMethod(
        &server,
        [&server, home = QThread::currentThread()] {
            server.close();
            server.moveToThread(home);
        },
        Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    if (latencies.size() != size_t(count)) {
        return {};
    }
    return latencies;
}

} // namespace bench
