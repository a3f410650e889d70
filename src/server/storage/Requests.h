// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Answer.h"
#include "server/storage/Records.h"

#include <functional>

namespace frontdesk::server {

/// A question about what is kept (docs/protocol.md, 3.1), checked as far as that goes without the records.
using Request = std::function<Result<Answer>(Records &, const UserId &)>;

/// The one request that is answered beside the storage thread (SearchThread).
inline const QString searchEvent = QStringLiteral("message:search");

QStringList requestNames(); ///< every event that is one
bool isRequest(const QString &event);
/// Checks a payload; any thread.
Result<Request> readRequest(const QString &event, const QJsonObject &payload);

} // namespace frontdesk::server
