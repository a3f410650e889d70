// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Disk.h"

#include <QtCore/QHash>

#include <mutex>

namespace frontdesk::powerloss {

/// What every connection is told at its opening whatever the program wants: PRAGMA name → value.
using ForcedPragmas = QHash<QByteArray, QByteArray>;

/// The current of one computer whose databases lie in one folder. SQLite goes through a VFS that tells a Disk of every
/// change below that folder; after a number of changes the power goes: from then on nothing can be read or written any
/// more, as for a program that has ended. Other folders are not touched. One at a time in a process; thread-safe.
class Power {
public:
    /// The files that are in the folder now are durable. `changes`: how many the disk lives to see.
    Power(const QString &folder, std::uint64_t seed, qint64 changes, ForcedPragmas forced = {});
    ~Power();
    Power(const Power &) = delete;
    Power &operator=(const Power &) = delete;

    [[nodiscard]] bool isOn() const;
    void cut(); ///< now, unless it has happened
    /// Writes what has survived into a new folder; after the cut.
    void writeSurvivors(const QString &folder) const;

    // For the VFS
    [[nodiscard]] bool owns(const QString &path) const { return path.startsWith(m_prefix); }
    [[nodiscard]] const ForcedPragmas &forced() const { return m_forced; }
    /// Null: there is no power.
    Disk::File open(const QString &path);
    /// A change, of which `note` tells the disk; false: the power is gone, and the caller's change has failed. The
    /// change with which it goes may still have reached the disk.
    bool change(const std::function<void(Disk &)> &note);

    /// The one that is there; null: none.
    static Power *current();

private:
    void cutLocked();

    const QString m_folder;
    const QString m_prefix;
    const ForcedPragmas m_forced;
    mutable std::mutex m_mutex;
    Random m_random;
    Disk m_disk;
    qint64 m_left;
    bool m_on = true;
    QMap<QString, QByteArray> m_survivors;
};

} // namespace frontdesk::powerloss
