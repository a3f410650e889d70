// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"
#include "domain/PictureSize.h"
#include "store/DatabaseThread.h"

#include <QtCore/QSet>

namespace frontdesk::store {

/// What of a file is on this computer.
struct BlobState {
    bool here = false;                  ///< all of it
    qint64 bytes = 0;                   ///< how many have come
    std::optional<PictureSize> picture; ///< of one that is here and a picture by its bytes, whatever it calls itself
};

/// The files of one account on this computer (`files/`), each under the hash of its bytes, so that no name of anybody
/// leads anywhere else: those that were attached here, and those that somebody has looked at. In a thread of its own;
/// every method may be called from any thread, in the order of the calls. Errors are those of the store, and file.gone,
/// file.empty, file.tooLarge, file.damaged, file.unreadable.
class Blobs {
public:
    /// Makes the folders when they are missing, for their owner only.
    static Result<std::unique_ptr<Blobs>> open(const QString &folder);
    ~Blobs(); ///< does what was asked

    /// Copies a file of the person's, durable when the future is done. It stays at least until it is released.
    QFuture<Result<FileRef>> adopt(QString path, qint64 most);
    QFuture<Result<FileRef>> adoptBytes(QByteArray bytes, QString name, qint64 most);
    void release(QVector<FileRef> files); ///< something that lasts names them now, or nobody wants them

    QFuture<BlobState> state(FileRef file); ///< it counts as used
    QFuture<Result<QByteArray>> read(QString hash, qint64 offset, qint64 limit);
    /// Adds what was fetched from `offset` on. The last piece is checked against the hash; wrong, all of it is
    /// forgotten: file.damaged.
    QFuture<Result<BlobState>> append(FileRef file, qint64 offset, QByteArray bytes);
    QFuture<Result<Done>> copyTo(FileRef file, QString path);
    /// A copy with the file's own name, made harmless, for another program to open; gone at the next start.
    QFuture<Result<QString>> openable(FileRef file);

    /// Removes what was used longest ago until the rest has no more than `budget` bytes. `needed` (hashes) and what was
    /// adopted and not released stay and are not counted.
    QFuture<Done> trim(qint64 budget, QSet<QString> needed);

    [[nodiscard]] QString pathOf(const QString &hash) const; ///< whether it is there or not

private:
    explicit Blobs(QString folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] QString partOf(const QString &hash) const;
    [[nodiscard]] QString openedFolder() const;
    [[nodiscard]] BlobState stateOf(const FileRef &file) const;
    Result<FileRef> keep(const QByteArray &bytes, const QString &name, qint64 most);
    void trimNow(qint64 budget, const QSet<QString> &needed);

    const QString m_folder;
    QSet<QString> m_held; ///< adopted and not released; thread of the files only
    DatabaseThread m_thread;
};

} // namespace frontdesk::store
