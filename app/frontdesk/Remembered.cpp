// SPDX-License-Identifier: GPL-3.0-or-later
#include "Remembered.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace frontdesk {

namespace {

constexpr QLatin1String thisComputer("this-computer");
constexpr QLatin1String team("team");

} // namespace

std::optional<Remembered> readRemembered(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject fields = QJsonDocument::fromJson(source.readAll()).object();
    const QString kind = fields[QLatin1String("kind")].toString();
    if (kind == thisComputer)
        return Remembered{};
    const QUrl address(fields[QLatin1String("address")].toString(), QUrl::StrictMode);
    const QString name = fields[QLatin1String("name")].toString();
    if (kind == team && address.isValid() && !name.isEmpty())
        return Remembered{Remembered::Kind::Team, address, name};
    return {};
}

Result<Done> writeRemembered(const QString &file, const Remembered &remembered)
{
    QJsonObject fields{
        {QStringLiteral("kind"), remembered.kind == Remembered::Kind::Team ? QString(team) : QString(thisComputer)}};
    if (remembered.kind == Remembered::Kind::Team) {
        fields.insert(QLatin1String("address"), remembered.address.toString(QUrl::FullyEncoded));
        fields.insert(QLatin1String("name"), remembered.name);
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(QJsonDocument(fields).toJson()) < 0 || !target.commit()) {
        return Error{QStringLiteral("storage.failed"),
                     QCoreApplication::translate("Launcher", "Which workspace is open could not be remembered: %1")
                         .arg(target.errorString())};
    }
    return Done{};
}

void forget(const QString &file)
{
    QFile::remove(file);
}

} // namespace frontdesk
