// SPDX-License-Identifier: MIT
#include "engineio/server/Origin.h"

#include <QtCore/QUrl>

namespace engineio {

namespace {

bool isOwn(const QByteArray &origin, const QByteArray &host)
{
    const QUrl page(QString::fromLatin1(origin), QUrl::StrictMode);
    const QUrl asked(page.scheme() + QStringLiteral("://") + QString::fromLatin1(host), QUrl::StrictMode);
    const int usual = page.scheme() == QLatin1String("https") ? 443 : 80;
    return page.isValid() && !page.host().isEmpty() && page.host() == asked.host() &&
           page.port(usual) == asked.port(usual);
}

} // namespace

Origin judgeOrigin(const QByteArray &origin, const QByteArray &host, const QList<QByteArray> &allowed)
{
    if (origin.isEmpty())
        return Origin::Absent;
    if (allowed.contains(origin) || allowed.contains("*"))
        return Origin::Listed;
    return isOwn(origin, host) ? Origin::Own : Origin::Foreign;
}

} // namespace engineio
