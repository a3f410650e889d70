// SPDX-License-Identifier: GPL-3.0-or-later
#include "locking/FileLock.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace frontdesk {

struct FileLock::Private {
    int file = -1; ///< open as long as the lock is held
};

FileLock::FileLock(QString fileName)
    : m_fileName(std::move(fileName))
    , d(std::make_unique<Private>())
{
}

FileLock::~FileLock()
{
    unlock();
}

FileLock::Outcome FileLock::tryLock()
{
    if (d->file >= 0)
        return Outcome::Taken;
    const int file = ::open(QFile::encodeName(m_fileName).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return Outcome::NotPossible;
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const bool held = errno == EWOULDBLOCK;
        ::close(file);
        return held ? Outcome::Held : Outcome::NotPossible;
    }
    d->file = file;
    // For people only: on a full disk it is left out.
    const QByteArray number = QByteArray::number(qint64(::getpid())) + '\n';
    [[maybe_unused]] const bool isWritten =
        ::ftruncate(file, 0) == 0 && ::write(file, number.constData(), size_t(number.size())) == number.size();
    return Outcome::Taken;
}

void FileLock::unlock()
{
    if (d->file >= 0)
        ::close(std::exchange(d->file, -1));
}

qint64 FileLock::holder() const
{
    QFile file(m_fileName);
    constexpr qint64 longestNumber = 20;
    return file.open(QIODevice::ReadOnly) ? file.readLine(longestNumber).trimmed().toLongLong() : 0;
}

} // namespace frontdesk
