// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultProxy.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>

namespace frontdesk::fault {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

class Passage;

/// What the connections of one proxy share. Its thread only, but for the counts.
struct Shared {
    asio::io_context io{1};
    FaultProxy::Planner planner;
    tcp::endpoint server;
    bool calm = false;
    std::set<std::shared_ptr<Passage>> passages; ///< their owner, until they take themselves out

    mutable std::mutex mutex;
    FaultProxy::Counts counts;

    void happened(Fault fault)
    {
        const std::lock_guard lock(mutex);
        ++counts.happened.at(std::size_t(fault));
    }
    /// A connection has been served: those that had to let a later one pass may go.
    void served(int number);
};

/// One connection of a client and its counterpart to the server.
class Passage : public std::enable_shared_from_this<Passage> {
public:
    Passage(Shared &shared, tcp::socket client, int number, Plan plan)
        : m_shared(shared)
        , m_number(number)
        , m_plan(std::move(plan))
        , m_toServer{std::move(client), asio::steady_timer(shared.io), {}}
        , m_toClient{tcp::socket(shared.io), asio::steady_timer(shared.io), {}}
    {
    }

    void start()
    {
        if (m_plan.manner == Fault::Reorder)
            m_shared.happened(Fault::Reorder);
        else
            connectToServer();
    }
    void laterOneServed(int number)
    {
        if (m_plan.manner == Fault::Reorder && number > m_number) {
            m_plan.manner = Fault::None;
            connectToServer();
        }
    }
    void calm()
    {
        const bool held = m_plan.manner == Fault::Reorder;
        if (!m_swallows)
            m_plan = {};
        for (Direction *direction : {&m_toServer, &m_toClient})
            direction->pause.cancel();
        if (held)
            connectToServer();
    }
    void strike(Fault ending)
    {
        m_shared.happened(ending);
        if (ending == Fault::HalfOpen)
            m_swallows = true;
        else
            ending == Fault::Reset ? reset() : close();
    }
    void close()
    {
        for (Direction *direction : {&m_toServer, &m_toClient}) {
            error_code ignored;
            direction->from.close(ignored);
            direction->pause.cancel();
        }
        m_shared.passages.erase(shared_from_this());
    }

private:
    struct Direction {
        tcp::socket from;
        asio::steady_timer pause;
        std::array<char, 8192> piece;
    };

    void connectToServer()
    {
        m_toClient.from.async_connect(m_shared.server, [self = shared_from_this(), this](error_code error) {
            if (error)
                return close();
            error_code ignored;
            m_toServer.from.set_option(tcp::no_delay(true), ignored);
            m_toClient.from.set_option(tcp::no_delay(true), ignored);
            read(m_toServer);
            read(m_toClient);
        });
    }

    Direction &other(const Direction &direction) { return &direction == &m_toServer ? m_toClient : m_toServer; }

    void read(Direction &direction)
    {
        // Slow means small pieces often, not large ones seldom.
        const auto most = m_plan.manner == Fault::Slow
                              ? std::clamp<std::size_t>(std::size_t(m_plan.bytesPerSecond / 50), 1, 8192)
                              : direction.piece.size();
        direction.from.async_read_some(
            asio::buffer(direction.piece.data(), most),
            [self = shared_from_this(), this, &direction](error_code error, std::size_t size) {
                if (error)
                    return close();
                if (m_swallows)
                    return read(direction);
                take(direction, size);
            });
    }

    void take(Direction &direction, std::size_t size)
    {
        if (isDue(direction, size)) {
            m_shared.happened(m_plan.ending);
            switch (m_plan.ending) {
            case Fault::HalfOpen:
                m_swallows = true;
                return read(direction);
            case Fault::Reset:
                return reset();
            case Fault::Truncate:
                return write(direction, std::max<std::size_t>(size / 2, 1), [this] { close(); });
            default:
                return write(direction, size, [this] { close(); });
            }
        }
        m_forwarded += std::int64_t(size);
        const auto pause = pauseFor(size);
        if (pause == std::chrono::microseconds(0))
            return write(direction, size, [this, &direction] { read(direction); });
        if (!std::exchange(m_slowed, true))
            m_shared.happened(m_plan.manner);
        direction.pause.expires_after(pause);
        // A cancelled pause is a short one: of a connection that was closed meanwhile the write fails.
        direction.pause.async_wait([self = shared_from_this(), this, &direction, size](error_code) {
            write(direction, size, [this, &direction] { read(direction); });
        });
    }

    [[nodiscard]] bool isDue(const Direction &direction, std::size_t size) const
    {
        if (m_plan.ending == Fault::None)
            return false;
        if (m_plan.atAnswer.isEmpty())
            return m_forwarded + std::int64_t(size) > m_plan.afterBytes;
        return &direction == &m_toClient &&
               QByteArray::fromRawData(direction.piece.data(), qsizetype(size)).contains(m_plan.atAnswer);
    }

    [[nodiscard]] std::chrono::microseconds pauseFor(std::size_t size) const
    {
        if (m_plan.manner == Fault::Delay)
            return m_plan.delay;
        if (m_plan.manner == Fault::Slow)
            return std::chrono::microseconds(std::int64_t(size) * 1'000'000 / m_plan.bytesPerSecond);
        return {};
    }

    template <class Then>
    void write(Direction &direction, std::size_t size, Then then)
    {
        asio::async_write(other(direction).from, asio::buffer(direction.piece.data(), size),
                          [self = shared_from_this(), this, &direction, then](error_code error, std::size_t) {
                              if (error)
                                  return close();
                              if (&direction == &m_toClient && !std::exchange(m_served, true))
                                  m_shared.served(m_number);
                              then();
                          });
    }

    void reset()
    {
        for (Direction *direction : {&m_toServer, &m_toClient}) {
            error_code ignored;
            direction->from.set_option(asio::socket_base::linger(true, 0), ignored);
        }
        close();
    }

    Shared &m_shared;
    const int m_number;
    Plan m_plan;
    Direction m_toServer; ///< reads from the client
    Direction m_toClient; ///< reads from the server
    std::int64_t m_forwarded = 0;
    bool m_swallows = false;
    bool m_slowed = false;
    bool m_served = false;
};

void Shared::served(int number)
{
    const auto all = passages;
    for (const auto &passage : all)
        passage->laterOneServed(number);
}

} // namespace

int FaultProxy::Counts::faults() const
{
    return std::accumulate(happened.begin(), happened.end(), 0);
}

struct FaultProxy::Private {
    Private(quint16 serverPort, Planner planner)
    {
        shared.planner = std::move(planner);
        shared.server = {asio::ip::address_v4::loopback(), serverPort};
        accept();
        thread = std::thread([this] { shared.io.run(); });
    }
    ~Private()
    {
        asio::post(shared.io, [this] {
            acceptor.close();
            const auto all = shared.passages;
            for (const auto &passage : all)
                passage->close();
        });
        thread.join(); // the io_context ends when nothing is left to do
    }

    void accept()
    {
        acceptor.async_accept([this](error_code error, tcp::socket client) {
            if (error)
                return;
            int number = 0;
            {
                const std::lock_guard lock(shared.mutex);
                number = ++shared.counts.connections;
            }
            const auto passage = std::make_shared<Passage>(shared, std::move(client), number,
                                                           shared.calm ? Plan() : shared.planner(number));
            shared.passages.insert(passage);
            passage->start();
            accept();
        });
    }

    Shared shared;
    tcp::acceptor acceptor{shared.io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
    std::thread thread;
};

FaultProxy::FaultProxy(quint16 serverPort, Planner planner)
    : d(std::make_unique<Private>(serverPort, std::move(planner)))
{
}

FaultProxy::~FaultProxy() = default;

quint16 FaultProxy::port() const
{
    return d->acceptor.local_endpoint().port();
}

void FaultProxy::leadTo(quint16 serverPort)
{
    asio::post(d->shared.io, [shared = &d->shared, serverPort] { shared->server.port(serverPort); });
}

void FaultProxy::strike(Fault ending)
{
    asio::post(d->shared.io, [shared = &d->shared, ending] {
        const auto all = shared->passages;
        for (const auto &passage : all)
            passage->strike(ending);
    });
}

void FaultProxy::calm()
{
    asio::post(d->shared.io, [shared = &d->shared] {
        shared->calm = true;
        const auto all = shared->passages;
        for (const auto &passage : all)
            passage->calm();
    });
}

FaultProxy::Counts FaultProxy::counts() const
{
    const std::lock_guard lock(d->shared.mutex);
    return d->shared.counts;
}

} // namespace frontdesk::fault
