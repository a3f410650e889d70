// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FieldReader.h"
#include "domain/Types.h"
#include "figures/Ledger.h"

#include <QtCore/QDate>

namespace frontdesk::figures {

/// Which figures somebody wants: those of some days where they are, compared with as many days before.
struct Query {
    static constexpr int mostDays = 400;

    QDate from;
    QDate until;                      ///< the first day that is not in it any more
    std::optional<UserId> owner = {}; ///< absent: of everybody
    QString team = {};                ///< the id of a team whose members'; empty: of no team; never with an owner
    int offset = 0;                   ///< minutes that their clock is ahead of UTC, for all of the days

    friend bool operator==(const Query &, const Query &) = default;
};

Query readQuery(FieldReader &fields);
QJsonObject toJson(const Query &query);

/// The quarters of an hour of days from their beginning there.
Span spanOf(const QDate &from, const QDate &until, int offset);
inline Span spanOf(const Query &query)
{
    return spanOf(query.from, query.until, query.offset);
}
/// As many days before.
Span spanBefore(const Query &query);
/// The time of day there that a quarter begins at.
struct LocalTime {
    QDate day;
    int hour = 0;
};
LocalTime localTimeOf(qint64 quarter, int offset);

} // namespace frontdesk::figures
