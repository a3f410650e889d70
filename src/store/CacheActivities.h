// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "store/Database.h"

namespace frontdesk::store {

/// The activity feed. An entry may come before the entry into its conversation; it is shown while the stream is known.
class CacheActivities {
public:
    CacheActivities(Database &database, const QString &prefix);

    void put(const Activity &activity); ///< unless the same id is there with a larger seq
    void removeOf(const QString &stream);
    void removeAbout(const RecordRef &record); ///< of the CRM
    /// Removes the first ones as long as they were published before that time, at most `limit`. Returns how many went.
    int removeFirst(qint64 before, int limit);
    [[nodiscard]] QVector<Activity> before(qint64 seq, int limit); ///< newest first

private:
    Statement m_put, m_removeOf, m_removeAbout, m_first, m_removeUpTo, m_before;
};

} // namespace frontdesk::store
