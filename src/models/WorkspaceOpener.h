// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/NetworkSettings.h"
#include "domain/Error.h"
#include "domain/Types.h"
#include "sync/Session.h"

#include <QtCore/QFuture>

#include <memory>
#include <variant>

namespace frontdesk::models {

/// A server inside this program, for one person.
struct OpenThisComputer {
    QString displayName;
};
/// A server elsewhere.
struct OpenTeam {
    QString address;
    QString name;
    QString password;
};
/// The demo team.
struct OpenDemo {};
/// The workspace that was open last, without asking again.
struct OpenRemembered {};
using OpenRequest = std::variant<OpenThisComputer, OpenTeam, OpenDemo, OpenRemembered>;

/// What the connection needs.
struct SignIn {
    dialect::Credentials credentials; ///< empty: none are kept, so the person will be asked
    QString place;                    ///< where they are kept, in words; empty for a server inside this program
};

struct OpenedWorkspace {
    std::shared_ptr<sync::Session> session; ///< without a sign-in and not connected yet; lives in the GUI thread
    User me;
    QString label;                  ///< the workspace's name as shown
    QVector<Error> notices;         ///< what had to be done to open it
    QString signInPlace = {};       ///< as in SignIn, as far as it is known before
    QFuture<Result<SignIn>> signIn; ///< takes as long as a keychain takes; what is on this computer is there before
};

/// Starts what a workspace needs (server, log-in, key chain, files). The program implements it; the models know only
/// this. Called in the GUI thread; must not block it.
class WorkspaceOpener {
public:
    virtual ~WorkspaceOpener() = default;
    [[nodiscard]] virtual bool hasRemembered() const = 0;
    virtual QFuture<Result<OpenedWorkspace>> open(OpenRequest request) = 0;
    /// New credentials for the open workspace; the Session gets them.
    virtual QFuture<Result<dialect::Credentials>> signInAgain(QString password) = 0;
    /// After the workspace is closed: revokes the token where it can, forgets it here, stops what was started, and
    /// deletes what the server said from the disk. The outbox stays: what waits to be sent is the person's.
    virtual QFuture<Result<Done>> signOut() = 0;
    /// How servers are reached from the next connection on, also by what is open. Without the proxy's password: that
    /// is the one kept.
    virtual void useNetwork(const dialect::NetworkSettings &settings) = 0;
    /// Keeps the proxy's password from one start to the next and uses it; empty: forgets it.
    virtual QFuture<Result<Done>> keepProxyPassword(QString password) = 0;
};

} // namespace frontdesk::models
