// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"
#include "domain/Record.h"
#include "server/storage/Database.h"

namespace frontdesk::server {

/// Which files there are, who has put them here, and which conversations and records name them: from that follows who
/// may read one. Their bytes are FileFolder's. Storage thread.
class FileRecords {
public:
    explicit FileRecords(Database &database)
        : m_database(database)
    {
    }

    /// The size of a file that the person may read: who has put it, and who sees what names it. Nothing: there is none,
    /// or none for them.
    std::optional<qint64> sizeFor(const UserId &user, const QString &hash);
    /// `at`: milliseconds since 1970.
    void put(const UserId &user, const QString &hash, qint64 size, qint64 at);
    /// Why this person cannot name these: `file.missing`, `file.invalid`.
    std::optional<Error> problemWith(const UserId &user, const QVector<FileRef> &files);
    /// A conversation or a record names them from now on; for good, since its history does.
    void use(const RecordRef &subject, const QVector<FileRef> &files);

    qint64 bytes(); ///< of all; counted anew only after one has come or gone
    bool isKnown(const QString &hash);
    void forgetUnnamed(qint64 before);    ///< those that nothing names and nobody has put since
    void forgetSum() { m_bytes.reset(); } ///< what was written is undone

private:
    Database &m_database;
    std::optional<qint64> m_bytes; ///< each piece of an upload asks for it
};

} // namespace frontdesk::server
