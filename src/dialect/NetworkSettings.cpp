// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/NetworkSettings.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::dialect {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

} // namespace

Result<QUrl> parseProxyAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(QLatin1String("://")) ? trimmed : QLatin1String("http://") + trimmed);
    const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("socks5");
    const bool bare =
        (url.path().isEmpty() || url.path() == QLatin1String("/")) && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || url.port() <= 0 || !known || !bare)
        return Error{QStringLiteral("proxy.invalid"),
                     Words::tr("\"%1\" is not the address of a proxy such as proxy.example.org:3128 or "
                               "socks5://127.0.0.1:1080")
                         .arg(url.userInfo().isEmpty() ? trimmed : url.toString(QUrl::RemoveUserInfo))};
    return url.adjusted(QUrl::RemovePath);
}

} // namespace frontdesk::dialect
