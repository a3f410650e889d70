// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "domain/RecordSchema.h"

/// The conditions of a query as a person chooses and types them. `custom`: the fields that are defined. Pure.
namespace frontdesk::models::filters {

/// What can be asked about, and shown as a column, by name: fields and lists, and when it was made and changed.
QStringList fieldsOf(RecordKind kind, const CustomFields &custom = {});

enum class Input {
    Text,
    Number, ///< of money the amount
    Day,
    Choice, ///< of a few: a status, a person, a stage, yes and no
    Record, ///< the id of one
};
Input inputOf(RecordKind kind, const QString &field, const CustomFields &custom = {});
QString nameOf(Input input); ///< for QML: "text", "number", "day", "choice", "record"

/// Between the values of a test that has several, in the text of it: ids, which have none.
inline constexpr QChar separator = u',';

QVector<FilterTest> testsOf(RecordKind kind, const QString &field, const CustomFields &custom = {});
bool needsValue(FilterTest test);
/// "contains", "is before"
QString testName(RecordKind kind, const QString &field, FilterTest test, const CustomFields &custom = {});

/// The value that was typed or chosen for a test, or what is wrong with it in words.
Result<QJsonValue> valueFrom(RecordKind kind, const QString &field, FilterTest test, const QString &text,
                             const CustomFields &custom = {});
QString editTextOf(RecordKind kind, const QString &field, const QJsonValue &value, const CustomFields &custom = {});

} // namespace frontdesk::models::filters
