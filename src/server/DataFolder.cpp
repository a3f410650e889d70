// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/DataFolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

Result<DataFolder> DataFolder::open(const QString &path)
{
    const QString absolute = QDir(path).absolutePath();
    if (path.isEmpty() || !QDir().mkpath(absolute))
        return Error{u"server.storage"_s,
                     u"The data folder %1 cannot be made. Check its path and who may write there."_s.arg(
                         path.isEmpty() ? u"\"\""_s : absolute)};
    if (!QFile::setPermissions(absolute, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{u"server.storage"_s,
                     u"The data folder %1 cannot be made private: it belongs to somebody else."_s.arg(absolute)};
    return DataFolder(absolute);
}

std::unique_ptr<FileLock> DataFolder::lock() const
{
    auto lock = std::make_unique<FileLock>(file(u"server.lock"_s));
    if (lock->tryLock() != FileLock::Outcome::Taken)
        return nullptr;
    return lock;
}

QString DataFolder::address() const
{
    QFile kept(file(u"address"_s));
    return kept.open(QFile::ReadOnly) ? QString::fromUtf8(kept.read(1000)).trimmed() : QString();
}

void DataFolder::setAddress(const QString &url) const
{
    QFile kept(file(u"address"_s));
    if (url.isEmpty())
        kept.remove();
    else if (kept.open(QFile::WriteOnly) && kept.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        kept.write(url.toUtf8() + '\n'); // when it cannot be written, new users are seen a little later
}

} // namespace frontdesk::server
