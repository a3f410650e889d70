// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"
#include "figures/Entries.h"

#include <QtCore/QJsonObject>

namespace frontdesk::figures {

enum class Outcome { Open, Won, Lost };

/// What a deal counts for. Won and lost it counts where it was closed, with what it is worth now; open it counts as it
/// stands. What lies in the bin counts for nothing.
struct DealFacts {
    qint64 createdAt = 0;
    QString owner = {};
    QString stage = {}; ///< as stageKey()
    Outcome outcome = Outcome::Open;
    qint64 closedAt = 0; ///< when it became won or lost, last; 0: it is open
    QString lostReason = {};
    std::optional<Money> value = {};
    std::optional<int> probability = {}; ///< its own, per cent
    bool deleted = false;

    friend bool operator==(const DealFacts &, const DealFacts &) = default;
};

QJsonObject toJson(const DealFacts &facts);
DealFacts dealFactsFrom(const QJsonObject &object);

/// Its entries as it is; levels as of that quarter.
QVector<Entry> entriesOf(const DealFacts &facts, qint64 quarter);
/// An amount taken by a probability, rounded to the nearest unit, halves away from zero.
qint64 weighted(qint64 minor, int percent);

} // namespace frontdesk::figures
