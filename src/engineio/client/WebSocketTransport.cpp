// SPDX-License-Identifier: MIT
#include "engineio/client/WebSocketTransport.h"

#include "engineio/client/Endpoint.h"
#include "engineio/client/ProxyChoice.h"
#include "engineio/client/SocketFailure.h"
#include "engineio/client/TlsFacts.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace engineio {

namespace {

/// How long the other side may take to answer a close frame.
constexpr std::chrono::seconds goodbye{2};

/// More than this waits: the network does not keep up.
constexpr qint64 mostBytesWaiting = 64 * 1024;

/// QWebSocket tells the status of an answer that refuses the handshake only within its (translatable) words, as
/// "403 (Forbidden)".
int statusIn(const QString &words)
{
    static const QRegularExpression status(QStringLiteral("\\b([1-5][0-9]{2}) \\("));
    return status.match(words).captured(1).toInt();
}

} // namespace

WebSocketTransport::WebSocketTransport(const QByteArray &origin, const QNetworkProxy &proxy,
                                       const QSslConfiguration &tls, QObject *parent)
    : ClientTransport(parent)
    , m_socket(QString::fromLatin1(origin))
{
    m_socket.setProxy(tunnelling(proxy));
    m_socket.setSslConfiguration(tls);
    setHandshake({});
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_wasOpen = true;
        Q_EMIT opened();
    });
    // Before closeAndDelete only the other side's close frame brings this; without one the close code means nothing.
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_gotCloseFrame = true; });
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { receive(FrameKind::Text, text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { receive(FrameKind::Binary, bytes); });
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    // Queued: writing may find that the connection is gone, and nobody is told from within the call that sends.
    connect(
        &m_socket, &QWebSocket::disconnected, this, [this] { end(closing()); }, Qt::QueuedConnection);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto errorSignal = &QWebSocket::errorOccurred;
#else
    const auto errorSignal = QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error);
#endif
    // Queued: it comes from within the socket's reading, which must not find the socket closed afterwards.
    connect(&m_socket, errorSignal, this, &WebSocketTransport::onError, Qt::QueuedConnection);
}

void WebSocketTransport::open(const QUrl &endpoint, const QString &sid)
{
    m_host = endpoint.host();
    QUrl url = endpointFor(endpoint, name(), sid);
    url.setScheme(isSecure(url) ? QStringLiteral("wss") : QStringLiteral("ws"));
    m_socket.open(url);
}

void WebSocketTransport::send(const QByteArray &frame, FrameKind kind)
{
    m_traffic.bytesOut += frame.size();
    if (kind == FrameKind::Text)
        m_socket.sendTextMessage(QString::fromUtf8(frame));
    else
        m_socket.sendBinaryMessage(frame);
    // QWebSocket would wait for a turn of the event loop of its own.
    m_socket.flush();
}

bool WebSocketTransport::isWritable() const
{
    return m_socket.bytesToWrite() <= mostBytesWaiting;
}

void WebSocketTransport::receive(FrameKind kind, const QByteArray &frame)
{
    m_traffic.bytesIn += frame.size();
    Q_EMIT frameReceived(kind, frame);
}

void WebSocketTransport::closeAndDelete()
{
    m_ended = true;
    setParent(nullptr);
    if (thread()->isFinished()) { // and deletes what is left in it: nothing that is posted now would come any more
        delete this;
        return;
    }
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

void WebSocketTransport::setHandshake(const Handshake &handshake)
{
    m_socket.setMaxAllowedIncomingFrameSize(quint64(handshake.maxPayload));
    m_socket.setMaxAllowedIncomingMessageSize(quint64(handshake.maxPayload));
}

void WebSocketTransport::onError(QAbstractSocket::SocketError error)
{
    end(m_wasOpen ? closing() : refusal(error));
}

void WebSocketTransport::end(const Failure &failure)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT ended(failure);
}

Failure WebSocketTransport::refusal(QAbstractSocket::SocketError error) const
{
    if (!m_tlsErrors.isEmpty())
        return tlsFailure(m_tlsErrors, m_host);
    const QString words = m_socket.errorString();
    // An answer that refuses the handshake is told as a refused connection; the socket itself knows of no error then.
    if (error == QAbstractSocket::ConnectionRefusedError && m_socket.error() != error) {
        return {.kind = Failure::Kind::Http,
                .message = QStringLiteral("could not connect: the server refused WebSocket: %1").arg(words),
                .httpStatus = statusIn(words)};
    }
    return socketFailure(error, words);
}

Failure WebSocketTransport::closing() const
{
    if (!m_wasOpen)
        return refusal(m_socket.error());
    if (!m_gotCloseFrame)
        return {.message = QStringLiteral("the connection was lost: %1").arg(m_socket.errorString())};
    const bool tooLarge = m_socket.closeCode() == QWebSocketProtocol::CloseCodeTooMuchData;
    return {.kind = Failure::Kind::ServerClosed,
            .message = tooLarge ? QStringLiteral("a message was larger than allowed")
                                : QStringLiteral("the server closed the connection"),
            .closeCode = m_socket.closeCode()};
}

} // namespace engineio
