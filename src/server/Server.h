// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Error.h"
#include "domain/Types.h"
#include "engineio/server/HttpFront.h"
#include "server/Log.h"
#include "server/access/RateLimits.h"
#include "server/access/SignIns.h"
#include "server/storage/Accounts.h"

#include <QtCore/QUrl>

#include <memory>

namespace frontdesk::server {

struct Options {
    QString dataFolder; ///< made when it is missing (0700); one server at a time
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0: any free one
    milliseconds pingInterval{25'000};
    milliseconds pingTimeout{20'000};
    qint64 maxPayload = 1'000'000;      ///< bytes of one frame, at least leastMaxPayload
    qint64 maxWriteQueue = 16'000'000;  ///< bytes that wait for one client; one that reads more slowly is disconnected
    qint64 maxFile = limits::fileBytes; ///< bytes of one file
    qint64 fileQuota = qint64(10) * 1024 * 1024 * 1024; ///< bytes of all files
    int maxConnections = 20'000;                        ///< TCP connections in all; 0: no limit
    bool tlsProxyDeclared = false;                      ///< a TLS proxy stands in front: may listen beyond loopback
    std::optional<engineio::TlsFiles> tls = {};         ///< speaks HTTPS itself: may listen beyond loopback
    QStringList allowedOrigins = {}; ///< whose pages may connect from a browser, as "https://desk.example"
    RateLimits rates = {};
    SignInLifetimes lifetimes = {};
    QByteArray metricsToken = {}; ///< who has it may read /metrics; empty: programs of this machine may
    Logger log = {};              ///< called from any of the server's threads; empty: nothing is logged
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
};

/// Below this the largest single row would not fit into a frame.
inline constexpr qint64 leastMaxPayload = 200'000;

/// Whether a server may listen there: beyond this machine it needs TLS, or a TLS proxy in front (`listen.insecure`).
Result<Done> checkListening(const Options &options);

/// The team server. It has its own threads and needs no event loop, so that a window program can carry one. Its methods
/// may be called from one thread at a time.
class Server {
public:
    explicit Server(Options options);
    ~Server(); ///< stops

    /// The address that clients use, with the real port. Errors: `listen.insecure`, `listen.failed`, `server.locked`,
    /// `server.storage`.
    Result<QUrl> start();
    /// Tells the clients, writes what waits, ends the threads. May be started again.
    void stop();

    /// Adds somebody while the server runs; waits some 100 ms. Errors as `problemWith`, and `user.exists`.
    Result<User> addUser(const NewUser &user);

private:
    struct Running;
    Options m_options;
    std::unique_ptr<Running> m_running;
};

} // namespace frontdesk::server
