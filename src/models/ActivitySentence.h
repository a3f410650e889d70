// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"

namespace frontdesk::models {

/// One entry of the feed in words, plain text: "Ada sent 3 messages in Refunds EU". `actor` is the name to show; `own`
/// says that it is the reader. Pure.
QString activitySentence(const Activity &activity, const QString &actor, bool own);

} // namespace frontdesk::models
