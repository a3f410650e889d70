// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

namespace frontdesk::connection {

/// An error's words for what leaves this computer, such as a report: empty when they may hold what a person or the
/// server wrote. Only words made here about the way to the server are kept, and from them is taken whatever looks like
/// a token, a password in an address or a query. The code alone always says what went wrong. Pure.
QString safeWords(const Error &error);

/// An address for what leaves this computer: without user, password, query and fragment.
QString safeAddress(const QString &address);

} // namespace frontdesk::connection
