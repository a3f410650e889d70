// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/NetworkSettings.h"

#include "dialect/Authorities.h"

namespace frontdesk::models {

namespace {

const QString modeKey = QStringLiteral("network/proxyMode");
const QString addressKey = QStringLiteral("network/proxyAddress");
const QString userKey = QStringLiteral("network/proxyUser");
const QString passwordKeptKey = QStringLiteral("network/proxyPasswordKept");
const QString authorityKey = QStringLiteral("network/authorityFile");
const QStringList modes{QStringLiteral("system"), QStringLiteral("none"), QStringLiteral("manual")};

} // namespace

NetworkSettings::NetworkSettings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
}

QString NetworkSettings::proxyMode() const
{
    const QString mode = m_file.value(modeKey).toString();
    return modes.contains(mode) ? mode : modes.first();
}

void NetworkSettings::setProxyMode(const QString &mode)
{
    if (mode == proxyMode() || !modes.contains(mode))
        return;
    m_file.setValue(modeKey, mode);
    Q_EMIT changed();
}

QString NetworkSettings::proxyAddress() const
{
    return m_file.value(addressKey).toString();
}

QString NetworkSettings::proxyUser() const
{
    return m_file.value(userKey).toString();
}

bool NetworkSettings::proxyPasswordKept() const
{
    return m_file.value(passwordKeptKey).toBool();
}

QString NetworkSettings::authorityFile() const
{
    return m_file.value(authorityKey).toString();
}

bool NetworkSettings::setProxy(const QString &address, const QString &user, const QString &password)
{
    const auto parsed = dialect::parseProxyAddress(address);
    m_proxyProblem = parsed ? QString() : parsed.error().message;
    if (parsed) {
        // What somebody pasted as a whole is taken apart: a password has no place in the settings file.
        const QUrl url = parsed.value();
        const QString name = user.isEmpty() ? url.userName() : user;
        const QString secret = password.isEmpty() ? url.password() : password;
        m_file.setValue(addressKey, url.toString(QUrl::RemoveUserInfo));
        m_file.setValue(userKey, name);
        if (!secret.isEmpty() || name.isEmpty()) {
            m_file.setValue(passwordKeptKey, !name.isEmpty());
            Q_EMIT proxyPasswordChosen(name.isEmpty() ? QString() : secret);
        }
    }
    Q_EMIT changed();
    return parsed.ok();
}

bool NetworkSettings::setAuthorityFile(const QString &file)
{
    const QUrl url(file);
    const QString path = url.isLocalFile() ? url.toLocalFile() : file.trimmed();
    const auto authorities = dialect::readAuthorities(path);
    m_authorityProblem = authorities ? QString() : authorities.error().message;
    if (authorities)
        m_file.setValue(authorityKey, path);
    Q_EMIT changed();
    return authorities.ok();
}

dialect::NetworkSettings NetworkSettings::value() const
{
    using Mode = dialect::NetworkSettings::ProxyMode;
    const QString mode = proxyMode();
    return {.proxyMode = mode == modes[1]   ? Mode::None
                         : mode == modes[2] ? Mode::Manual
                                            : Mode::System,
            .proxy = QUrl(proxyAddress()),
            .proxyUser = proxyUser(),
            .proxyPassword = {},
            .authorityFile = authorityFile()};
}

} // namespace frontdesk::models
