// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Step.h"

namespace frontdesk::torture {

/// Gives this process and those it starts a view of their own of what is mounted where: what is mounted from now on is
/// seen by nobody else, and is gone with them. So are their shared memory and their temporary files. Without root a
/// user namespace makes it possible; some systems allow neither. To be called while the process has one thread. What
/// went wrong; empty: nothing.
QString enterOwnMounts();

/// A small disk of its own (tmpfs) in a folder.
class Disk {
public:
    explicit Disk(QString folder);
    ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    [[nodiscard]] QString mount();
    [[nodiscard]] DiskState state() const { return m_state; }
    /// What went wrong; empty: nothing. Nobody may have a file open for writing when it becomes read-only.
    [[nodiscard]] QString become(DiskState state);

private:
    [[nodiscard]] QString fill() const;
    [[nodiscard]] QString remount(unsigned long flags) const;
    [[nodiscard]] QByteArray filler() const;

    const QString m_folder;
    bool m_mounted = false;
    DiskState m_state = DiskState::Well;
};

} // namespace frontdesk::torture
