// SPDX-License-Identifier: GPL-3.0-or-later
#include "locking/FileLock.h"

#include <QtCore/QLockFile>

namespace frontdesk {

/// On Windows QLockFile's file cannot be opened by another program, and the system closes it with the process.
struct FileLock::Private {
    explicit Private(const QString &fileName)
        : file(fileName)
    {
        file.setStaleLockTime(0); // never by age: only when its process is gone
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
