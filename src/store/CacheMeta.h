// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "figures/Answer.h"
#include "store/Database.h"

namespace frontdesk::store {

/// Single values of the cache.
class CacheMeta {
public:
    explicit CacheMeta(Database &database);

    [[nodiscard]] Cursor cursor();
    void setCursor(const Cursor &cursor);
    [[nodiscard]] Cursor snapshotCursor(); ///< of the snapshot that is being written
    void setSnapshotCursor(const Cursor &cursor);
    [[nodiscard]] Cursor told(); ///< how far the person was told what came; of no epoch: never
    void setTold(const Cursor &cursor);

    [[nodiscard]] std::optional<User> me();
    void setMe(const User &me);

    /// The figures of the dashboard that were seen last.
    [[nodiscard]] std::optional<figures::Answer> figures();
    void setFigures(const std::optional<figures::Answer> &answer);

    /// False from opening until closing: after a crash the file is checked.
    [[nodiscard]] bool wasClosed();
    void setClosed(bool closed);

    /// The version of this program that last tried to understand the rows kept raw.
    [[nodiscard]] QString decodedBy();
    void setDecodedBy(const QString &version);

    /// The rules that the words of the search index were made by.
    [[nodiscard]] QString searchRules();
    void setSearchRules(const QString &rules);
    /// The same of the index of records, and of their sort keys.
    [[nodiscard]] QString recordRules();
    void setRecordRules(const QString &rules);

private:
    [[nodiscard]] QString text(QLatin1String key);
    void set(QLatin1String key, const QString &value);
    [[nodiscard]] Cursor cursor(QLatin1String prefix);
    void setCursor(QLatin1String prefix, const Cursor &cursor);

    Statement m_get, m_set;
};

} // namespace frontdesk::store
