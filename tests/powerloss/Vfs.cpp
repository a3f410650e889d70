// SPDX-License-Identifier: GPL-3.0-or-later
// The VFS interface: https://sqlite.org/c3ref/vfs.html, https://sqlite.org/c3ref/io_methods.html
#include "Vfs.h"

#include "Power.h"

#include <QtCore/QFile>

#include <new>
#include <sqlite3.h>

namespace frontdesk::powerloss {

namespace {

/// One open file; SQLite's own follows behind it in memory.
struct File {
    sqlite3_file base;
    Power *power;
    Disk::File inode;
    bool syncsFolder; ///< SQLite syncs the folder with the first sync of a journal that it may have made
};

sqlite3_vfs *own = nullptr;
thread_local sqlite3 *openedLast = nullptr;
thread_local bool forcing = false;

File &fileOf(sqlite3_file *handle)
{
    return *reinterpret_cast<File *>(handle);
}

sqlite3_file *realOf(sqlite3_file *handle)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(handle) + sizeof(File));
}

const sqlite3_io_methods &methodsOf(sqlite3_file *handle)
{
    return *realOf(handle)->pMethods;
}

int closeFile(sqlite3_file *handle)
{
    const int result = methodsOf(handle).xClose(realOf(handle));
    fileOf(handle).~File();
    return result;
}

int readFile(sqlite3_file *handle, void *bytes, int size, sqlite3_int64 offset)
{
    const File &file = fileOf(handle);
    return file.inode && !file.power->isOn() ? SQLITE_IOERR_READ
                                             : methodsOf(handle).xRead(realOf(handle), bytes, size, offset);
}

int writeFile(sqlite3_file *handle, const void *bytes, int size, sqlite3_int64 offset)
{
    const File &file = fileOf(handle);
    const auto note = [&](Disk &) { file.inode->write(offset, {static_cast<const char *>(bytes), size}); };
    if (file.inode && !file.power->change(note))
        return SQLITE_IOERR_WRITE;
    return methodsOf(handle).xWrite(realOf(handle), bytes, size, offset);
}

int truncateFile(sqlite3_file *handle, sqlite3_int64 size)
{
    const File &file = fileOf(handle);
    if (file.inode && !file.power->change([&](Disk &) { file.inode->truncate(size); }))
        return SQLITE_IOERR_TRUNCATE;
    return methodsOf(handle).xTruncate(realOf(handle), size);
}

/// The machine itself keeps its power: nothing has to reach its disk.
int syncFile(sqlite3_file *handle, int)
{
    File &file = fileOf(handle);
    if (!file.inode)
        return SQLITE_OK;
    const bool powered = file.power->change([&](Disk &disk) {
        file.inode->sync();
        if (std::exchange(file.syncsFolder, false))
            disk.syncFolder();
    });
    return powered ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int fileSize(sqlite3_file *handle, sqlite3_int64 *size)
{
    return methodsOf(handle).xFileSize(realOf(handle), size);
}
int lockFile(sqlite3_file *handle, int level)
{
    return methodsOf(handle).xLock(realOf(handle), level);
}
int unlockFile(sqlite3_file *handle, int level)
{
    return methodsOf(handle).xUnlock(realOf(handle), level);
}
int checkReservedLock(sqlite3_file *handle, int *held)
{
    return methodsOf(handle).xCheckReservedLock(realOf(handle), held);
}
int sectorSize(sqlite3_file *handle)
{
    return methodsOf(handle).xSectorSize(realOf(handle));
}
int characteristics(sqlite3_file *handle)
{
    return methodsOf(handle).xDeviceCharacteristics(realOf(handle));
}
int mapShared(sqlite3_file *handle, int page, int size, int extend, void volatile **memory)
{
    return methodsOf(handle).xShmMap(realOf(handle), page, size, extend, memory);
}
int lockShared(sqlite3_file *handle, int offset, int count, int flags)
{
    return methodsOf(handle).xShmLock(realOf(handle), offset, count, flags);
}
void shareBarrier(sqlite3_file *handle)
{
    methodsOf(handle).xShmBarrier(realOf(handle));
}
int unmapShared(sqlite3_file *handle, int remove)
{
    return methodsOf(handle).xShmUnmap(realOf(handle), remove);
}

int controlFile(sqlite3_file *handle, int operation, void *argument)
{
    const File &file = fileOf(handle);
    if (operation == SQLITE_FCNTL_PRAGMA && file.inode && !forcing) {
        const ForcedPragmas &forced = file.power->forced();
        const char *const *words = static_cast<char **>(argument); // a place for an error, name, value
        // With the first pragma after the opening, at whose end SQLite puts its own value back.
        if (sqlite3 *database = std::exchange(openedLast, nullptr); database && forced.contains("wal_autocheckpoint"))
            sqlite3_wal_autocheckpoint(database, forced["wal_autocheckpoint"].toInt());
        if (words[2] && forced.contains(QByteArray(words[1]).toLower()))
            return SQLITE_OK; // "done": SQLite does not look at it
    }
    return methodsOf(handle).xFileControl(realOf(handle), operation, argument);
}

// Version 2: without memory-mapped reading, which would pass by.
const sqlite3_io_methods methods{
    2,          closeFile,    readFile,          writeFile,   truncateFile, syncFile,        fileSize,
    lockFile,   unlockFile,   checkReservedLock, controlFile, sectorSize,   characteristics, mapShared,
    lockShared, shareBarrier, unmapShared,       nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *handle, int flags, int *outFlags)
{
    auto *file = new (handle) File{};
    Power *power = Power::current();
    const QString path = name ? QFile::decodeName(name) : QString();
    const bool owned = power && !path.isEmpty() && power->owns(path);
    if (owned && !power->isOn())
        return SQLITE_CANTOPEN;
    const int result = own->xOpen(own, name, realOf(handle), flags, outFlags);
    if (result != SQLITE_OK)
        return result; // pMethods stays null: there is nothing to close
    file->base.pMethods = &methods;
    if (owned) {
        file->power = power;
        file->inode = power->open(path);
        constexpr int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
        file->syncsFolder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0;
    }
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    Power *power = Power::current();
    const QString path = QFile::decodeName(name);
    if (power && power->owns(path)) {
        const auto note = [&](Disk &disk) {
            disk.remove(path);
            if (syncFolder)
                disk.syncFolder();
        };
        if (!power->change(note))
            return SQLITE_IOERR_DELETE;
    }
    return own->xDelete(own, name, syncFolder);
}

int force(sqlite3 *database, const char **, const sqlite3_api_routines *)
{
    openedLast = database;
    const Power *power = Power::current();
    const char *path = sqlite3_db_filename(database, "main");
    if (!power || !path || !power->owns(QFile::decodeName(path)))
        return SQLITE_OK;
    forcing = true;
    for (auto pragma = power->forced().begin(); pragma != power->forced().end(); ++pragma) {
        const QByteArray sql = "PRAGMA " + pragma.key() + '=' + pragma.value();
        sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr);
    }
    forcing = false;
    return SQLITE_OK;
}

} // namespace

void installVfs()
{
    if (own)
        return;
    own = sqlite3_vfs_find(nullptr);
    // What is copied does not depend on which VFS it is called with.
    static sqlite3_vfs vfs = *own;
    vfs.szOsFile = int(sizeof(File)) + own->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = "powerloss";
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&vfs, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(force));
}

} // namespace frontdesk::powerloss
