// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/LoginRequest.h"
#include "domain/Clock.h"

#include <QtCore/QObject>

namespace frontdesk::sync {

/// Keeps the sign-in good: renews the token before it expires, and when the server does not take it any more. One
/// renewal at a time. Engine thread.
class TokenKeeper final : public QObject {
    Q_OBJECT

public:
    /// Evenly from 0 (included) to 1 (excluded): clients that signed in together do not renew together.
    using Random = std::function<double()>;
    static constexpr double earliest = 0.7; ///< part of the token's life after which it may be renewed
    static constexpr double latest = 0.9;
    static constexpr milliseconds longestLife = std::chrono::hours(1); ///< when it is not known how old a token is
    static constexpr milliseconds retryDelay{30'000}; ///< after a failure that says nothing about the sign-in

    TokenKeeper(dialect::Credentials credentials, dialect::RefreshFunction refresh, std::shared_ptr<const Clock> clock,
                Random random, QObject *parent = nullptr);

    [[nodiscard]] const dialect::Credentials &credentials() const { return m_credentials; }
    /// What a person got who signed in again.
    void adopt(const dialect::Credentials &credentials);
    /// The server's clock minus this one's, as far as it is known.
    void setClockSkew(milliseconds skew) { m_skew = skew; }

    /// The token, or another one when it has expired and can be renewed.
    QFuture<Result<QString>> current();
    /// Another token. Errors: `auth.…` when only signing in again helps, otherwise what came in between.
    QFuture<Result<QString>> renew();

    /// By the monotonic clock: when `tick` is due to renew in good time; nothing when there is nothing to renew.
    [[nodiscard]] std::optional<milliseconds> deadline() const;
    void tick();

Q_SIGNALS:
    void renewed(const frontdesk::dialect::Credentials &credentials); ///< to be kept, and shown to the server
    void deadlineMoved();

private:
    [[nodiscard]] bool canRenew() const { return m_refresh && !m_credentials.refreshToken.isEmpty(); }
    void plan();
    void finish(const Result<dialect::Login> &login);

    dialect::Credentials m_credentials;
    const dialect::RefreshFunction m_refresh;
    const std::shared_ptr<const Clock> m_clock;
    const Random m_random;
    milliseconds m_skew{0};
    milliseconds m_renewAt{0};                      ///< by the server's clock; 0: never
    milliseconds m_notBefore = milliseconds::min(); ///< monotonic
    bool m_underWay = false;
    std::vector<std::shared_ptr<QPromise<Result<QString>>>> m_waiting;
};

} // namespace frontdesk::sync
