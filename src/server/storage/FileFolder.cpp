// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FileFolder.h"

#include "server/storage/DurableFile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
const QString unfinished = u"/unfinished"_s;

bool makePrivate(const QString &path)
{
    return QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly | QFile::ExeOwner);
}

Error notWritten(const QString &path)
{
    return {u"server.storage"_s,
            u"The file %1 cannot be written. Check the space on the disk and who may write there."_s.arg(path)};
}

/// The upload that a file in the folder of the unfinished ones is.
std::optional<Upload> uploadIn(const QString &fileName)
{
    const QStringList parts = fileName.split(u'.');
    if (parts.size() != 3)
        return {};
    return Upload{.user = UserId(parts[1]), .hash = parts[0], .size = parts[2].toLongLong()};
}

} // namespace

void UnfinishedUploads::add(const Upload &upload)
{
    const std::lock_guard lock(m_mutex);
    QSet<File> &files = m_files[upload.user];
    const File file(upload.hash, upload.size);
    if (files.contains(file))
        return;
    files.insert(file);
    m_bytes += upload.size;
}

void UnfinishedUploads::remove(const Upload &upload)
{
    const std::lock_guard lock(m_mutex);
    const auto files = m_files.find(upload.user);
    if (files == m_files.end() || !files->remove({upload.hash, upload.size}))
        return;
    m_bytes -= upload.size;
    if (files->isEmpty())
        m_files.erase(files);
}

qint64 UnfinishedUploads::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

qsizetype UnfinishedUploads::countOf(const UserId &user) const
{
    const std::lock_guard lock(m_mutex);
    const auto files = m_files.constFind(user);
    return files == m_files.constEnd() ? 0 : files->size();
}

Error unknownFile()
{
    return {u"file.unknown"_s, u"There is no such file."_s};
}

Result<FileFolder> FileFolder::open(const QString &path)
{
    if (!makePrivate(path) || !makePrivate(path + unfinished))
        return Error{u"server.storage"_s,
                     u"The folder %1 cannot be made. Check its path and who may write there."_s.arg(path)};
    FileFolder folder(path);
    const QStringList names = QDir(path + unfinished).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        if (const auto upload = uploadIn(name))
            folder.m_unfinished->add(*upload);
    return folder;
}

QString FileFolder::fileOf(const QString &hash) const
{
    return m_path + u'/' + hash;
}

QString FileFolder::fileOf(const Upload &upload) const
{
    return m_path + unfinished + u"/%1.%2.%3"_s.arg(upload.hash, upload.user.text(), QString::number(upload.size));
}

qint64 FileFolder::have(const Upload &upload) const
{
    return QFileInfo(fileOf(upload)).size();
}

Result<Done> FileFolder::append(const Upload &upload, const QByteArray &bytes)
{
    QFile file(fileOf(upload));
    const qint64 before = file.size();
    const bool opened = file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered, ownerOnly);
    if (opened && file.write(bytes) == bytes.size()) {
        m_unfinished->add(upload);
        return Done{};
    }
    if (opened && !file.resize(before)) { // half a piece would be taken for all of it
        file.close();
        forget(upload);
    }
    return notWritten(file.fileName());
}

Result<Done> FileFolder::check(const Upload &upload)
{
    QFile file(fileOf(upload));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QFile::ReadOnly) || !hash.addData(&file))
        return notWritten(file.fileName());
    if (file.size() != upload.size || hash.result().toHex() != upload.hash.toLatin1()) {
        file.close();
        forget(upload);
        return Error{u"file.damaged"_s, u"What has arrived of the file is not what was announced; send it again."_s};
    }
    file.close();
    return syncFile(file.fileName()) ? Result<Done>(Done{}) : notWritten(file.fileName());
}

void FileFolder::forget(const Upload &upload)
{
    m_unfinished->remove(upload); // first: once the file is gone, the same may be begun anew
    QFile::remove(fileOf(upload));
}

void FileFolder::forgetUploads(qint64 before)
{
    const QFileInfoList files = QDir(m_path + unfinished).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        if (file.lastModified().toMSecsSinceEpoch() < before) {
            if (const auto upload = uploadIn(file.fileName()))
                m_unfinished->remove(*upload);
            QFile::remove(file.filePath());
        }
}

bool FileFolder::has(const QString &hash, qint64 size) const
{
    const QFileInfo file(fileOf(hash));
    return file.isFile() && file.size() == size;
}

Result<Done> FileFolder::adopt(const Upload &upload)
{
    const QString file = fileOf(upload.hash);
    if (has(upload.hash, upload.size)) {
        forget(upload);
        return Done{};
    }
    QFile::remove(file);          // of another size: not what its name says
    m_unfinished->remove(upload); // first, as above
    if (!QFile::rename(fileOf(upload), file)) {
        if (have(upload) > 0)
            m_unfinished->add(upload);
        return notWritten(file);
    }
    return syncFolder(m_path) ? Result<Done>(Done{}) : notWritten(file);
}

Result<QByteArray> FileFolder::read(const QString &hash, qint64 offset, qint64 limit) const
{
    QFile file(fileOf(hash));
    if (!file.open(QFile::ReadOnly) || !file.seek(offset))
        return unknownFile();
    return file.read(limit);
}

QStringList FileFolder::olderThan(qint64 before) const
{
    QStringList hashes;
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        if (isFileHash(file.fileName()) && file.lastModified().toMSecsSinceEpoch() < before)
            hashes.append(file.fileName());
    return hashes;
}

void FileFolder::remove(const QString &hash)
{
    QFile::remove(fileOf(hash));
}

} // namespace frontdesk::server
