// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HealthApi.h"

#include "server/access/Tokens.h"
#include "server/live/Handshake.h"
#include "server/metrics/Exposition.h"

#include <QtNetwork/QHostAddress>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

engineio::HttpResponse statusAnswer(const QString &status)
{
    return jsonAnswer(200, {{u"status"_s, status},
                            {u"version"_s, u"" FRONTDESK_VERSION ""_s},
                            {u"protocol"_s, QJsonArray{protocolVersion}}});
}

} // namespace

void HealthApi::alive(const HttpReply &reply) const
{
    reply(statusAnswer(u"ok"_s));
}

void HealthApi::ready(const HttpReply &reply) const
{
    if (m_stopping)
        return reply(Error{u"server.stopping"_s, u"The server is being stopped."_s});
    m_parts.storage.read<qint64>(
        [](Records &records, qint64) -> Result<qint64> { return records.journal.head(); },
        [reply](const Result<qint64> &head) { head ? reply(statusAnswer(u"ready"_s)) : reply(head.error()); });
}

void HealthApi::figures(const engineio::HttpRequest &request, const HttpReply &reply) const
{
    if (!mayReadFigures(request))
        return reply(Error{u"http.forbidden"_s, u"The figures are for this machine, or for who has their token."_s});
    reply(engineio::HttpResponse{.status = 200, .contentType = Exposition::contentType, .body = m_parts.figures()});
}

bool HealthApi::mayReadFigures(const engineio::HttpRequest &request) const
{
    // Hashes are compared: how long that takes says nothing about the token.
    if (const auto token = bearerOf(request); token && !m_parts.metricsToken.isEmpty())
        return hashOfSecret(*token) == hashOfSecret(m_parts.metricsToken);
    return m_parts.metricsToken.isEmpty() && m_parts.loopbackIsTrusted &&
           QHostAddress(request.remoteAddress).isLoopback();
}

} // namespace frontdesk::server
