// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/HttpApi.h"

#include "domain/Json.h"
#include "server/Handshake.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

engineio::HttpResponse json(int status, const QJsonObject &body)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

int statusOf(const Error &error)
{
    static const std::array<std::pair<QLatin1String, int>, 6> statuses{{{"payload.invalid"_L1, 400},
                                                                        {"http.unknown"_L1, 404},
                                                                        {"http.method"_L1, 405},
                                                                        {"rate.limited"_L1, 429},
                                                                        {"server.busy"_L1, 503},
                                                                        {"server.storage"_L1, 503}}};
    for (const auto &[code, status] : statuses)
        if (error.code == code)
            return status;
    return error.code.startsWith("auth."_L1) ? 401 : 500;
}

/// The object in a body; `payload.invalid` for anything else.
Result<QJsonObject> bodyOf(const engineio::HttpRequest &request)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &failure);
    if (!document.isObject())
        return Error{u"payload.invalid"_s, failure.error == QJsonParseError::NoError
                                               ? u"The body must be a JSON object."_s
                                               : u"The body is not JSON: %1."_s.arg(failure.errorString())};
    return document.object();
}

Error wrongCredentials()
{
    return {u"auth.invalid"_s, u"The name or the password is wrong."_s};
}

} // namespace

void HttpApi::handle(const engineio::HttpRequest &request, const engineio::HttpResponder &respond)
{
    struct Route {
        QByteArrayView path;
        QByteArrayView method;
        void (HttpApi::*handle)(const engineio::HttpRequest &, const engineio::HttpResponder &);
    };
    static constexpr std::array<Route, 3> routes{{{"/api/login", "POST", &HttpApi::login},
                                                  {"/api/logout", "POST", &HttpApi::logout},
                                                  {"/healthz", "GET", &HttpApi::health}}};
    const QByteArray path = request.target.split('?').first();
    const auto route =
        std::find_if(routes.begin(), routes.end(), [&](const Route &known) { return known.path == path; });
    if (route == routes.end())
        refuse(request, {u"http.unknown"_s, u"There is nothing at this address."_s}, respond);
    else if (route->method != request.method)
        refuse(request, {u"http.method"_s, u"This address takes %1 only."_s.arg(QLatin1String(route->method))},
               respond);
    else
        (this->*route->handle)(request, respond);
}

void HttpApi::login(const engineio::HttpRequest &request, const engineio::HttpResponder &respond)
{
    const auto body = bodyOf(request);
    if (!body)
        return refuse(request, body.error(), respond);
    FieldReader fields(body.value());
    const QString name = fields.text("name"_L1);
    const QString password = fields.text("password"_L1, qsizetype(2) * longestPassword);
    const QString device = fields.optionalText("device"_L1, 100);
    if (!fields.ok())
        return refuse(request, fields.error(), respond);

    using Found = std::optional<Accounts::Credentials>;
    m_parts.storage.read<Found>(
        [name](Records &records, qint64) -> Result<Found> { return records.accounts.credentialsOf(name); },
        [=, this](const Result<Found> &result) {
            if (!result)
                return refuse(request, result.error(), respond);
            const Found &found = result.value();
            const bool taken =
                m_parts.passwords.check(password, found ? found->passwordHash : QString(), [=, this](bool right) {
                    if (right)
                        open(found->user, device, respond);
                    else
                        refuse(request, wrongCredentials(), respond);
                });
            if (!taken)
                refuse(request,
                       {.code = u"rate.limited"_s,
                        .message = u"Too many people are signing in at the moment. Try again in a few seconds."_s,
                        .retryAfter = milliseconds(3000)},
                       respond);
        });
}

void HttpApi::open(const User &user, const QString &device, const engineio::HttpResponder &respond)
{
    const SignIns::Issued issued = m_parts.signIns.issue(user.id, now());
    m_parts.storage.write<Done>(
        [session = issued.session, device](Records &records, qint64 now) -> Result<Done> {
            records.accounts.addSession(session, device, now);
            return Done{};
        },
        [=, this](const Result<Done> &written) {
            if (!written)
                return respond(json(statusOf(written.error()), {{u"error"_s, toJson(written.error())}}));
            m_parts.signIns.add(issued.session);
            m_parts.log({LogLevel::Info, u"user.signedIn"_s, u"A user signed in."_s, {{u"user"_s, user.id.text()}}});
            respond(json(
                200,
                {{u"token"_s, issued.token}, {u"expiresAt"_s, issued.session.expiresAt}, {u"user"_s, toJson(user)}}));
        });
}

void HttpApi::logout(const engineio::HttpRequest &request, const engineio::HttpResponder &respond)
{
    constexpr QByteArrayView scheme = "Bearer ";
    if (!request.authorization.startsWith(scheme))
        return refuse(request, {u"auth.missing"_s, u"The request carries no token."_s}, respond);
    const auto session =
        m_parts.signIns.check(QString::fromLatin1(request.authorization.mid(scheme.size()).trimmed()), now());
    if (!session)
        return refuse(request, session.error(), respond);
    m_parts.storage.write<Done>(
        [id = session.value().id](Records &records, qint64) -> Result<Done> {
            records.accounts.removeSession(id);
            return Done{};
        },
        [=, this, id = session.value().id](const Result<Done> &written) {
            if (!written)
                return refuse(request, written.error(), respond);
            m_parts.signIns.remove(id);
            m_parts.revoked(id);
            respond(json(200, {}));
        });
}

void HttpApi::health(const engineio::HttpRequest &request, const engineio::HttpResponder &respond)
{
    // Answered through the storage thread: a server that cannot read its journal is not well.
    m_parts.storage.read<qint64>([](Records &records, qint64) -> Result<qint64> { return records.journal.head(); },
                                 [=, this](const Result<qint64> &head) {
                                     if (!head)
                                         return refuse(request, head.error(), respond);
                                     respond(json(200, {{u"status"_s, u"ok"_s},
                                                        {u"version"_s, u"" FRONTDESK_VERSION ""_s},
                                                        {u"protocol"_s, QJsonArray{protocolVersion}}}));
                                 });
}

void HttpApi::refuse(const engineio::HttpRequest &request, const Error &error, const engineio::HttpResponder &respond)
{
    m_parts.log({LogLevel::Warning,
                 u"http.refused"_s,
                 error.message,
                 {{u"code"_s, error.code},
                  {u"request"_s, QString::fromLatin1(request.method + ' ' + request.target.left(100))},
                  {u"address"_s, request.remoteAddress}}});
    respond(json(statusOf(error), {{u"error"_s, toJson(error)}}));
}

} // namespace frontdesk::server
