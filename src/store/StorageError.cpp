// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StorageError.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtSql/QSqlError>

namespace frontdesk::store {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// Primary result codes of SQLite (sqlite.org/rescode.html).
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26 };

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

Error fullError(const QString &place)
{
    return {codes::full, Words::tr("The disk is full, so nothing can be saved in %1. Free some space and try again; "
                                   "what was saved before is safe.")
                             .arg(shown(place))};
}

Error readOnlyError(const QString &place)
{
    return {codes::readOnly, Words::tr("%1 cannot be written to. Make it writable for you, or choose another data "
                                       "folder, and try again.")
                                 .arg(shown(place))};
}

Error lockedError(const QString &place)
{
    return {codes::locked,
            Words::tr("Another program is using %1. Close it, or use its window, and try again.").arg(shown(place))};
}

Error newerError(const QString &file)
{
    return {codes::newer, Words::tr("%1 was written by a newer version of Frontdesk. Update Frontdesk to open it; "
                                    "nothing in it was changed.")
                              .arg(shown(file))};
}

Error errorFrom(const QSqlError &error, const QString &file)
{
    constexpr int primaryCode = 0xff; // the upper bits only refine it
    switch (error.nativeErrorCode().toInt() & primaryCode) {
    case Busy:
    case Locked:
        return lockedError(file);
    case ReadOnly:
        return readOnlyError(file);
    case Full:
        return fullError(file);
    case Corrupt:
    case NotADatabase:
        return {codes::corrupt, Words::tr("%1 is damaged. Restart Frontdesk: it sets the damaged file aside and "
                                          "repairs what it can.")
                                    .arg(shown(file))};
    default:
        return {codes::failed, Words::tr("%1 could not be read or written (%2). Check the disk, then restart "
                                         "Frontdesk.")
                                   .arg(shown(file), error.databaseText())};
    }
}

} // namespace frontdesk::store
