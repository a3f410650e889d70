// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpAnswers.h"

#include "domain/Json.h"

#include <QtCore/QJsonDocument>

#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

int statusOf(const Error &error)
{
    static constexpr std::array<std::pair<QLatin1String, int>, 10> statuses{{{"payload.invalid"_L1, 400},
                                                                             {"http.invalid"_L1, 400},
                                                                             {"http.forbidden"_L1, 403},
                                                                             {"http.unknown"_L1, 404},
                                                                             {"http.method"_L1, 405},
                                                                             {"http.tooLarge"_L1, 413},
                                                                             {"rate.limited"_L1, 429},
                                                                             {"server.busy"_L1, 503},
                                                                             {"server.stopping"_L1, 503},
                                                                             {"server.storage"_L1, 503}}};
    for (const auto &[code, status] : statuses)
        if (error.code == code)
            return status;
    return error.code.startsWith("auth."_L1) ? 401 : 500;
}

} // namespace

engineio::HttpResponse jsonAnswer(int status, const QJsonObject &body)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

engineio::HttpResponse errorAnswer(const Error &error)
{
    engineio::HttpResponse answer = jsonAnswer(statusOf(error), {{u"error"_s, toJson(error)}});
    if (error.retryAfter) // whole seconds, and not too early
        answer.headers.append(
            {"Retry-After", QByteArray::number(std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count())});
    return answer;
}

engineio::HttpResponse refusalAnswer(const engineio::HttpRefusal &refusal)
{
    const auto code = [status = refusal.status] {
        switch (status) {
        case 404:
            return u"http.unknown"_s;
        case 413:
        case 431:
            return u"http.tooLarge"_s;
        case 503:
            return u"server.busy"_s;
        default:
            return u"http.invalid"_s;
        }
    };
    return jsonAnswer(refusal.status, {{u"error"_s, toJson(Error{code(), QString::fromUtf8(refusal.words)})}});
}

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

std::optional<QByteArray> bearerOf(const engineio::HttpRequest &request)
{
    constexpr QByteArrayView scheme = "Bearer ";
    if (!request.authorization.startsWith(scheme))
        return {};
    return request.authorization.mid(scheme.size()).trimmed();
}

} // namespace frontdesk::server
