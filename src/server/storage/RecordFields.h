// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "domain/FieldReader.h"

/// What the fields and lists of records may hold, whatever is in them now. Pure; any thread.
namespace frontdesk::server {

/// A text for a field, without white space at its ends; or what is wrong with it, `field.unknown` for one that these
/// records do not have.
Result<QString> checkedField(RecordKind kind, const QString &field, const QString &text);

/// The fields of `record:change`, each checked. A wrong type stays in the reader; a refusal is returned.
Result<ChangeRecord> readChange(FieldReader &reader);

} // namespace frontdesk::server
