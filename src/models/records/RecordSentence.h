// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "models/records/RecordTexts.h"

namespace frontdesk::models {

/// A row of a record's history as a person reads it: "Lena Roth moved Annual plan to Proposal". `shown` is the record
/// on whose page it stands: it is not named in its own history.
QString recordSentence(const DecodedRow &row, const RecordRef &shown, const RecordTexts &texts);

/// The record that was made or changed; nothing: it is another row.
std::optional<RecordRef> recordOf(const DecodedRow &row);

/// A message likewise: "Maya Okafor wrote: Thank you!"
QString messageSentence(const Message &message, const RecordTexts &texts);

/// Which call a note is about, "Outgoing call, 12 min"; empty: none.
QString callText(const QJsonObject &note, const RecordTexts &texts);

} // namespace frontdesk::models
