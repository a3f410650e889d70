// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <QtCore/QString>

/// Records, their fields and values as a person calls them. Pure.
namespace frontdesk::models::words {

/// "Name of the group"; what this version does not know by its own name.
QString fieldName(RecordKind kind, const QString &field);
/// Of a status, a kind of stage and the like: "Customer"; what is not known by its own name.
QString choiceName(const QString &choice);
QString kindName(RecordKind kind);                        ///< "Contact"
QString newRecord(RecordKind kind, const QString &title); ///< "The new contact “Maya Okafor”"
/// What is shown for a record that holds this: its name, or the beginning of its text.
QString titleOf(RecordKind kind, const QJsonObject &values);

} // namespace frontdesk::models::words
