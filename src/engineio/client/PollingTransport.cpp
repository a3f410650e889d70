// SPDX-License-Identifier: MIT
#include "engineio/client/PollingTransport.h"

#include "engineio/Packet.h"
#include "engineio/client/Endpoint.h"
#include "engineio/client/OneTimeBody.h"
#include "engineio/client/ProxyChoice.h"
#include "engineio/client/SocketFailure.h"
#include "engineio/client/TlsFacts.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace engineio {

namespace {

/// How long the last packets may take.
constexpr std::chrono::seconds goodbye{2};

/// One answer may carry many packets; but not without end.
constexpr qint64 mostPayloadsInAnswer = 16;

} // namespace

PollingTransport::PollingTransport(const QByteArray &origin, const QNetworkProxy &proxy, const QSslConfiguration &tls,
                                   QObject *parent)
    : ClientTransport(parent)
    , m_origin(origin)
    , m_proxy(proxy)
    , m_tls(tls)
{
    connect(&m_network, &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *, const QList<QSslError> &errors) { m_tlsErrors = errors; });
}

PollingTransport::~PollingTransport()
{
    abortRequests();
}

void PollingTransport::open(const QUrl &endpoint, const QString &sid)
{
    m_endpoint = endpoint;
    m_endpoint.setScheme(isSecure(endpoint) ? QStringLiteral("https") : QStringLiteral("http"));
    m_handshake.sid = sid;
    const bool forwarded = isForwarded(m_endpoint, m_proxy);
    QNetworkProxy proxy = forwarded ? m_proxy : tunnelling(m_proxy);
    if (forwarded && !proxy.user().isEmpty()) {
        // Given at once: else every first request would be refused and repeated, and none must be sent twice.
        const QString credentials = proxy.user() + u':' + proxy.password();
        m_proxyAuthorization = "Basic " + credentials.toUtf8().toBase64();
        proxy.setUser({});
        proxy.setPassword({});
    }
    m_network.setProxy(proxy);
    poll();
}

void PollingTransport::setHandshake(const Handshake &handshake)
{
    m_handshake = handshake;
}

void PollingTransport::send(const QByteArray &frame, FrameKind kind)
{
    m_unsent.append({kind, frame});
    // Later in this turn of the event loop: what is sent together goes together.
    if (!std::exchange(m_flushIsDue, true))
        QMetaObject::invokeMethod(this, &PollingTransport::flush, Qt::QueuedConnection);
}

void PollingTransport::pause()
{
    m_state = State::Pausing;
    stepAside();
}

void PollingTransport::resume()
{
    m_state = State::Running;
    if (!m_poll)
        poll();
    flush();
}

QList<Frame> PollingTransport::takeUnsent()
{
    return std::exchange(m_unsent, {});
}

void PollingTransport::closeAndDelete()
{
    const bool isOpen = m_state == State::Running || m_state == State::Pausing;
    const bool sayGoodbye = isOpen && !m_handshake.sid.isEmpty();
    m_state = State::Closing;
    setParent(nullptr);
    if (thread()->isFinished()) { // and deletes what is left in it: nothing that is posted now would come any more
        delete this;
        return;
    }
    if (!sayGoodbye) {
        abortRequests();
        deleteLater();
        return;
    }
    m_unsent.append({FrameKind::Text, encode(PacketType::Close)});
    connect(thread(), &QThread::finished, this, &QObject::deleteLater);
    QTimer::singleShot(goodbye, this, &QObject::deleteLater);
    flush();
}

QNetworkRequest PollingTransport::request() const
{
    QNetworkRequest request(endpointFor(m_endpoint, name(), m_handshake.sid));
    request.setSslConfiguration(m_tls);
    request.setRawHeader("Origin", m_origin);
    if (!m_proxyAuthorization.isEmpty())
        request.setRawHeader("Proxy-Authorization", m_proxyAuthorization);
    // Where a redirection points nobody has been asked for, and the session is not there.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(int((m_handshake.pingInterval + m_handshake.pingTimeout).count()));
    return request;
}

QNetworkReply *PollingTransport::watch(QNetworkReply *reply)
{
    // QNetworkAccessManager quietly repeats a request whose connection breaks. The answer to the first one may have
    // been on its way: packets would be lost or doubled, and nobody would know.
    connect(reply, &QNetworkReply::requestSent, this, [this, sent = 0]() mutable {
        if (++sent > 1)
            end({.message = QStringLiteral("the connection was lost during a request")});
    });
    return reply;
}

void PollingTransport::poll()
{
    m_poll = watch(m_network.get(request()));
    connect(m_poll, &QNetworkReply::readyRead, this, [this, reply = m_poll] {
        if (reply->bytesAvailable() > mostPayloadsInAnswer * m_handshake.maxPayload)
            end({.kind = Failure::Kind::Protocol, .message = QStringLiteral("a message was larger than allowed")});
    });
    connect(m_poll, &QNetworkReply::finished, this, [this, reply = m_poll] { onPolled(*reply); });
}

void PollingTransport::onPolled(QNetworkReply &reply)
{
    m_poll = nullptr;
    reply.deleteLater();
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    if (const auto failure = failureOf(reply)) {
        end(*failure);
        return;
    }
    const QByteArray payload = reply.readAll();
    m_traffic.bytesIn += payload.size();
    // The next request is on its way while the packets are looked at; the first one has to wait for the session's id.
    if (m_handshake.sid.isEmpty()) {
        Q_EMIT opened();
        deliver(payload);
        if (m_state == State::Running)
            poll();
    } else {
        if (m_state == State::Running)
            poll();
        deliver(payload);
    }
    stepAside();
}

void PollingTransport::deliver(const QByteArray &payload)
{
    PayloadReader reader(payload);
    while (!reader.atEnd() && m_state != State::Closing && m_state != State::Ended) {
        const auto frame = reader.next();
        if (!frame) {
            end({.kind = Failure::Kind::Protocol,
                 .message = QStringLiteral("the server sent a payload that is not Engine.IO")});
            return;
        }
        Q_EMIT frameReceived(frame->kind, frame->data);
    }
}

void PollingTransport::flush()
{
    m_flushIsDue = false;
    const bool maySend = m_state == State::Running || m_state == State::Closing;
    if (!maySend || m_post || m_unsent.isEmpty() || m_handshake.sid.isEmpty())
        return;
    QByteArray payload;
    // A frame that is too large by itself goes alone: that is for the server to refuse. So does the close packet, as
    // from the reference: its server acts on a close before the messages next to it.
    const auto isGoodbye = [this] { return m_state == State::Closing && m_unsent.size() == 1; };
    do
        appendToPayload(payload, m_unsent.takeFirst());
    while (!m_unsent.isEmpty() && !isGoodbye() &&
           payload.size() + payloadCost(m_unsent.first()) <= m_handshake.maxPayload);
    m_traffic.bytesOut += payload.size();

    QNetworkRequest post = request();
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain;charset=UTF-8"));
    post.setHeader(QNetworkRequest::ContentLengthHeader, payload.size());
    post.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new OneTimeBody(payload);
    m_post = watch(m_network.post(post, body));
    body->setParent(m_post);
    connect(m_post, &QNetworkReply::finished, this, [this, reply = m_post] { onPosted(*reply); });
}

void PollingTransport::onPosted(QNetworkReply &reply)
{
    m_post = nullptr;
    reply.deleteLater();
    if (m_state == State::Ended)
        return;
    const auto failure = failureOf(reply);
    if (m_state == State::Closing && (failure || m_unsent.isEmpty())) {
        abortRequests();
        deleteLater();
    } else if (failure) {
        end(*failure);
    } else {
        flush();
        stepAside();
    }
}

void PollingTransport::stepAside()
{
    if (m_state != State::Pausing || m_poll || m_post)
        return;
    m_state = State::Paused;
    Q_EMIT paused();
}

void PollingTransport::end(const Failure &failure)
{
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    m_state = State::Ended;
    abortRequests();
    Q_EMIT ended(failure);
}

void PollingTransport::abortRequests()
{
    for (QNetworkReply *reply : {std::exchange(m_poll, nullptr), std::exchange(m_post, nullptr)}) {
        if (!reply)
            continue;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

std::optional<Failure> PollingTransport::failureOf(QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_tlsErrors.isEmpty())
        return tlsFailure(m_tlsErrors, m_endpoint.host());
    if (reply.error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return replyFailure(reply, m_proxy);
    if (status != 0 && status != 200) {
        constexpr qint64 enough = 200;
        return Failure{.kind = Failure::Kind::Http,
                       .message = QStringLiteral("could not connect: the server answered with %1: %2")
                                      .arg(status)
                                      .arg(QString::fromUtf8(reply.isReadable() ? reply.read(enough) : QByteArray())),
                       .httpStatus = status};
    }
    if (reply.error() != QNetworkReply::NoError)
        return replyFailure(reply, m_proxy);
    return std::nullopt;
}

} // namespace engineio
