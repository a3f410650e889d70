// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/RecordQuery.h"

/// The conditions of a query as a person chooses and types them. Pure.
namespace frontdesk::models::filters {

/// What can be asked about, and shown as a column, by name: fields and lists, and when it was made and changed.
QStringList fieldsOf(RecordKind kind);

enum class Input {
    Text,
    Number, ///< of money the amount
    Day,
    Choice, ///< of a few: a status, a person, a stage, yes and no
    Record, ///< the id of one
};
Input inputOf(RecordKind kind, const QString &field);
QString nameOf(Input input); ///< for QML: "text", "number", "day", "choice", "record"

QVector<FilterTest> testsOf(RecordKind kind, const QString &field);
bool needsValue(FilterTest test);
QString testName(RecordKind kind, const QString &field, FilterTest test); ///< "contains", "is before"

/// The value that was typed or chosen for a test, or what is wrong with it in words.
Result<QJsonValue> valueFrom(RecordKind kind, const QString &field, FilterTest test, const QString &text);
QString editTextOf(RecordKind kind, const QString &field, const QJsonValue &value);

} // namespace frontdesk::models::filters
