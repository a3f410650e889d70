// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/client/Client.h"

#include <QtTest/QSignalSpy>

/// What the tests of the client share.
using engineio::Client;
using engineio::Failure;
using engineio::FrameKind;
using engineio::TransportKind;

inline constexpr int patience = 30'000;
inline const QList<TransportKind> webSocketOnly{TransportKind::WebSocket};
inline const QList<TransportKind> pollingOnly{TransportKind::Polling};
inline const QList<TransportKind> pollingFirst{TransportKind::Polling, TransportKind::WebSocket};

inline engineio::ClientOptions optionsFor(const QUrl &url, const QList<TransportKind> &transports = {
                                                               TransportKind::WebSocket, TransportKind::Polling})
{
    return {.url = url, .transports = transports, .proxy = QNetworkProxy(QNetworkProxy::NoProxy)};
}

/// What a client has said.
struct Heard {
    explicit Heard(Client &client)
        : opened(&client, &Client::opened)
        , changed(&client, &Client::transportChanged)
        , closed(&client, &Client::closed)
    {
        QObject::connect(&client, &Client::messageReceived, &client, [this](FrameKind kind, const QByteArray &payload) {
            messages.append({kind, payload});
        });
    }
    [[nodiscard]] Failure failure() const
    {
        return closed.isEmpty() ? Failure() : closed.constFirst().constFirst().value<Failure>();
    }
    QSignalSpy opened;
    QSignalSpy changed;
    QSignalSpy closed;
    QList<std::pair<FrameKind, QByteArray>> messages;
};
