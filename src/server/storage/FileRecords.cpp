// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FileRecords.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

std::optional<qint64> FileRecords::sizeFor(const UserId &user, const QString &hash)
{
    // A conversation's stream is called as it is, a record's is where it is now.
    const qint64 size = m_database.number(
        u"SELECT size FROM files WHERE hash = ? AND (EXISTS (SELECT 1 FROM file_puts WHERE hash = ? AND user_id = ?) "
        "OR EXISTS (SELECT 1 FROM file_uses f "
        "LEFT JOIN records r ON r.kind = f.kind AND r.id = f.id "
        "JOIN memberships m ON m.user_id = ? AND m.to_seq IS NULL "
        "AND m.stream = CASE f.kind WHEN 'conversation' THEN 'conversation:' || f.id ELSE r.stream END "
        "WHERE f.hash = ?))"_s,
        {hash, hash, user.text(), user.text(), hash}, -1);
    return size < 0 ? std::nullopt : std::optional(size);
}

void FileRecords::put(const UserId &user, const QString &hash, qint64 size, qint64 at)
{
    m_database.run(u"INSERT INTO files (hash, size) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"_s, {hash, size});
    forgetSum();
    m_database.run(u"INSERT OR REPLACE INTO file_puts (hash, user_id, at) VALUES (?, ?, ?)"_s, {hash, user.text(), at});
}

std::optional<Error> FileRecords::problemWith(const UserId &user, const QVector<FileRef> &files)
{
    for (const FileRef &file : files) {
        const auto size = sizeFor(user, file.hash);
        if (!size)
            return Error{.code = u"file.missing"_s,
                         .message =
                             u"The server does not have the file \"%1\"; it has to be sent first."_s.arg(file.name),
                         .detail = {{u"hash"_s, file.hash}}};
        if (*size != file.size)
            return Error{u"file.invalid"_s, u"The file \"%1\" is of another size."_s.arg(file.name)};
    }
    return {};
}

void FileRecords::use(const RecordRef &subject, const QVector<FileRef> &files)
{
    for (const FileRef &file : files)
        m_database.run(u"INSERT INTO file_uses (hash, kind, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                       {file.hash, nameOf(subject.kind), subject.id});
}

qint64 FileRecords::bytes()
{
    if (!m_bytes)
        m_bytes = m_database.number(u"SELECT sum(size) FROM files"_s);
    return *m_bytes;
}

bool FileRecords::isKnown(const QString &hash)
{
    return m_database.number(u"SELECT count(*) FROM files WHERE hash = ?"_s, {hash}) > 0;
}

void FileRecords::forgetUnnamed(qint64 before)
{
    m_database.run(u"DELETE FROM files WHERE hash NOT IN (SELECT hash FROM file_uses) "
                   "AND hash NOT IN (SELECT hash FROM file_puts WHERE at >= ?)"_s,
                   {before});
    forgetSum();
    m_database.run(u"DELETE FROM file_puts WHERE hash NOT IN (SELECT hash FROM files)"_s);
}

} // namespace frontdesk::server
