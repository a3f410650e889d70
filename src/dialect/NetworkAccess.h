// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/NetworkSettings.h"

#include <QtNetwork/QNetworkAccessManager>

#include <memory>

namespace frontdesk::dialect {

/// HTTP requests through the proxy and with the authorities of the settings, those of the moment of each request.
class NetworkAccess final : public QNetworkAccessManager {
    Q_OBJECT

public:
    /// Nothing: as the system says.
    explicit NetworkAccess(std::shared_ptr<const SharedNetworkSettings> settings, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    std::shared_ptr<const SharedNetworkSettings> m_settings;
    NetworkSettings m_used;
};

} // namespace frontdesk::dialect
