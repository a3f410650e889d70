// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DatabaseFile.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace frontdesk::store {

namespace {

std::unique_ptr<Database> open(const QString &file, Database::Durability durability,
                               std::span<const Migration> migrations)
{
    createPrivateFile(file);
    auto database = std::make_unique<Database>(file, durability);
    migrate(*database, migrations);
    return database;
}

} // namespace

void createPrivateFile(const QString &file)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile created(file);
    if (created.exists())
        return;
    if (!created.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        throw StorageFailure{readOnlyError(file)};
}

QString setAside(const QString &file)
{
    const QFileInfo info(file);
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString name = QStringLiteral("%1/%2.corrupt-%3.sqlite").arg(info.path(), info.completeBaseName(), time);
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, name + suffix))
            throw StorageFailure{readOnlyError(file)};
    }
    return name;
}

OpenedFile openFile(const QString &file, Database::Durability durability, std::span<const Migration> migrations,
                    const std::function<bool(Database &)> &isSound)
{
    try {
        auto database = open(file, durability, migrations);
        if (isSound(*database))
            return {std::move(database), {}};
    } catch (const StorageFailure &failure) {
        if (failure.error.code != codes::corrupt)
            throw;
    }
    const QString damaged = setAside(file);
    return {open(file, durability, migrations), damaged};
}

} // namespace frontdesk::store
