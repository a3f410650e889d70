// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordSchema.h"

/// Values of fields as a person types them. Pure.
namespace frontdesk::models::fieldtext {

/// What stands in the field of who changes it; `valueFrom` reads it.
QString editTextOf(const FieldRule &rule, const QJsonValue &value);
/// The value that somebody typed or chose, or what is wrong with it in words.
Result<QJsonValue> valueFrom(const FieldRule &rule, const QString &text);
/// The same for a name of a kind of record.
Result<QJsonValue> nameFrom(RecordKind kind, const QString &text);

} // namespace frontdesk::models::fieldtext
