// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "store/Database.h"

namespace frontdesk::store {

/// What all devices of this person share.
class CacheOwnValues {
public:
    CacheOwnValues(Database &database, const QString &prefix);

    void put(const OwnValue &own);                  ///< the one with the larger seq counts
    [[nodiscard]] QHash<QString, QJsonValue> all(); ///< by key

private:
    Statement m_put, m_all;
};

} // namespace frontdesk::store
