// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/FileTokenStore.h"

#include "platform/DataFolders.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace frontdesk::platform {

namespace {

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

} // namespace

QString FileTokenStore::pathOf(const QString &account) const
{
    const QByteArray hash = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256);
    return m_folder + u'/' + QString::fromLatin1(hash.toHex().left(32)) + QLatin1String(".token");
}

QFuture<Result<Done>> FileTokenStore::write(const QString &account, const QString &token)
{
    const auto folder = makePrivateFolder(m_folder);
    if (!folder) {
        return ready<Done>(folder.error());
    }
    QSaveFile file(pathOf(account));
    // Closed to others before the token is in it.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(token.toUtf8()) >= 0 && file.commit();
    if (!written) {
        return ready<Done>(Error{
            QStringLiteral("token.notKept"),
            QCoreApplication::translate(
                "Platform",
                "The sign-in could not be kept in \"%1\" (%2). You will be asked for the password at the next start.")
                .arg(m_folder, file.errorString())});
    }
    return ready<Done>(Done{});
}

QFuture<Result<std::optional<QString>>> FileTokenStore::read(const QString &account)
{
    using Token = std::optional<QString>;
    QFile file(pathOf(account));
    if (!file.exists()) {
        return ready<Token>(Token());
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return ready<Token>(
            Error{QStringLiteral("token.unreadable"),
                  QCoreApplication::translate("Platform", "The kept sign-in in \"%1\" cannot be read (%2).")
                      .arg(m_folder, file.errorString())});
    }
    return ready<Token>(Token(QString::fromUtf8(file.readAll())));
}

QFuture<Result<Done>> FileTokenStore::remove(const QString &account)
{
    QFile file(pathOf(account));
    if (file.exists() && !file.remove()) {
        return ready<Done>(
            Error{QStringLiteral("token.notRemoved"),
                  QCoreApplication::translate("Platform", "The kept sign-in in \"%1\" cannot be removed (%2).")
                      .arg(m_folder, file.errorString())});
    }
    return ready<Done>(Done{});
}

QString FileTokenStore::description() const
{
    return QCoreApplication::translate("Platform", "No keychain was found on this computer. Sign-ins are kept in a "
                                                   "file that only your account can read: %1")
        .arg(m_folder);
}

} // namespace frontdesk::platform
