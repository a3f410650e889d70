// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordSchema.h"

/// Which form a value must have by the type of its field. Pure; any thread.
namespace frontdesk {

/// The name of a choice, as of a field that an admin has defined.
bool isKey(const QString &text);
QStringList idsOf(const QJsonArray &statuses);

/// How many bytes a value takes as compact JSON, with its escapes.
qsizetype jsonBytes(const QJsonValue &value);
/// Whether more lists and objects than this stand in each other.
bool isNestedDeeper(const QJsonValue &value, int levels);

/// What is wrong with a value that is no text, in words; empty: nothing.
QString problemWith(const FieldRule &rule, const QJsonValue &value);

} // namespace frontdesk
