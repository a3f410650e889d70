// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DatabaseFile.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace frontdesk::store {

namespace {

/// A database and what SQLite keeps beside it.
const QStringList suffixes{QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};

/// What is to take the place of a damaged file.
QString newOf(const QString &file)
{
    const QFileInfo info(file);
    return QStringLiteral("%1/%2.new.sqlite").arg(info.path(), info.completeBaseName());
}

std::unique_ptr<Database> open(const QString &file, Database::Durability durability,
                               std::span<const Migration> migrations)
{
    createPrivateFile(file);
    auto database = std::make_unique<Database>(file, durability);
    migrate(*database, migrations);
    return database;
}

void makeNew(const QString &file, Database::Durability durability, std::span<const Migration> migrations,
             const std::function<void(Database &)> &salvage)
{
    const auto database = open(newOf(file), durability, migrations);
    Transaction transaction(*database, Transaction::Writing);
    if (salvage)
        salvage(*database);
    transaction.commit();
    // What is still in its log would not come with it when it is renamed.
    if (database->number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) != 0)
        throw StorageFailure{lockedError(database->file())};
}

/// Returns where the damaged file went. That goes first: without it, the new one is known to be whole.
QString putNewInPlace(const QString &file)
{
    const QString damaged = setAside(file);
    if (!QFile::rename(newOf(file), file))
        throw StorageFailure{readOnlyError(file)};
    return damaged;
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
    for (const QString &suffix : suffixes) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, name + suffix))
            throw StorageFailure{readOnlyError(file)};
    }
    return name;
}

bool removeSetAside(const QString &file, Kept kept)
{
    const QFileInfo info(file);
    QDir folder = info.dir();
    const QString name = info.completeBaseName() + QStringLiteral(".corrupt-*.sqlite");
    const QStringList byTime = folder.entryList({name}, QDir::Files, QDir::Name);
    const QString newest = kept == Kept::Newest && !byTime.isEmpty() ? byTime.last() : QString();
    bool removed = true;
    const QStringList all = folder.entryList({name + QLatin1Char('*')}, QDir::Files);
    for (const QString &found : all)
        if (newest.isEmpty() || !found.startsWith(newest))
            removed = folder.remove(found) && removed;
    return removed;
}

OpenedFile openFile(const QString &file, Database::Durability durability, std::span<const Migration> migrations,
                    const std::function<bool(Database &)> &isSound, const std::function<void(Database &)> &salvage)
{
    if (QFile::exists(file)) {
        for (const QString &suffix : suffixes)
            QFile::remove(newOf(file) + suffix); // a start before this one did not finish it
    } else if (QFile::exists(newOf(file))) {
        putNewInPlace(file);
    }
    try {
        auto database = open(file, durability, migrations);
        if (isSound(*database))
            return {std::move(database), {}};
    } catch (const StorageFailure &failure) {
        if (failure.error.code != codes::corrupt)
            throw;
    }
    makeNew(file, durability, migrations, salvage);
    const QString damaged = putNewInPlace(file);
    return {open(file, durability, migrations), damaged};
}

} // namespace frontdesk::store
