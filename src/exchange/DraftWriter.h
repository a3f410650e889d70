// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Card.h"
#include "exchange/ColumnMapping.h"
#include "exchange/RecordDraft.h"

/// Drafts ↔ what files hold, the way out: the reverse of DraftReader, which reads again what is written here. Pure.
namespace frontdesk::exchange {

/// The cells of a row with the mapping's columns; a column that is left out stays empty.
QStringList rowOf(const RecordDraft &draft, const ColumnMapping &mapping, const QVector<CustomField> &custom = {});

/// Of a contact; for a company, its name is the card's and the company's.
Card cardOf(const RecordDraft &draft, const QString &uid);

} // namespace frontdesk::exchange
