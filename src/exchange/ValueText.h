// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Money.h"
#include "domain/RecordSchema.h"
#include "domain/Statuses.h"
#include "exchange/DraftFields.h"

#include <QtCore/QJsonValue>

/// What stands in a cell ↔ a field's value on the wire. Pure.
namespace frontdesk::exchange {

/// What a text cannot say of itself.
struct ReadingRules {
    enum class DayOrder { DayFirst, MonthFirst };

    QString currency = QStringLiteral("EUR"); ///< where a row names none
    DecimalSign decimalSign = DecimalSign::Comma;
    DayOrder dayOrder = DayOrder::DayFirst;                   ///< of "3/4/2026"
    QVector<Status> statuses = statusesFrom(firstStatuses()); ///< that a contact may have
};

/// "2026-11-29", "29.11.2026", "11/29/2026", each perhaps with a time after it, as "2026-11-29".
Result<QString> readDay(const QString &text, ReadingRules::DayOrder order);
/// "50", "50 %", and fractions up to 1 ("0.5"), rounded to whole percents.
Result<int> readPercent(const QString &text, DecimalSign sign);
/// Of a field with one value that is no part of another one; not Amount, which takes a currency too.
Result<QJsonValue> readValue(const QString &text, const DraftField &field, const ReadingRules &rules);

/// The entries of a cell: parted by semicolons and line breaks, tags by commas too; one in quotes may have these in it.
QStringList readEntries(const QString &text, const QString &target);
QString entriesText(const QStringList &entries);

/// Why it cannot be an entry of the list, in words; empty when it can.
QString problemWithEntry(const QString &entry, const DraftField &list);
/// Why it is too long; empty when it is not.
QString problemWithLength(const QString &text, int longest);

} // namespace frontdesk::exchange
