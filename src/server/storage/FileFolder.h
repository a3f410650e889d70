// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"
#include "domain/Types.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <memory>
#include <mutex>

namespace frontdesk::server {

/// A file on its way here. Each person's is one of its own: what somebody else has sent of the same file gives nobody
/// anything.
struct Upload {
    UserId user;
    QString hash;
    qint64 size = 0; ///< bytes when it is whole
};

/// The uploads that are not whole, so that nobody has to look through their folder for the room they take. Any thread.
class UnfinishedUploads {
public:
    void add(const Upload &upload); ///< again changes nothing
    void remove(const Upload &upload);
    [[nodiscard]] qint64 bytes() const; ///< when all of them are whole
    [[nodiscard]] qsizetype countOf(const UserId &user) const;

private:
    using File = std::pair<QString, qint64>; ///< hash, size
    mutable std::mutex m_mutex;
    QHash<UserId, QSet<File>> m_files; ///< no empty ones
    qint64 m_bytes = 0;
};

/// The files of the data folder, each under the hash of its bytes (`files/`), and those that are not whole yet
/// (`files/unfinished/`); for their owner only. What is done to uploads is done in one thread at a time (FileThread),
/// what becomes of whole files in that of the storage.
class FileFolder {
public:
    /// Makes the folders when they are missing. Error: server.storage.
    static Result<FileFolder> open(const QString &path);

    // Uploads
    [[nodiscard]] qint64 have(const Upload &upload) const; ///< bytes of it that are here
    /// Bytes that uploads take, or will take when they are whole.
    [[nodiscard]] qint64 reserved() const { return m_unfinished->bytes(); }
    [[nodiscard]] qsizetype unfinishedOf(const UserId &user) const { return m_unfinished->countOf(user); }
    Result<Done> append(const Upload &upload, const QByteArray &bytes);
    /// Whether the bytes are those that the hash says, and on the disk for good; if not, they are forgotten:
    /// `file.damaged`.
    Result<Done> check(const Upload &upload);
    void forget(const Upload &upload);
    void forgetUploads(qint64 before); ///< those that nothing was added to since; milliseconds since 1970

    // Whole files
    [[nodiscard]] bool has(const QString &hash, qint64 size) const;
    /// An upload that was checked becomes a file; again changes nothing.
    Result<Done> adopt(const Upload &upload);
    [[nodiscard]] Result<QByteArray> read(const QString &hash, qint64 offset, qint64 limit) const; ///< file.unknown
    [[nodiscard]] QStringList olderThan(qint64 before) const;                                      ///< hashes
    void remove(const QString &hash);

private:
    explicit FileFolder(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] QString fileOf(const QString &hash) const;
    [[nodiscard]] QString fileOf(const Upload &upload) const;

    QString m_path;
    std::shared_ptr<UnfinishedUploads> m_unfinished = std::make_shared<UnfinishedUploads>(); ///< of all copies of this
};

Error unknownFile();

} // namespace frontdesk::server
