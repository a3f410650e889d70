// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Types.h"
#include "sync/Session.h"

#include <functional>

/// What a measured client needs: a log-in, and a session that has caught up.
namespace bench {

struct LoggedIn {
    QString token;
    frontdesk::User user;
};
/// Runs the event loop until the answer is there.
frontdesk::Result<LoggedIn> logIn(const QUrl &server, const QString &name, const QString &password);

/// A session on the files in `folder`, caught up; null and a line on standard error when it is not within `seconds`.
std::shared_ptr<frontdesk::sync::Session> openSession(const QUrl &server, const LoggedIn &account,
                                                      const QString &folder, int seconds = 30);

/// Runs the event loop until the condition holds; false after `seconds`.
bool waitUntil(const std::function<bool()> &condition, int seconds = 30);

} // namespace bench
