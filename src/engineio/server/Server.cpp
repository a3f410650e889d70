// SPDX-License-Identifier: MIT
#include "engineio/server/Server.h"

#include "engineio/server/HttpConnection.h"
#include "engineio/server/ServerConnection.h"
#include "engineio/server/ServerTls.h"
#include "engineio/server/ServerWebSocket.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <thread>

namespace engineio {

namespace asio = boost::asio;
using asio::ip::tcp;
using Executor = asio::io_context::executor_type;

namespace {

/// Until the next try when no connection can be accepted, as when file descriptors have run out.
constexpr std::chrono::milliseconds acceptPause{100};

QString words(const boost::system::error_code &error)
{
    return QString::fromStdString(error.message());
}

} // namespace

struct Server::Private {
    enum class Phase { New, Running, Stopped };

    explicit Private(ServerOptions options)
        : core(std::move(options))
    {
    }

    QString loadTls();
    QString bind(const QString &address, quint16 port);
    void accept();
    void welcome(TcpSocket socket);
    void beginStop();

    // The core is destroyed last: the acceptor and the tasks in its queue belong to it.
    ServerCore core;
    asio::executor_work_guard<Executor> work{core.io.get_executor()};
    asio::basic_socket_acceptor<tcp, Executor> acceptor{core.io};
    SteadyTimer pause{core.io};
    std::atomic<Phase> phase = Phase::New;
    std::thread thread;
};

QString Server::Private::loadTls()
{
    if (!core.options.tls)
        return {};
    auto loading = engineio::loadTls(*core.options.tls);
    core.tls = std::move(loading.context);
    return loading.error;
}

QString Server::Private::bind(const QString &address, quint16 port)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address.toStdString(), error);
    if (error)
        return QStringLiteral("not an IP address");
    const tcp::endpoint endpoint(ip, port);
    acceptor.open(endpoint.protocol(), error);
#ifndef Q_OS_WIN // where it would let two servers share a port
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        return {};
    const QString why = words(error);
    acceptor.close(error);
    return why;
}

void Server::Private::accept()
{
    acceptor.async_accept(core.io.get_executor(), [this](boost::system::error_code error, auto socket) {
        if (!acceptor.is_open())
            return;
        if (!error) {
            welcome(std::move(socket));
            accept();
            return;
        }
        pause.expires_after(acceptPause);
        pause.async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled && acceptor.is_open())
                accept();
        });
    });
}

void Server::Private::welcome(TcpSocket socket)
{
    auto ticket = core.admission.enter();
    if (core.admission.isFlooded()) {
        ++core.counters.refused[QStringLiteral("too many connections")];
        return;
    }
    std::make_shared<HttpConnection>(
        core, core.tls ? ServerStream(std::move(socket), *core.tls) : ServerStream(std::move(socket)),
        std::move(ticket))
        ->start();
}

void Server::Private::beginStop()
{
    boost::system::error_code ignored;
    acceptor.close(ignored);
    core.isStopping = true;
    core.onGone = [this] {
        if (core.sessions.isEmpty() && core.webSockets.empty())
            asio::post(core.io, [this] { core.io.stop(); }); // after what the last one still has to tell
    };
    core.onGone();
    const QString reason = QStringLiteral("server shutting down");
    for (const auto &session : QHash(core.sessions))
        session->close(reason);
    pause.expires_after(core.options.stopTimeout);
    pause.async_wait([this, reason](boost::system::error_code) {
        for (const auto &session : QHash(core.sessions))
            session->abort(reason);
        for (const auto &socket : std::unordered_set(core.webSockets))
            socket->abort();
    });
}

Server::Server(ServerOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Server::~Server()
{
    stop();
}

void Server::setConnectionHandler(const QString &path, ConnectionHandler handler)
{
    d->core.connectionHandlers[path.toUtf8()] = std::move(handler);
}

void Server::setHttpHandler(HttpHandler handler)
{
    d->core.httpHandler = std::move(handler);
}

void Server::setHttpRefusalWriter(HttpRefusalWriter writer)
{
    d->core.refusalWriter = std::move(writer);
}

Server::Listening Server::listen(const QString &address, quint16 port)
{
    if (d->phase != Private::Phase::New)
        return {QStringLiteral("this server has been started before"), 0};
    if (const QString why = d->loadTls(); !why.isEmpty())
        return {why, 0};
    if (const QString why = d->bind(address, port); !why.isEmpty())
        return {QStringLiteral("could not listen on %1 port %2: %3").arg(address).arg(port).arg(why), 0};
    d->phase = Private::Phase::Running;
    d->accept();
    const quint16 bound = d->acceptor.local_endpoint().port();
    d->thread = std::thread([this] { d->core.io.run(); });
    return {{}, bound};
}

ServerCounters Server::counters() const
{
    ServerCounters counters = d->core.counters;
    counters.tcpConnections = d->core.admission.inside();
    for (const auto &session : std::as_const(d->core.sessions)) {
        counters.writeQueueBytes += session->queuedBytes();
        counters.largestWriteQueue = std::max(counters.largestWriteQueue, session->queuedBytes());
    }
    return counters;
}

void Server::post(std::function<void()> task)
{
    if (d->phase != Private::Phase::Stopped)
        asio::post(d->core.io, std::move(task));
}

void Server::postAfter(std::chrono::milliseconds delay, std::function<void()> task)
{
    if (d->phase == Private::Phase::Stopped)
        return;
    asio::dispatch(d->core.io, [this, delay, task = std::move(task)]() mutable {
        auto timer = std::make_unique<SteadyTimer>(d->core.io, delay);
        auto &waiting = *timer;
        waiting.async_wait([timer = std::move(timer), task = std::move(task)](boost::system::error_code error) {
            if (!error)
                task();
        });
    });
}

void Server::stop()
{
    if (d->phase.exchange(Private::Phase::Stopped) != Private::Phase::Running)
        return;
    asio::post(d->core.io, [this] { d->beginStop(); });
    d->thread.join();
    // By name: handlers that will not run any more own them too, and clients would wait until this object is destroyed.
    for (const auto &connection : std::unordered_set(d->core.httpConnections))
        connection->remove();
    d->core.onGone = nullptr;
}

} // namespace engineio
