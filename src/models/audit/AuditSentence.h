// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "models/records/RecordTexts.h"

namespace frontdesk::models {

/// An entry of the audit log as a person reads it: "Lena Roth signed in from 10.0.0.7 (Laptop)".
QString auditSentence(const DecodedRow &row, const RecordTexts &texts);

} // namespace frontdesk::models
