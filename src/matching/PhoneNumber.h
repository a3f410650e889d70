// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

/// Phone numbers by libphonenumber. Pure, thread-safe; the first call reads the library's table of all countries (a few
/// milliseconds).
namespace frontdesk::matching {

/// One form for every way to write a number: "+49301234", with an extension "+49301234;ext=5". `region` (ISO 3166, such
/// as "DE") is where a number without a country is in; empty for nowhere. What the library cannot read is compared by
/// its digits, when there are enough of them to be somebody's number; else nothing.
QString normalizedPhone(const QString &text, const QString &region);

} // namespace frontdesk::matching
