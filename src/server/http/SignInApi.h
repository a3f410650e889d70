// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/PasswordWorker.h"
#include "server/access/SignIns.h"
#include "server/http/HttpAnswers.h"
#include "server/live/Throttle.h"
#include "server/storage/Storage.h"

namespace frontdesk::server {

/// Signing in, renewing that and signing out (docs/protocol.md, 1). I/O thread.
class SignInApi {
public:
    struct Parts {
        Storage &storage;
        SignIns &signIns;
        PasswordWorker &passwords;
        Throttle &throttle;
        Metrics &metrics;
        const Clock &clock;
        const Logger &log;
        std::function<void(const QByteArray &session)> revoked; ///< a sign-in was ended: so are its sockets
    };
    explicit SignInApi(const Parts &parts)
        : m_parts(parts)
    {
    }

    void logIn(const engineio::HttpRequest &request, const HttpReply &reply);
    void refresh(const engineio::HttpRequest &request, const HttpReply &reply);
    void logOut(const engineio::HttpRequest &request, const HttpReply &reply);

private:
    /// Somebody who wants to sign in, as the audit log tells it.
    struct Attempt {
        QString name;
        QString device;  ///< as the client calls it; may be empty
        QString address; ///< as the server sees it
    };
    void checkPassword(const std::optional<Accounts::Credentials> &account, const Attempt &attempt,
                       const QString &password, const HttpReply &reply);
    void refuse(const Attempt &attempt, const HttpReply &reply);
    void open(const User &user, const Attempt &attempt, const HttpReply &reply);
    /// By its token, or by its refresh token when that has expired.
    [[nodiscard]] Result<QByteArray> sessionToEnd(const engineio::HttpRequest &request) const;
    void end(const QByteArray &session);
    [[nodiscard]] qint64 now() const { return m_parts.clock.utc().count(); }

    const Parts m_parts;
};

} // namespace frontdesk::server
