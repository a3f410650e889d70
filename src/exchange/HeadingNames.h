// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace frontdesk::exchange {

/// What a column's heading is known to mean.
struct HeadingMeaning {
    QString target; ///< as in DraftField
    int rank = 0;   ///< among the headings of that target, 0 the most telling one
    int number = 0; ///< of "Address 2 - Street"; 0 without, or where it stands at the end ("Street 2")
};

/// By what English and German programs and people call it, and the exports of Google Contacts, Outlook and HubSpot.
std::optional<HeadingMeaning> meaningOf(const QString &heading, const QString &kind);

} // namespace frontdesk::exchange
