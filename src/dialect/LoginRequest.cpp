// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/LoginRequest.h"

#include "dialect/ServerAddress.h"
#include "domain/Json.h"

#include <QtCore/QCoreApplication>
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

Result<Login> resultOf(QNetworkReply &reply)
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
    if (status.toInt() == 200) {
        auto login = decode(answer, readLogin);
        if (login)
            return login;
    }
    return Error{QStringLiteral("server.unexpected"),
                 Words::tr("What answers at %1 is not a Frontdesk server").arg(server.toString())};
}

} // namespace

QFuture<Result<Login>> logIn(QNetworkAccessManager &network, const QUrl &server, const QString &name,
                             const QString &password, const QString &device)
{
    auto promise = std::make_shared<QPromise<Result<Login>>>();
    promise->start();
    if (const auto refusal = refusalOf(server)) {
        promise->addResult(*refusal);
        promise->finish();
        return promise->future();
    }

    QUrl url = server;
    url.setPath(QStringLiteral("/api/login"));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    // A password is never sent on to where somebody points.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(timeout.count()));
    const QJsonObject body{{L("name"), name}, {L("password"), password}, {L("device"), device}};

    QNetworkReply *reply = network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > largestAnswer)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, promise] {
        reply->deleteLater();
        promise->addResult(resultOf(*reply));
        promise->finish();
    });
    return promise->future();
}

} // namespace frontdesk::dialect
