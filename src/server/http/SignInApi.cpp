// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/SignInApi.h"

#include "domain/Json.h"
#include "engineio/server/ClientNetwork.h"
#include "server/live/Handshake.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

engineio::HttpResponse answerOf(const SignIns::Issued &issued, const User &user)
{
    return jsonAnswer(200, {{u"token"_s, issued.token},
                            {u"expiresAt"_s, issued.expiresAt},
                            {u"refreshToken"_s, issued.refreshToken},
                            {u"refreshExpiresAt"_s, issued.session.expiresAt},
                            {u"user"_s, toJson(user)}});
}

Result<QString> refreshTokenIn(const engineio::HttpRequest &request)
{
    const auto body = bodyOf(request);
    if (!body)
        return body.error();
    FieldReader fields(body.value());
    const QString token = fields.text("refreshToken"_L1, longestToken);
    if (!fields.ok())
        return fields.error();
    return token;
}

} // namespace

void SignInApi::logIn(const engineio::HttpRequest &request, const HttpReply &reply)
{
    if (auto limited = m_parts.throttle.refusal(RateClass::LogIn, engineio::clientNetwork(request.remoteAddress)))
        return reply(*std::move(limited));
    const auto body = bodyOf(request);
    if (!body)
        return reply(body.error());
    FieldReader fields(body.value());
    const QString name = fields.text("name"_L1);
    const QString password = fields.text("password"_L1, qsizetype(2) * longestPassword);
    const QString device = fields.optionalText("device"_L1, 100);
    if (!fields.ok())
        return reply(fields.error());
    if (auto limited = m_parts.throttle.refusal(RateClass::LogInName, logInNameKey(name)))
        return reply(*std::move(limited));

    using Found = std::optional<Accounts::Credentials>;
    m_parts.storage.read<Found>(
        [name](Records &records, qint64) -> Result<Found> { return records.accounts.credentialsOf(name); },
        [=, this](const Result<Found> &found) {
            found ? checkPassword(found.value(), {name, device, request.remoteAddress}, password, reply)
                  : reply(found.error());
        });
}

void SignInApi::checkPassword(const std::optional<Accounts::Credentials> &account, const Attempt &attempt,
                              const QString &password, const HttpReply &reply)
{
    // Without an account the same work is done for nothing: neither words nor time tell whether a name exists.
    const bool taken =
        m_parts.passwords.check(password, account ? account->passwordHash : QString(), [=, this](bool right) {
            if (right)
                open(account->user, attempt, reply);
            else
                refuse(attempt, reply);
        });
    if (!taken)
        reply(Error{.code = u"rate.limited"_s,
                    .message = u"Too many people are signing in at the moment. Try again in a few seconds."_s,
                    .retryAfter = milliseconds(3000)});
}

void SignInApi::refuse(const Attempt &attempt, const HttpReply &reply)
{
    // Not waited for: how long an answer takes is to depend on nothing.
    m_parts.storage.write<Done>(
        [attempt](Records &records, qint64 now) -> Result<Done> {
            records.audit.appendRefusal(attempt.name.left(longestUserName), engineio::clientNetwork(attempt.address),
                                        now);
            return Done{};
        },
        [this](const Result<Done> &written) {
            if (!written)
                m_parts.log({LogLevel::Warning,
                             u"audit.unwritten"_s,
                             u"A refused log-in could not be written into the audit log."_s,
                             {{u"reason"_s, written.error().message}}});
        });
    reply(Error{u"auth.invalid"_s, u"The name or the password is wrong."_s});
}

void SignInApi::open(const User &user, const Attempt &attempt, const HttpReply &reply)
{
    const SignIns::Issued issued = m_parts.signIns.issue(user.id, now());
    m_parts.storage.write<Done>(
        [=](Records &records, qint64 now) -> Result<Done> {
            records.sessions.add(issued.session, attempt.device, issued.refreshHash, now);
            records.audit.append(user.id, now, u"session:opened"_s,
                                 {{u"device"_s, attempt.device}, {u"address"_s, attempt.address}});
            return Done{};
        },
        [=, this](const Result<Done> &written) {
            if (!written)
                return reply(written.error());
            m_parts.signIns.add(issued.session);
            ++m_parts.metrics.logIns;
            m_parts.log({LogLevel::Info, u"user.signedIn"_s, u"A user signed in."_s, {{u"user"_s, user.id.text()}}});
            reply(answerOf(issued, user));
        });
}

void SignInApi::refresh(const engineio::HttpRequest &request, const HttpReply &reply)
{
    if (auto limited = m_parts.throttle.refusal(RateClass::Refresh, engineio::clientNetwork(request.remoteAddress)))
        return reply(*std::move(limited));
    const auto refreshToken = refreshTokenIn(request);
    if (!refreshToken)
        return reply(refreshToken.error());
    const auto renewal = m_parts.signIns.renewal(refreshToken.value(), now());
    if (!renewal)
        return reply(renewal.error());

    struct Renewed {
        Sessions::Rotation rotation;
        User user;
    };
    m_parts.storage.write<Renewed>(
        [renewal = renewal.value(), address = request.remoteAddress](Records &records, qint64 now) -> Result<Renewed> {
            const SessionRecord &session = renewal.next.session;
            const auto rotation = records.sessions.rotate(session.id, renewal.presentedHash, renewal.next.refreshHash,
                                                          now, session.expiresAt);
            if (rotation == Sessions::Rotation::Stolen)
                records.audit.append(session.user, now, u"session:stolen"_s, {{u"address"_s, address}});
            return Renewed{rotation, records.accounts.find(session.user).value_or(User())};
        },
        [=, this, next = renewal.value().next](const Result<Renewed> &renewed) {
            if (!renewed)
                return reply(renewed.error());
            const auto &[rotation, user] = renewed.value();
            if (rotation == Sessions::Rotation::Done) {
                m_parts.signIns.add(next.session);
                ++m_parts.metrics.renewals;
                return reply(answerOf(next, user));
            }
            if (rotation == Sessions::Rotation::Stolen)
                m_parts.log({LogLevel::Warning,
                             u"session.stolen"_s,
                             u"A refresh token was used that had been replaced: its session is ended."_s,
                             {{u"user"_s, next.session.user.text()}, {u"address"_s, request.remoteAddress}}});
            end(next.session.id);
            reply(revoked());
        });
}

void SignInApi::logOut(const engineio::HttpRequest &request, const HttpReply &reply)
{
    const auto session = sessionToEnd(request);
    if (!session)
        return reply(session.error());
    m_parts.storage.write<Done>(
        [id = session.value()](Records &records, qint64 now) -> Result<Done> {
            if (const auto user = records.sessions.remove(id))
                records.audit.append(*user, now, u"session:closed"_s, {});
            return Done{};
        },
        [=, this, id = session.value()](const Result<Done> &written) {
            if (!written)
                return reply(written.error());
            end(id);
            reply(jsonAnswer(200, {}));
        });
}

Result<QByteArray> SignInApi::sessionToEnd(const engineio::HttpRequest &request) const
{
    if (const auto token = bearerOf(request)) {
        const auto signedIn = m_parts.signIns.check(QString::fromLatin1(*token), now());
        if (!signedIn)
            return signedIn.error();
        return signedIn.value().session;
    }
    if (request.body.isEmpty())
        return Error{u"auth.missing"_s, u"The request carries no token."_s};
    const auto refreshToken = refreshTokenIn(request);
    if (!refreshToken)
        return refreshToken.error();
    const auto renewal = m_parts.signIns.renewal(refreshToken.value(), now());
    if (!renewal)
        return renewal.error();
    return renewal.value().next.session.id;
}

void SignInApi::end(const QByteArray &session)
{
    m_parts.signIns.remove(session);
    m_parts.revoked(session);
}

} // namespace frontdesk::server
