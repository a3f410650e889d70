// SPDX-License-Identifier: GPL-3.0-or-later
#include "Disk.h"

#include <QtCore/QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto size = "size=12m"; // a database, its log up to the checkpoint, and some room

QString failed(const QString &what)
{
    return u"%1: %2"_s.arg(what, QString::fromLocal8Bit(std::strerror(errno)));
}

bool writeWhole(const char *file, const QByteArray &text)
{
    QFile out(QString::fromLatin1(file));
    return out.open(QFile::WriteOnly | QFile::Unbuffered) && out.write(text) == text.size();
}

} // namespace

QString enterOwnMounts()
{
    const auto user = getuid();
    const auto group = getgid();
    if (user == 0) {
        if (unshare(CLONE_NEWNS) != 0)
            return failed(u"no mounts of their own"_s);
    } else {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return failed(u"no user namespace"_s);
        writeWhole("/proc/self/setgroups", "deny");
        if (!writeWhole("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1") ||
            !writeWhole("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1"))
            return failed(u"no root in a user namespace"_s);
    }
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return failed(u"mounts cannot be made private"_s);
    // libfaketime leaves semaphores of killed processes behind; and what is temporary waits for no disk.
    if (::mount("tmpfs", "/dev/shm", "tmpfs", 0, "size=256m") != 0)
        return failed(u"nothing can be mounted"_s);
    qputenv("TMPDIR", "/dev/shm");
    return {};
}

Disk::Disk(QString folder)
    : m_folder(std::move(folder))
{
}

Disk::~Disk()
{
    if (m_mounted)
        umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

QString Disk::mount()
{
    m_mounted = ::mount("tmpfs", QFile::encodeName(m_folder).constData(), "tmpfs", 0, size) == 0;
    return m_mounted ? QString() : failed(u"%1 cannot be mounted"_s.arg(m_folder));
}

QString Disk::become(DiskState state)
{
    const DiskState before = std::exchange(m_state, state);
    if (before == DiskState::ReadOnly)
        if (const QString problem = remount(0); !problem.isEmpty())
            return problem;
    if (before == DiskState::Full && ::unlink(filler().constData()) != 0)
        return failed(u"the filler cannot be removed"_s);
    switch (state) {
    case DiskState::Well:
        return {};
    case DiskState::Full:
        return fill();
    case DiskState::ReadOnly:
        return remount(MS_RDONLY);
    }
    Q_UNREACHABLE();
}

QString Disk::fill() const
{
    const int file = ::open(filler().constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return failed(u"the filler cannot be made"_s);
    off_t taken = 0;
    for (off_t piece = off_t(1) << 22; piece >= 4096;) {
        if (posix_fallocate(file, taken, piece) == 0)
            taken += piece;
        else
            piece /= 2;
    }
    ::close(file);
    return {};
}

QString Disk::remount(unsigned long flags) const
{
    if (::mount(nullptr, QFile::encodeName(m_folder).constData(), nullptr, MS_REMOUNT | flags, size) != 0)
        return failed(u"%1 cannot be mounted anew"_s.arg(m_folder));
    return {};
}

QByteArray Disk::filler() const
{
    return QFile::encodeName(m_folder + "/filler"_L1);
}

} // namespace frontdesk::torture
