// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Query.h"

namespace frontdesk::figures {

/// Figures by their names, as docs/protocol.md, 3.6 lists them; what is not there is nothing or not known.
struct Answer {
    Query query;
    qint64 at = 0;      ///< when it was so; milliseconds since 1970 UTC
    QJsonObject now;    ///< of the period, and how things are at its end (or now, whichever is earlier)
    QJsonObject before; ///< of as many days before, where there is something to compare with

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// `whose`: of those that whoever asks may see, the members of the team that they ask for. The asked owner is beside
/// it.
Answer answer(const Sums &sums, const Query &query, const Owners &whose, qint64 now);

QJsonObject toJson(const Answer &answer);
Answer readAnswer(FieldReader &fields);

/// What has changed from one answer to the same question to the next; a name with null is not there any more.
struct Delta {
    qint64 at = 0;
    QJsonObject now;
    QJsonObject before;

    [[nodiscard]] bool isEmpty() const { return now.isEmpty() && before.isEmpty(); }
    friend bool operator==(const Delta &, const Delta &) = default;
};
Delta deltaBetween(const Answer &earlier, const Answer &later);
Answer withDelta(Answer answer, const Delta &delta);
QJsonObject toJson(const Delta &delta);
Delta readDelta(FieldReader &fields);

} // namespace frontdesk::figures
