// SPDX-License-Identifier: GPL-3.0-or-later
#include "OwnerPassword.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSaveFile>

#include <array>

namespace frontdesk {

Result<QString> ownerPassword(const QString &folder)
{
    const QString path = folder + QLatin1String("/owner-password");
    QFile existing(path);
    if (existing.open(QIODevice::ReadOnly)) {
        const QString password = QString::fromLatin1(existing.readAll().trimmed());
        if (!password.isEmpty())
            return password;
    }

    std::array<quint32, 8> noise{};
    QRandomGenerator::system()->fillRange(noise.data(), noise.size());
    const QByteArray password = QByteArray(reinterpret_cast<const char *>(noise.data()), sizeof noise).toHex();
    QSaveFile made(path);
    const bool written = made.open(QIODevice::WriteOnly) && made.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         made.write(password) == password.size() && made.commit();
    if (!written)
        return Error{QStringLiteral("storage.failed"),
                     QCoreApplication::translate(
                         "Launcher",
                         "The folder %1 cannot be written: %2. Free some space or choose another folder with --data.")
                         .arg(folder, made.errorString())};
    return QString::fromLatin1(password);
}

} // namespace frontdesk
