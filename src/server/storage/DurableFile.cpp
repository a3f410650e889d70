// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/DurableFile.h"

#include <QtCore/QFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace frontdesk::server {

bool syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadWrite | QFile::ExistingOnly))
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

bool syncFolder(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path); // NTFS keeps a journal of names
    return true;
#else
    const int folder = open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = fsync(folder) == 0;
    close(folder);
    return synced;
#endif
}

} // namespace frontdesk::server
