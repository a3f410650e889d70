// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/NetworkAccess.h"

#include "dialect/Authorities.h"
#include "dialect/ProxyFor.h"

namespace frontdesk::dialect {

NetworkAccess::NetworkAccess(std::shared_ptr<const SharedNetworkSettings> settings, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_settings(settings ? std::move(settings) : std::make_shared<const SharedNetworkSettings>())
{
}

QNetworkReply *NetworkAccess::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    const NetworkSettings settings = m_settings->get();
    if (settings != std::exchange(m_used, settings)) {
        // Connections that are kept open, and passwords that were asked for, belong to the settings before.
        clearConnectionCache();
        clearAccessCache();
    }
    setProxy(proxyFor(settings, request.url()));
    QNetworkRequest trusted = request;
    // A file that cannot be read adds nobody: the server's certificate then fails as an unknown one.
    if (const auto authorities = readAuthorities(settings.authorityFile))
        trusted.setSslConfiguration(trusting(authorities.value()));
    return QNetworkAccessManager::createRequest(operation, trusted, body);
}

} // namespace frontdesk::dialect
