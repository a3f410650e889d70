// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ZipfLanguage.h"
#include "domain/Record.h"

namespace bench {

/// What a contact holds who belongs to nobody yet.
struct SampleContact {
    QJsonObject fields;
    frontdesk::ListValues lists;

    static SampleContact make(ZipfLanguage &language);
};

const QStringList &contactStatuses(); ///< those that a workspace begins with

} // namespace bench
