// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/TokenKeeper.h"

#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPromise>

#include <algorithm>

namespace frontdesk::sync {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

bool endsTheSignIn(const Error &error)
{
    return error.code.startsWith(QLatin1String("auth."));
}

} // namespace

TokenKeeper::TokenKeeper(dialect::Credentials credentials, dialect::RefreshFunction refresh,
                         std::shared_ptr<const Clock> clock, Random random, QObject *parent)
    : QObject(parent)
    , m_credentials(std::move(credentials))
    , m_refresh(std::move(refresh))
    , m_clock(std::move(clock))
    , m_random(std::move(random))
{
    plan();
}

void TokenKeeper::adopt(const dialect::Credentials &credentials)
{
    m_credentials = credentials;
    m_notBefore = milliseconds::min();
    plan();
    Q_EMIT deadlineMoved();
}

void TokenKeeper::plan()
{
    m_renewAt = milliseconds(0);
    if (!canRenew() || m_credentials.expiresAt == 0)
        return;
    const milliseconds expiresAt(m_credentials.expiresAt);
    const milliseconds left = expiresAt - (m_clock->utc() + m_skew);
    // One that seems to be over may not be: a clock that has jumped is known only with the next pong.
    const milliseconds life = left > milliseconds(0) ? std::min(left, longestLife) : longestLife;
    const double part = earliest + (latest - earliest) * m_random();
    m_renewAt = expiresAt - life + std::chrono::duration_cast<milliseconds>(life * part);
}

std::optional<milliseconds> TokenKeeper::deadline() const
{
    if (m_renewAt == milliseconds(0) || m_underWay)
        return {};
    const milliseconds now = m_clock->monotonic();
    return std::max(now + std::max(m_renewAt - (m_clock->utc() + m_skew), milliseconds(0)), m_notBefore);
}

void TokenKeeper::tick()
{
    if (const auto due = deadline(); due && *due <= m_clock->monotonic())
        renew();
}

QFuture<Result<QString>> TokenKeeper::current()
{
    const milliseconds expiresAt(m_credentials.expiresAt);
    if (canRenew() && expiresAt != milliseconds(0) && expiresAt <= m_clock->utc() + m_skew)
        return renew();
    return QtFuture::makeReadyFuture(Result<QString>(m_credentials.token));
}

QFuture<Result<QString>> TokenKeeper::renew()
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    m_waiting.push_back(promise);
    if (m_underWay)
        return promise->future();
    m_underWay = true;
    if (canRenew())
        whenDone(m_refresh(m_credentials.refreshToken), this,
                 [this, asked = m_credentials](const Result<dialect::Login> &login) {
                     // Signing in again was faster: what was asked for is of an older sign-in.
                     if (asked == m_credentials)
                         finish(login);
                     else
                         finish(dialect::Login{m_credentials, {}});
                 });
    else
        finish(Error{QStringLiteral("auth.expired"), Words::tr("The sign-in has expired. Sign in again.")});
    return promise->future();
}

void TokenKeeper::finish(const Result<dialect::Login> &login)
{
    m_underWay = false;
    if (!login) {
        // A sign-in that has ended is not asked about again: the connection goes on until its token ends.
        if (endsTheSignIn(login.error()))
            m_renewAt = milliseconds(0);
        m_notBefore = m_clock->monotonic() + std::max(login.error().retryAfter.value_or(retryDelay), retryDelay);
    } else if (login.value() != m_credentials) {
        adopt(login.value());
        // A new token that is due at once: a clock has jumped, and the next one would be no better.
        const milliseconds now = m_clock->monotonic();
        if (const auto due = deadline(); due && *due <= now)
            m_notBefore = now + retryDelay;
        Q_EMIT renewed(m_credentials);
    }
    const auto waiting = std::exchange(m_waiting, {});
    Q_EMIT deadlineMoved();
    for (const auto &promise : waiting) {
        promise->addResult(login ? Result<QString>(m_credentials.token) : login.error());
        promise->finish();
    }
}

} // namespace frontdesk::sync
