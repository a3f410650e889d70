// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/LoginRequest.h"

#include "dialect/FailureWords.h"
#include "dialect/NetworkAccess.h"
#include "dialect/ServerAddress.h"
#include "domain/Json.h"
#include "engineio/client/SocketFailure.h"
#include "engineio/client/TlsFacts.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QPromise>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace frontdesk::dialect {

namespace {

using L = QLatin1String;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds timeout = 20s;
constexpr qint64 largestAnswer = 64 * 1024;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

Login readLogin(FieldReader &fields)
{
    Credentials credentials{.token = fields.text(L("token"), FieldReader::longestText),
                            .expiresAt = fields.integer(L("expiresAt")),
                            .refreshToken = fields.optionalText(L("refreshToken"), FieldReader::longestText),
                            .refreshExpiresAt = fields.optionalInteger(L("refreshExpiresAt")).value_or(0)};
    return {std::move(credentials), fields.nested(L("user"), readUser)};
}

Error unexpected(const QUrl &server)
{
    return {QStringLiteral("server.unexpected"),
            Words::tr("What answers at %1 is not a Frontdesk server").arg(server.toString())};
}

/// The answer's JSON, when the server says 200.
Result<QJsonObject> answerOf(QNetworkReply &reply, const QNetworkProxy &proxy, const QList<QSslError> &tlsErrors)
{
    const QUrl server = reply.url().adjusted(QUrl::RemovePath);
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const engineio::Failure failure =
        tlsErrors.isEmpty() ? engineio::replyFailure(reply, proxy) : engineio::tlsFailure(tlsErrors, server.host());
    if (failure.kind == engineio::Failure::Kind::Tls || failure.kind == engineio::Failure::Kind::Proxy)
        return errorOf(failure, server);
    if (!status.isValid())
        return Error{QStringLiteral("server.unreachable"),
                     Words::tr("%1 cannot be reached: %2").arg(server.toString(), reply.errorString())};

    const QJsonObject answer =
        QJsonDocument::fromJson(reply.isReadable() ? reply.read(largestAnswer) : QByteArray()).object();
    if (answer[L("error")].isObject())
        return readError(answer[L("error")].toObject());
    return status.toInt() == 200 ? Result<QJsonObject>(answer) : unexpected(server);
}

Result<Login> loginFrom(const Result<QJsonObject> &answer, const QUrl &server)
{
    if (!answer)
        return answer.error();
    auto login = decode(answer.value(), readLogin);
    return login ? login : unexpected(server);
}

QFuture<Result<QJsonObject>> post(QNetworkAccessManager &network, const QUrl &server, const QString &path,
                                  const QByteArray &authorization, const QJsonObject &body)
{
    auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    promise->start();
    if (const auto refusal = refusalOf(server)) {
        promise->addResult(*refusal);
        promise->finish();
        return promise->future();
    }

    QUrl url = server;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    // A secret is never sent on to where somebody points.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(timeout.count()));

    QNetworkReply *reply = network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > largestAnswer)
            reply->abort();
    });
    const auto tlsErrors = std::make_shared<QList<QSslError>>();
    QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                     [tlsErrors](const QList<QSslError> &errors) { *tlsErrors = errors; });
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, proxy = network.proxy(), tlsErrors, promise] {
        reply->deleteLater();
        promise->addResult(answerOf(*reply, proxy, *tlsErrors));
        promise->finish();
    });
    return promise->future();
}

} // namespace

QFuture<Result<Login>> logIn(QNetworkAccessManager &network, const QUrl &server, const QString &name,
                             const QString &password, const QString &device)
{
    const QJsonObject body{{L("name"), name}, {L("password"), password}, {L("device"), device}};
    return post(network, server, QStringLiteral("/api/login"), {}, body)
        .then(&network, [server](const Result<QJsonObject> &answer) { return loginFrom(answer, server); });
}

QFuture<Result<Login>> refresh(QNetworkAccessManager &network, const QUrl &server, const QString &refreshToken)
{
    return post(network, server, QStringLiteral("/api/refresh"), {}, {{L("refreshToken"), refreshToken}})
        .then(&network, [server](const Result<QJsonObject> &answer) { return loginFrom(answer, server); });
}

RefreshFunction refreshingAt(const QUrl &server, std::shared_ptr<const SharedNetworkSettings> network)
{
    if (!network)
        network = std::make_shared<const SharedNetworkSettings>();
    // Made at the first use: in the thread that uses it.
    const auto manager = std::make_shared<std::unique_ptr<NetworkAccess>>();
    return [server, network = std::move(network), manager](const QString &refreshToken) {
        if (!*manager)
            *manager = std::make_unique<NetworkAccess>(network);
        return refresh(**manager, server, refreshToken);
    };
}

QFuture<Result<Done>> logOut(QNetworkAccessManager &network, const QUrl &server, const Credentials &credentials)
{
    // The refresh token lives longer; without one the token is all there is.
    const bool renewable = !credentials.refreshToken.isEmpty();
    const QByteArray authorization = renewable ? QByteArray() : "Bearer " + credentials.token.toUtf8();
    const QJsonObject body = renewable ? QJsonObject{{L("refreshToken"), credentials.refreshToken}} : QJsonObject();
    return post(network, server, QStringLiteral("/api/logout"), authorization, body)
        .then(&network, [](const Result<QJsonObject> &answer) -> Result<Done> {
            if (!answer)
                return answer.error();
            return Done{};
        });
}

} // namespace frontdesk::dialect
