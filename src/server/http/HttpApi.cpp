// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpApi.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

std::span<const HttpApi::Route> HttpApi::routes()
{
    using Request = engineio::HttpRequest;
    static constexpr std::array<Route, 6> table{{
        {"/api/login", "POST",
         [](HttpApi &api, const Request &request, const HttpReply &reply) { api.m_signIn.logIn(request, reply); }},
        {"/api/refresh", "POST",
         [](HttpApi &api, const Request &request, const HttpReply &reply) { api.m_signIn.refresh(request, reply); }},
        {"/api/logout", "POST",
         [](HttpApi &api, const Request &request, const HttpReply &reply) { api.m_signIn.logOut(request, reply); }},
        {"/healthz", "GET", [](HttpApi &api, const Request &, const HttpReply &reply) { api.m_health.alive(reply); }},
        {"/readyz", "GET", [](HttpApi &api, const Request &, const HttpReply &reply) { api.m_health.ready(reply); }},
        {"/metrics", "GET",
         [](HttpApi &api, const Request &request, const HttpReply &reply) { api.m_health.figures(request, reply); }},
    }};
    return table;
}

void HttpApi::handle(const engineio::HttpRequest &request, const engineio::HttpResponder &respond)
{
    const HttpReply reply = [this, request, respond](const Result<engineio::HttpResponse> &response) {
        if (!response)
            refuse(request, response.error());
        respond(response ? response.value() : errorAnswer(response.error()));
    };
    const QByteArray path = request.target.split('?').first();
    const auto known = routes();
    const auto route = std::find_if(known.begin(), known.end(), [&](const Route &entry) { return entry.path == path; });
    if (route == known.end())
        reply(Error{u"http.unknown"_s, u"There is nothing at this address."_s});
    else if (route->method != request.method)
        reply(Error{u"http.method"_s, u"This address takes %1 only."_s.arg(QLatin1String(route->method))});
    else
        route->handle(*this, request, reply);
}

void HttpApi::refuse(const engineio::HttpRequest &request, const Error &error)
{
    m_metrics.refused(error);
    if (error.code == "rate.limited"_L1)
        return; // logged by who limits, and not for every request of a flood
    m_log({LogLevel::Warning,
           u"http.refused"_s,
           error.message,
           {{u"code"_s, error.code},
            {u"request"_s, QString::fromLatin1(request.method + ' ' + request.target.left(100))},
            {u"address"_s, request.remoteAddress}}});
}

} // namespace frontdesk::server
