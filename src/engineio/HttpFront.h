// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <chrono>
#include <functional>

namespace engineio {

struct ServerOptions {
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    qint64 maxPayload = 1'000'000; ///< bytes of one frame
    qint64 maxHttpBody = 16 * 1024;
    qint64 softWriteQueue = 64 * 1024; ///< bytes waiting for one client; above it a connection is not writable
    qint64 maxWriteQueue =
        16 * 1024 * 1024; ///< bytes waiting for one client; one that reads more slowly is disconnected
};

struct HttpRequest {
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QByteArray authorization;
    QByteArray body;
    QString remoteAddress;
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
};

using HttpResponder = std::function<void(HttpResponse)>;
/// Called on the I/O thread; answer now or later, on the I/O thread.
using HttpHandler = std::function<void(const HttpRequest &request, HttpResponder respond)>;

} // namespace engineio
