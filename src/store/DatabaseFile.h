// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Migrations.h"

#include <functional>

namespace frontdesk::store {

/// Makes an empty file that only its owner can read (SQLite gives the same permissions to the files beside it). Throws
/// StorageFailure.
void createPrivateFile(const QString &file);

/// Renames the file and those that SQLite keeps beside it to `NAME.corrupt-<UTC time>.sqlite`; returns the new path.
/// Throws StorageFailure.
QString setAside(const QString &file);
enum class Kept { None, Newest };
/// Removes what was ever set aside of the file. False: something could not be.
bool removeSetAside(const QString &file, Kept kept);

struct OpenedFile {
    std::unique_ptr<Database> database;
    QString damaged; ///< where the damaged file went; empty: there was none
};

/// Opens or creates the file and brings its schema to the newest version. `isSound` decides whether a file that opens
/// is usable. A damaged one is set aside for a new one, into which `salvage` writes what it can of it, in a transaction
/// of openFile()'s. Until the new one is whole the damaged one stays where it is, for the next start to try again.
/// Throws StorageFailure for everything else.
OpenedFile openFile(const QString &file, Database::Durability durability, std::span<const Migration> migrations,
                    const std::function<bool(Database &)> &isSound,
                    const std::function<void(Database &)> &salvage = {});

} // namespace frontdesk::store
