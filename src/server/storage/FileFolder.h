// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"
#include "domain/Types.h"

namespace frontdesk::server {

/// A file on its way here. Each person's is one of its own: what somebody else has sent of the same file gives nobody
/// anything.
struct Upload {
    UserId user;
    QString hash;
    qint64 size = 0; ///< bytes when it is whole
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
    [[nodiscard]] qint64 reserved() const;
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
};

Error unknownFile();

} // namespace frontdesk::server
