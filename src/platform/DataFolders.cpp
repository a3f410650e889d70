// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/DataFolders.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace frontdesk::platform {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString standardPath(const QString &folder)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' + folder;
}

/// Letters, digits, dots and hyphens stay readable for whoever looks into the folder; the hash keeps apart what looks
/// the same afterwards.
QString folderName(const QString &server, const QString &name)
{
    QString readable;
    const QString text = name + QLatin1String("-at-") + server;
    for (const QChar letter : text) {
        const bool plain = (letter.unicode() < 128) && (letter.isLetterOrNumber() || letter == u'.' || letter == u'-');
        readable += plain ? letter : QChar(u'_');
    }
    const QByteArray hash = QCryptographicHash::hash((server + u'\n' + name).toUtf8(), QCryptographicHash::Sha256);
    return readable.left(60) + u'-' + QString::fromLatin1(hash.toHex().left(12));
}

} // namespace

QString DataFolders::standardRoot()
{
    return standardPath(QStringLiteral("frontdesk"));
}

QString DataFolders::demoRoot()
{
    return standardPath(QStringLiteral("frontdesk-demo"));
}

Result<DataFolders> DataFolders::open(const QString &root)
{
    const QString absolute = QDir(root).absolutePath();
    const auto made = makePrivateFolder(absolute);
    if (!made) {
        return made.error();
    }
    return DataFolders(absolute);
}

QString DataFolders::settingsFile() const
{
    return m_root + QLatin1String("/settings.ini");
}

QString DataFolders::server() const
{
    return m_root + QLatin1String("/server");
}

QString DataFolders::account(const QUrl &server, const QString &name) const
{
    const QUrl plain = server.adjusted(QUrl::NormalizePathSegments | QUrl::RemoveUserInfo);
    QString address = (plain.authority(QUrl::FullyEncoded) + plain.path(QUrl::FullyEncoded)).toLower();
    while (address.endsWith(u'/')) {
        address.chop(1);
    }
    return m_root + QLatin1String("/accounts/") + folderName(address, name.trimmed().toLower());
}

QString DataFolders::tokens() const
{
    return m_root + QLatin1String("/tokens");
}

Result<Done> makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isDir()) {
        return Error{
            QStringLiteral("folder.unusable"),
            QCoreApplication::translate(
                "Platform",
                "\"%1\" is a file, but a folder is needed there. Move it away or choose another place with --data.")
                .arg(path)};
    }
    if (!QDir().mkpath(path)) {
        return Error{
            QStringLiteral("folder.unusable"),
            QCoreApplication::translate(
                "Platform",
                "The folder \"%1\" cannot be made. Check who may write above it, or choose another place with --data.")
                .arg(path)};
    }
    if (!QFile::setPermissions(path, ownerOnly)) {
        return Error{
            QStringLiteral("folder.unusable"),
            QCoreApplication::translate(
                "Platform",
                "The folder \"%1\" cannot be closed to other people of this computer: it belongs to someone else.")
                .arg(path)};
    }
    return Done{};
}

} // namespace frontdesk::platform
