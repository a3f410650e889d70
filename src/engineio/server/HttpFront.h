// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace engineio {

/// TLS 1.2 and later. Both files are PEM; the key has no passphrase.
struct TlsFiles {
    QString certificateChain; ///< the server's own first
    QString privateKey;
};

struct ServerOptions {
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    std::chrono::milliseconds upgradeTimeout{10'000}; ///< from a second transport to the end of the upgrade
    std::chrono::milliseconds fetchTimeout{10'000};   ///< for what was sent before a session on long-polling was closed
    std::chrono::milliseconds stopTimeout{1'000};     ///< for clients to take the end of their session at a stop
    qint64 maxPayload = 1'000'000;                    ///< bytes of one frame, and of one long-polling body either way
    qint64 maxHttpBody = 16 * 1024;                   ///< outside Engine.IO
    qint64 maxHttpHeader = 8 * 1024;                  ///< bytes of request line and header together
    qint64 softWriteQueue = 64 * 1024; ///< bytes waiting for one client; above it a connection is not writable
    qint64 maxWriteQueue =
        16 * 1024 * 1024; ///< bytes waiting for one client; one that reads more slowly is disconnected

    /// TCP connections in all, and as many sessions on long-polling; one more is answered 503. 0: no limit.
    int maxConnections = 20'000;
    int maxConnectionsPerAddress = 0; ///< likewise; 0: no limit

    std::chrono::milliseconds handshakeTimeout{10'000}; ///< for TLS, and for WebSocket
    std::chrono::milliseconds headerTimeout{10'000};    ///< from a request's first byte to the end of its header
    std::chrono::milliseconds bodyTimeout{30'000};      ///< for the rest of the request
    std::chrono::milliseconds idleTimeout{60'000};      ///< to a connection's next request
    std::chrono::milliseconds writeTimeout{30'000};     ///< for one response

    /// Who may call from a browser. On the Engine.IO paths, over every transport:
    /// - a request without an Origin comes from no browser, or from a page of the server itself: allowed;
    /// - an Origin whose host and port are those of the Host header is the server's own: allowed;
    /// - an Origin in this list ("https://desk.example", exactly; "*" stands for every one) is allowed, and its pages
    ///   may read the answers (CORS), on all paths;
    /// - any other is refused with 403.
    QList<QByteArray> allowedOrigins{};
    bool allowCredentials = false; ///< pages of those origins may send cookies and certificates

    /// A proxy stands in front: the last entry of X-Forwarded-For is the client's address, and X-Forwarded-Host, if
    /// there is one, the name it asked for. Without a proxy that sets them, anyone could claim anything.
    bool trustForwardedFor = false;

    std::optional<TlsFiles> tls{}; ///< nothing: plain HTTP and WebSocket
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
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< further ones, as Retry-After
};

using HttpResponder = std::function<void(HttpResponse)>;
/// Called on the I/O thread; answer now or later, on the I/O thread.
using HttpHandler = std::function<void(const HttpRequest &request, HttpResponder respond)>;

/// Why the front answers a request by itself: 400, 404, 413, 431 or 503 and English words for it.
struct HttpRefusal {
    int status = 400;
    QByteArray words;
};
/// Gives the front's refusals the application's own form. The status stays; Retry-After is added by the front.
using HttpRefusalWriter = std::function<HttpResponse(const HttpRefusal &refusal)>;

} // namespace engineio
