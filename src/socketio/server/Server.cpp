// SPDX-License-Identifier: MIT
#include "socketio/server/Server.h"

#include "socketio/server/ServerPeer.h"

namespace socketio {

struct Server::Private {
    explicit Private(const ServerOptions &serverOptions)
        : recovery(serverOptions.recovery)
        , context{engine, {}, serverOptions.connectTimeout, serverOptions.maxAttachments}
        , engine(serverOptions.engine)
    {
        engine.setConnectionHandler(serverOptions.path,
                                    [this](const std::shared_ptr<engineio::Connection> &connection) {
                                        std::make_shared<ServerPeer>(context, connection)->start();
                                    });
    }

    std::optional<RecoveryOptions> recovery;
    ServerContext context; ///< outlives the engine, whose connections refer to it
    engineio::Server engine;
};

Server::Server(const ServerOptions &options)
    : d(std::make_unique<Private>(options))
{
}

Server::~Server() = default;

Namespace &Server::of(const QString &name)
{
    auto &known = d->context.namespaces[name];
    if (!known)
        known = std::make_unique<ServerNamespace>(name, d->engine, d->recovery);
    return *known;
}

void Server::setHttpHandler(engineio::HttpHandler handler)
{
    d->engine.setHttpHandler(std::move(handler));
}

void Server::setHttpRefusalWriter(engineio::HttpRefusalWriter writer)
{
    d->engine.setHttpRefusalWriter(std::move(writer));
}

void Server::setEngineHandler(const QString &path, engineio::ConnectionHandler handler)
{
    d->engine.setConnectionHandler(path, std::move(handler));
}

engineio::ServerCounters Server::counters() const
{
    return d->engine.counters();
}

void Server::setCloseHandler(std::function<void(const QString &remoteAddress, const QString &reason)> handler)
{
    d->context.closed = std::move(handler);
}

Server::Listening Server::listen(const QString &address, quint16 port)
{
    const auto listening = d->engine.listen(address, port);
    return {listening.error, listening.port};
}

void Server::post(std::function<void()> task)
{
    d->engine.post(std::move(task));
}

void Server::postAfter(std::chrono::milliseconds delay, std::function<void()> task)
{
    d->engine.postAfter(delay, std::move(task));
}

void Server::stop()
{
    d->engine.stop();
}

} // namespace socketio
