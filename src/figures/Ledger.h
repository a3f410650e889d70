// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Entries.h"

#include <QtCore/QJsonObject>

namespace frontdesk::figures {

/// Whose figures: of these owners; absent: of everybody and of nobody.
using Owners = std::optional<QStringList>;
/// Those of them who are in a team.
Owners inTeam(const Owners &owners, QStringList members);

/// Quarters of an hour, the last one not included.
struct Span {
    qint64 from = 0;
    qint64 until = 0;

    friend bool operator==(const Span &, const Span &) = default;
};

/// What entries of a measure add up to.
struct Sum {
    QString owner;
    QString key;
    qint64 amount = 0;
};
/// The same for one quarter, of all owners that were asked for.
struct Slot {
    qint64 quarter = 0;
    QString key;
    qint64 amount = 0;
};

/// Adds entries up for who asks. In no particular order; what adds up to nothing may be left out.
class Sums {
public:
    virtual ~Sums() = default;
    virtual QVector<Sum> flows(Measure measure, const Span &span, const Owners &owners) const = 0;
    virtual QVector<Slot> slots(Measure measure, const Span &span, const Owners &owners) const = 0;
    /// As it was at the beginning of a quarter.
    virtual QVector<Sum> levels(Measure measure, qint64 quarter, const Owners &owners) const = 0;
    /// What is known of pipelines: as Ledger::facts of each.
    virtual QVector<std::pair<QString, QJsonObject>> pipelines() const = 0;
};

/// Where entries are added up, and what has to be known of records and conversations to make the next ones: their
/// facts, by subject (a record or a conversation as text).
class Ledger {
public:
    virtual ~Ledger() = default;
    virtual QJsonObject facts(const QString &subject) const = 0; ///< empty: nothing is known
    virtual void setFacts(const QString &subject, const QJsonObject &facts) = 0;
    virtual void add(const Entry &entry) = 0;
};

} // namespace frontdesk::figures
