// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/ServerAddress.h"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QHostAddress>

namespace frontdesk::dialect {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

} // namespace

bool isLoopback(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Result<QUrl> parseServerAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    QUrl url(trimmed.contains(QLatin1String("://")) ? trimmed : QLatin1String("https://") + trimmed);
    if (!trimmed.contains(QLatin1String("://")) && isLoopback(url.host()))
        url.setScheme(QStringLiteral("http"));

    if (!url.isValid() || url.host().isEmpty())
        return Error{QStringLiteral("address.invalid"),
                     Words::tr("\"%1\" is not an address such as https://desk.example.org").arg(trimmed)};
    if (const auto refusal = refusalOf(url))
        return *refusal;
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

std::optional<Error> refusalOf(const QUrl &address)
{
    if (address.scheme() == QLatin1String("https"))
        return {};
    if (address.scheme() != QLatin1String("http"))
        return Error{QStringLiteral("address.invalid"),
                     Words::tr("An address begins with https:// (or http:// on this computer), not with \"%1\"")
                         .arg(address.scheme())};
    if (!isLoopback(address.host()))
        return Error{
            QStringLiteral("address.insecure"),
            Words::tr("http://%1 would send your password and messages unencrypted; use https://").arg(address.host())};
    return {};
}

} // namespace frontdesk::dialect
