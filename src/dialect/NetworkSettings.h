// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QMutex>
#include <QtCore/QUrl>

namespace frontdesk::dialect {

/// How a server is reached from this computer.
struct NetworkSettings {
    enum class ProxyMode {
        System, ///< what the system says; never for a server on this computer
        None,
        Manual, ///< `proxy`
    };
    ProxyMode proxyMode = ProxyMode::System;
    QUrl proxy = {};        ///< http://host:port or socks5://host:port, without user and password
    QString proxyUser = {}; ///< also for a proxy of the system that wants one and names none; empty: none
    QString proxyPassword = {};
    QString authorityFile = {}; ///< certificates (PEM) that are trusted besides the system's; empty: none

    friend bool operator==(const NetworkSettings &, const NetworkSettings &) = default;
};

/// From what a person typed: "proxy.example.org:3128", "socks5://127.0.0.1:1080". User and password, when they are in
/// it, stay in it.
Result<QUrl> parseProxyAddress(const QString &text);

/// Settings that may change while connections use them; each connection begins with those of its time. From any thread.
class SharedNetworkSettings {
public:
    explicit SharedNetworkSettings(NetworkSettings settings = {})
        : m_settings(std::move(settings))
    {
    }
    [[nodiscard]] NetworkSettings get() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_settings;
    }
    void set(const NetworkSettings &settings)
    {
        const QMutexLocker lock(&m_mutex);
        m_settings = settings;
    }

private:
    mutable QMutex m_mutex;
    NetworkSettings m_settings;
};

} // namespace frontdesk::dialect
