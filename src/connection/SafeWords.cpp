// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/SafeWords.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>
#include <array>

namespace frontdesk::connection {

namespace {

constexpr qsizetype longest = 200; ///< UTF-16 units

/// Codes whose words are made on this machine and name nothing but hosts, ports, times and certificates.
constexpr std::array<QLatin1String, 5> localCodes{QLatin1String("connection."), QLatin1String("tls."),
                                                  QLatin1String("proxy."), QLatin1String("address."),
                                                  QLatin1String("server.unreachable")};

} // namespace

QString safeWords(const Error &error)
{
    const bool isLocal = std::any_of(localCodes.begin(), localCodes.end(),
                                     [&](QLatin1String prefix) { return error.code.startsWith(prefix); });
    if (!isLocal)
        return {};
    // user:password@ in an address, a query, and long runs without a space: tokens, ids, keys. Host names end at a dot.
    static const QRegularExpression userInfo(QStringLiteral("//[^/@\\s]*@"));
    static const QRegularExpression query(QStringLiteral("\\?[^\\s]*"));
    static const QRegularExpression longRun(QStringLiteral("[A-Za-z0-9_+/=-]{20,}(\\.[A-Za-z0-9_+/=-]+)*"));
    QString words = error.message;
    words.replace(userInfo, QStringLiteral("//")).replace(query, QString()).replace(longRun, QStringLiteral("…"));
    return words.left(longest);
}

QString safeAddress(const QString &address)
{
    return QUrl(address).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace frontdesk::connection
