// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "domain/FieldReader.h"

/// What comes as changes of records, checked as far as that goes without the records: fields that an admin has defined
/// are taken as they come. A wrong type stays in the reader; a refusal is returned. Pure; any thread.
namespace frontdesk::server {

/// The fields of `record:create`.
Result<CreateRecord> readCreation(FieldReader &reader);
/// The fields of `record:change`.
Result<ChangeRecord> readChange(FieldReader &reader);

} // namespace frontdesk::server
