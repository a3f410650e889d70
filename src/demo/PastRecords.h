// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"

/// Two years of customers, before they are written: companies and their people, deals that were won, lost or go on, and
/// what there was to do. Pure: the same seed, time and team give the same past.
namespace frontdesk::demo {

struct PastCommand {
    qint64 at = 0; ///< milliseconds since 1970
    UserId author;
    CommandBody body; ///< CreateRecord, or ChangeRecord; without a basis its author has seen everything

    friend bool operator==(const PastCommand &, const PastCommand &) = default;
};

struct TeamIds {
    QVector<UserId> people; ///< as in people(); the first is the one who looks around
    RecordState sales;      ///< the pipeline that the server made
};

/// How far back it goes, in milliseconds.
inline constexpr qint64 pastSpan = qint64(730) * 24 * 3'600'000;

/// By time; all of it before `now`.
QVector<PastCommand> planRecords(quint32 seed, qint64 now, const TeamIds &team);

} // namespace frontdesk::demo
