// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Blobs.h"

#include "store/StorageError.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QMimeDatabase>
#include <QtCore/QSaveFile>
#include <QtCore/QStorageInfo>

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

bool makePrivate(const QString &folder)
{
    return QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
}

Error notWritten(const QString &path)
{
    constexpr qint64 smallestUseful = 64 * 1024;
    const QString folder = QFileInfo(path).path();
    return QStorageInfo(folder).bytesAvailable() < smallestUseful ? fullError(folder) : readOnlyError(folder);
}

Error gone(const QString &name)
{
    return {QStringLiteral("file.gone"),
            Words::tr("The file \"%1\" is no longer on this computer. Attach it again.").arg(name)};
}

Error damaged(const QString &name)
{
    return {QStringLiteral("file.damaged"),
            Words::tr("What has arrived of \"%1\" is not what was announced. Try again.").arg(name)};
}

Error unreadable(const QString &path)
{
    return {QStringLiteral("file.unreadable"),
            Words::tr("%1 cannot be read. Check that it is a file and that you may read it.")
                .arg(QDir::toNativeSeparators(path))};
}

/// Why a file of that size cannot be attached.
std::optional<Error> problemWith(qint64 size, qint64 most, const QString &name)
{
    if (size <= 0)
        return Error{QStringLiteral("file.empty"),
                     Words::tr("\"%1\" is empty, so there is nothing to send.").arg(name)};
    if (size > most)
        return Error{QStringLiteral("file.tooLarge"), Words::tr("\"%1\" is too large: a file may have at most %2.")
                                                          .arg(name, QLocale().formattedDataSize(most, 0))};
    return {};
}

void touch(const QString &path)
{
    QFile file(path);
    if (file.open(QFile::ReadWrite | QFile::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

bool writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path); // it waits for the disk before it takes its place
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return false;
    return QFile::setPermissions(path, ownerOnly);
}

std::optional<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<Blobs>> Blobs::open(const QString &folder)
{
    std::unique_ptr<Blobs> blobs(new Blobs(folder + QStringLiteral("/files")));
    if (!makePrivate(blobs->m_folder) || !makePrivate(blobs->m_folder + QStringLiteral("/coming")))
        return readOnlyError(blobs->m_folder);
    QDir(blobs->openedFolder()).removeRecursively();
    return blobs;
}

Blobs::~Blobs() = default;

QString Blobs::pathOf(const QString &hash) const
{
    return m_folder + QLatin1Char('/') + (isFileHash(hash) ? hash : QStringLiteral("none"));
}

QString Blobs::partOf(const QString &hash) const
{
    return m_folder + QStringLiteral("/coming/") + (isFileHash(hash) ? hash : QStringLiteral("none"));
}

QString Blobs::openedFolder() const
{
    return m_folder + QStringLiteral("/opened");
}

QFuture<Result<FileRef>> Blobs::adopt(QString path, qint64 most)
{
    return m_thread.run([this, path = std::move(path), most]() -> Result<FileRef> {
        const QFileInfo info(path);
        if (!info.isFile())
            return unreadable(path);
        if (auto problem = problemWith(info.size(), most, info.fileName()))
            return *std::move(problem);
        const auto bytes = readWhole(path);
        return bytes ? keep(*bytes, info.fileName(), most) : unreadable(path);
    });
}

QFuture<Result<FileRef>> Blobs::adoptBytes(QByteArray bytes, QString name, qint64 most)
{
    return m_thread.run(
        [this, bytes = std::move(bytes), name = std::move(name), most] { return keep(bytes, name, most); });
}

Result<FileRef> Blobs::keep(const QByteArray &bytes, const QString &name, qint64 most)
{
    if (auto problem = problemWith(bytes.size(), most, name))
        return *std::move(problem);
    const auto picture = pictureSize(bytes.left(pictureHead));
    const FileRef file{
        .hash = hashOf(bytes),
        .name = fileNameFrom(name),
        .size = bytes.size(),
        .type = picture ? picture->type
                        : QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name().left(limits::fileType)};
    const QString path = pathOf(file.hash);
    if (QFileInfo(path).size() == file.size)
        touch(path);
    else if (!writeWhole(path, bytes))
        return notWritten(path);
    m_held.insert(file.hash);
    return file;
}

void Blobs::release(QVector<FileRef> files)
{
    m_thread.run([this, files = std::move(files)] {
        for (const FileRef &file : files)
            m_held.remove(file.hash);
    });
}

BlobState Blobs::stateOf(const FileRef &file) const
{
    const QFileInfo whole(pathOf(file.hash));
    if (!whole.isFile() || whole.size() != file.size)
        return {.here = false, .bytes = QFileInfo(partOf(file.hash)).size(), .picture = {}};
    BlobState state{.here = true, .bytes = file.size, .picture = {}};
    QFile bytes(whole.filePath());
    if (isPicture(file) && bytes.open(QFile::ReadOnly))
        state.picture = pictureSize(bytes.read(pictureHead));
    return state;
}

QFuture<BlobState> Blobs::state(FileRef file)
{
    return m_thread.run([this, file = std::move(file)] {
        const BlobState state = stateOf(file);
        if (state.here)
            touch(pathOf(file.hash));
        return state;
    });
}

QFuture<Result<QByteArray>> Blobs::read(QString hash, qint64 offset, qint64 limit)
{
    return m_thread.run([this, hash = std::move(hash), offset, limit]() -> Result<QByteArray> {
        QFile file(pathOf(hash));
        if (!file.open(QFile::ReadOnly) || !file.seek(offset))
            return gone(hash.left(8));
        QByteArray bytes = file.read(limit);
        return bytes.isEmpty() ? Result<QByteArray>(gone(hash.left(8))) : bytes;
    });
}

QFuture<Result<BlobState>> Blobs::append(FileRef file, qint64 offset, QByteArray bytes)
{
    return m_thread.run([this, file = std::move(file), offset, bytes = std::move(bytes)]() -> Result<BlobState> {
        QFile part(partOf(file.hash));
        if (part.size() != offset) // asked for before something else has come
            return stateOf(file);
        if (offset + bytes.size() > file.size || bytes.isEmpty()) {
            part.remove();
            return damaged(file.name);
        }
        if (!part.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered, ownerOnly))
            return notWritten(part.fileName());
        if (part.write(bytes) != bytes.size()) {
            part.resize(offset);
            return notWritten(part.fileName());
        }
        part.close();
        if (part.size() < file.size)
            return stateOf(file);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const bool readable = part.open(QFile::ReadOnly) && hash.addData(&part);
        part.close();
        if (!readable || hash.result().toHex() != file.hash.toLatin1()) {
            part.remove();
            return damaged(file.name);
        }
        const QString path = pathOf(file.hash);
        QFile::remove(path);
        if (!part.rename(path))
            return notWritten(path);
        return stateOf(file);
    });
}

QFuture<Result<Done>> Blobs::copyTo(FileRef file, QString path)
{
    return m_thread.run([this, file = std::move(file), path = std::move(path)]() -> Result<Done> {
        const auto bytes = readWhole(pathOf(file.hash));
        if (!bytes)
            return gone(file.name);
        QSaveFile target(path);
        if (!target.open(QFile::WriteOnly) || target.write(*bytes) != bytes->size() || !target.commit())
            return notWritten(path);
        return Done{};
    });
}

QFuture<Result<QString>> Blobs::openable(FileRef file)
{
    return m_thread.run([this, file = std::move(file)]() -> Result<QString> {
        const auto bytes = readWhole(pathOf(file.hash));
        if (!bytes)
            return gone(file.name);
        const QString folder = openedFolder() + QLatin1Char('/') + file.hash.left(16);
        QString path = folder + QLatin1Char('/') + localNameFor(file);
        if (!makePrivate(openedFolder()) || !makePrivate(folder) || !writeWhole(path, *bytes))
            return notWritten(path);
        return path;
    });
}

QFuture<Done> Blobs::trim(qint64 budget, QSet<QString> needed)
{
    return m_thread.run([this, budget, needed = std::move(needed)] {
        trimNow(budget, needed);
        return Done{};
    });
}

void Blobs::trimNow(qint64 budget, const QSet<QString> &needed)
{
    // Whole ones and those that are coming: the ones that were used longest ago first.
    QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden) +
                          QDir(m_folder + QStringLiteral("/coming")).entryInfoList(QDir::Files | QDir::Hidden);
    // What has to stay takes no room from the others: they would go at once and be fetched again and again.
    files.removeIf(
        [&](const QFileInfo &file) { return needed.contains(file.fileName()) || m_held.contains(file.fileName()); });
    std::stable_sort(files.begin(), files.end(),
                     [](const QFileInfo &a, const QFileInfo &b) { return a.lastModified() < b.lastModified(); });
    qint64 bytes = 0;
    for (const QFileInfo &file : std::as_const(files))
        bytes += file.size();
    for (const QFileInfo &file : std::as_const(files)) {
        if (bytes <= budget)
            break;
        if (QFile::remove(file.filePath()))
            bytes -= file.size();
    }
    if (budget == 0)
        QDir(openedFolder()).removeRecursively();
}

} // namespace frontdesk::store
