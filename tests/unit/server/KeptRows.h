// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Json.h"
#include "server/storage/JournalReader.h"

#include <QtCore/QJsonDocument>

namespace frontdesk::server::testing {

/// A row as a client reads it.
inline JournalRow readRow(const KeptRow &kept)
{
    return decode(QJsonDocument::fromJson(kept.json).object(), readJournalRow).value();
}

} // namespace frontdesk::server::testing
