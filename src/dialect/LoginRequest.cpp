// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/LoginRequest.h"

#include "dialect/ServerAddress.h"
#include "domain/Json.h"

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
    return {.token = fields.text(L("token"), FieldReader::longestText),
            .expiresAt = fields.integer(L("expiresAt")),
            .user = fields.nested(L("user"), readUser)};
}

Error unexpected(const QUrl &server)
{
    return {QStringLiteral("server.unexpected"),
            Words::tr("What answers at %1 is not a Frontdesk server").arg(server.toString())};
}

/// The answer's JSON, when the server says 200.
Result<QJsonObject> answerOf(QNetworkReply &reply)
{
    const QUrl server = reply.url().adjusted(QUrl::RemovePath);
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
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
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, promise] {
        reply->deleteLater();
        promise->addResult(answerOf(*reply));
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

QFuture<Result<Done>> logOut(QNetworkAccessManager &network, const QUrl &server, const QString &token)
{
    return post(network, server, QStringLiteral("/api/logout"), "Bearer " + token.toUtf8(), {})
        .then(&network, [](const Result<QJsonObject> &answer) -> Result<Done> {
            if (!answer)
                return answer.error();
            return Done{};
        });
}

} // namespace frontdesk::dialect
