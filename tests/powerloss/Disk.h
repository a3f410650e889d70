// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <map>
#include <memory>
#include <random>
#include <vector>

namespace frontdesk::powerloss {

using Random = std::mt19937_64;

/// A file's bytes, and what each of its sectors was since it was last synced. The disk may write its cache in any
/// order, so that after a loss of power every sector that was written to holds one of the things it held since then.
class Inode {
public:
    static constexpr qint64 sectorSize = 512; // bytes; a disk writes a sector as a whole or not at all

    explicit Inode(QByteArray durable = {})
        : m_content(std::move(durable))
    {
    }
    void write(qint64 offset, QByteArrayView bytes);
    void truncate(qint64 size);
    void sync();

    /// The bytes after a loss of power.
    [[nodiscard]] QByteArray survivor(Random &random) const;

private:
    void remember(qint64 from, qint64 to);

    QByteArray m_content;                                ///< as running programs see it
    std::map<qint64, std::vector<QByteArray>> m_sectors; ///< earlier content by sector, the durable one first
    std::vector<qint64> m_sizes;                         ///< earlier sizes, likewise
};

/// The files of one folder. A file's name belongs to the folder: made or deleted, it stays so only once the folder has
/// been synced, too.
class Disk {
public:
    using File = std::shared_ptr<Inode>;

    void hold(const QString &path, const QByteArray &durable); ///< a file that has been there
    /// The file of that name; `content` is what it holds if nobody has told of it yet.
    File open(const QString &path, const QByteArray &content);
    void remove(const QString &path);
    void syncFolder();

    /// Files and their bytes after a loss of power.
    [[nodiscard]] QMap<QString, QByteArray> survivors(Random &random) const;

private:
    QMap<QString, std::vector<File>> m_names; ///< what the name meant since the folder was synced; null: nothing
};

} // namespace frontdesk::powerloss
