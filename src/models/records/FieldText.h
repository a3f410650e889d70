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

/// A number with the language's signs as it is on the wire, or what is wrong with it in words. `places`: how many
/// decimals it can have.
Result<QString> decimalFrom(const QString &text, int places);
/// The other way, as somebody changes it.
QString decimalText(QString decimal);
inline constexpr int mostDecimals = 4; ///< of a number that is no money (docs/protocol.md)

} // namespace frontdesk::models::fieldtext
