// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/Handshake.h"

#include "domain/FieldReader.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostVersions = 100;
constexpr qsizetype longestClient = 100;

/// The versions that the client speaks; no value: not a list of whole numbers.
std::optional<std::vector<qint64>> versionsIn(const QJsonValue &protocol)
{
    if (protocol.isUndefined())
        return {{protocolVersion}};
    const QJsonArray listed = protocol.isArray() ? protocol.toArray() : QJsonArray{protocol};
    if (listed.isEmpty() || listed.size() > mostVersions)
        return {};
    std::vector<qint64> versions;
    for (const auto &version : listed) {
        const qint64 number = version.toInteger(-1);
        if (number < 0)
            return {};
        versions.push_back(number);
    }
    return versions;
}

std::optional<Error> refusalOf(const std::vector<qint64> &versions)
{
    if (std::find(versions.begin(), versions.end(), protocolVersion) != versions.end())
        return {};
    const bool old = *std::max_element(versions.begin(), versions.end()) < protocolVersion;
    return Error{.code = old ? u"protocol.tooOld"_s : u"protocol.tooNew"_s,
                 .message = old ? u"This program is too old for the server. Update it."_s
                                : u"This program is too new for the server. The server must be updated."_s,
                 .detail = {{u"supported"_s, QJsonArray{protocolVersion}}}};
}

} // namespace

Result<Greeting> readGreeting(const QJsonObject &auth)
{
    const auto invalid = [](const Error &wrong) {
        return Error{.code = u"handshake.invalid"_s, .message = wrong.message, .detail = wrong.detail};
    };
    FieldReader fields(auth);
    const auto versions = versionsIn(auth["protocol"_L1]);
    if (!versions)
        fields.wrong(u"protocol"_s, u"must be a whole number or a list of them"_s);
    Greeting greeting{.token = fields.optionalText("token"_L1, longestToken),
                      .client = fields.optionalText("client"_L1, longestClient),
                      .observer = fields.has("observer"_L1) && fields.boolean("observer"_L1),
                      .cursor = {}};
    if (fields.has("epoch"_L1) || fields.has("cursor"_L1) || fields.has("mark"_L1))
        greeting.cursor = Cursor{fields.text("epoch"_L1), fields.integer("cursor"_L1), fields.text("mark"_L1)};
    if (!fields.ok())
        return invalid(fields.error());
    if (auto refusal = refusalOf(*versions))
        return *std::move(refusal);
    if (greeting.token.isEmpty())
        return Error{u"auth.missing"_s, u"Sign in first: the connection carries no token."_s};
    return greeting;
}

} // namespace frontdesk::server
