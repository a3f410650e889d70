// SPDX-License-Identifier: GPL-3.0-or-later
#include "locking/FileLock.h"

#include <QtCore/QLockFile>

namespace frontdesk {

/// On Windows a file that a program holds open cannot be removed: whatever its age, only what nobody holds is taken
/// over.
struct FileLock::Private {
    explicit Private(const QString &fileName)
        : file(fileName)
    {
        constexpr int leftBehind = 1'000; // ms; longer than it takes to write who holds it
        file.setStaleLockTime(leftBehind);
    }
    QLockFile file;
};

FileLock::FileLock(QString fileName)
    : m_fileName(std::move(fileName))
    , d(std::make_unique<Private>(m_fileName))
{
}

FileLock::~FileLock() = default;

FileLock::Outcome FileLock::tryLock()
{
    if (d->file.isLocked() || d->file.tryLock(0))
        return Outcome::Taken;
    return d->file.error() == QLockFile::LockFailedError ? Outcome::Held : Outcome::NotPossible;
}

void FileLock::unlock()
{
    d->file.unlock();
}

qint64 FileLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    return d->file.getLockInfo(&process, &host, &program) ? process : 0;
}

} // namespace frontdesk
