// SPDX-License-Identifier: MIT
#include "engineio/WebSocketTransport.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkRequest>

namespace engineio {

namespace {

/// How long the other side may take to answer a close frame.
constexpr std::chrono::seconds goodbye{2};

} // namespace

WebSocketTransport::WebSocketTransport(const QString &origin, QObject *parent)
    : ClientTransport(parent)
    , m_socket(origin)
{
    setMaxPayload(defaultMaxPayload);
    connect(&m_socket, &QWebSocket::connected, this, [this] { m_wasOpen = true; });
    // Before closeAndDelete only the other side's close frame brings this; without one the close code means nothing.
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_gotCloseFrame = true; });
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT frameReceived(FrameKind::Text, text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { Q_EMIT frameReceived(FrameKind::Binary, bytes); });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { end(closeReason()); });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto errorSignal = &QWebSocket::errorOccurred;
#else
    const auto errorSignal = QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error);
#endif
    // Queued: it comes from within the socket's reading, which must not find the socket closed afterwards.
    connect(
        &m_socket, errorSignal, this, [this](QAbstractSocket::SocketError) { end(closeReason()); },
        Qt::QueuedConnection);
}

void WebSocketTransport::open(const QUrl &endpoint)
{
    QUrl url = endpoint;
    if (url.scheme() == QLatin1String("http"))
        url.setScheme(QStringLiteral("ws"));
    else if (url.scheme() == QLatin1String("https"))
        url.setScheme(QStringLiteral("wss"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("EIO"), QStringLiteral("4"));
    query.addQueryItem(QStringLiteral("transport"), name());
    url.setQuery(query);
    m_socket.open(url);
}

void WebSocketTransport::sendText(const QByteArray &frame)
{
    m_socket.sendTextMessage(QString::fromUtf8(frame));
}

void WebSocketTransport::closeAndDelete()
{
    m_ended = true;
    setParent(nullptr);
    if (m_socket.state() == QAbstractSocket::ConnectedState) {
        connect(&m_socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
        connect(thread(), &QThread::finished, this, &QObject::deleteLater);
        QTimer::singleShot(goodbye, this, &QObject::deleteLater);
        m_socket.close();
    } else {
        m_socket.abort();
        deleteLater();
    }
}

void WebSocketTransport::setMaxPayload(qint64 bytes)
{
    m_socket.setMaxAllowedIncomingFrameSize(quint64(bytes));
    m_socket.setMaxAllowedIncomingMessageSize(quint64(bytes));
}

void WebSocketTransport::end(const QString &reason)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT ended(reason);
}

QString WebSocketTransport::closeReason() const
{
    if (!m_wasOpen)
        return QStringLiteral("could not connect: %1").arg(m_socket.errorString());
    if (!m_gotCloseFrame)
        return QStringLiteral("the connection was lost: %1").arg(m_socket.errorString());
    if (m_socket.closeCode() == QWebSocketProtocol::CloseCodeTooMuchData)
        return QStringLiteral("a message was larger than allowed");
    return QStringLiteral("the server closed the connection");
}

} // namespace engineio
