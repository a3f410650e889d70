// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/server/DescriptorLimit.h"
#include "socketio/server/Server.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>

#include <cstdio>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

/// A Socket.IO server for measuring, with nothing of Frontdesk in it. On "/" it answers
/// - `echo` (value): acknowledged with the value;
/// - `rss`: acknowledged with {rss: bytes of resident memory, clients: sessions};
/// - `broadcast-run` ({n, size}): emits n events `b` (number, size bytes of text) to everyone, 50 in one turn of the
///   loop; acknowledged with {emitMs, cpuMs} once the last has been emitted.
namespace {

constexpr int perTurn = 50;

double residentBytes()
{
    long total = 0;
    long resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return double(resident) * double(sysconf(_SC_PAGESIZE));
}

double cpuMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

class BroadcastRun : public std::enable_shared_from_this<BroadcastRun> {
public:
    BroadcastRun(socketio::Server &server, int count, int size, socketio::Ack done)
        : m_server(server)
        , m_count(count)
        , m_text(size, u'x')
        , m_done(std::move(done))
        , m_cpuBefore(cpuMs())
    {
        m_timer.start();
    }

    void go()
    {
        auto &everyone = m_server.of(QStringLiteral("/"));
        for (int i = 0; i < perTurn && m_next < m_count; ++i, ++m_next)
            everyone.everyone().emitEvent(QStringLiteral("b"), QJsonArray{m_next, m_text});
        if (m_next < m_count)
            m_server.post([self = shared_from_this()] { self->go(); });
        else
            m_done(QJsonArray{QJsonObject{{QStringLiteral("emitMs"), double(m_timer.nsecsElapsed()) / 1e6},
                                          {QStringLiteral("cpuMs"), cpuMs() - m_cpuBefore}}});
    }

private:
    socketio::Server &m_server;
    int m_count;
    int m_next = 0;
    QString m_text;
    socketio::Ack m_done;
    double m_cpuBefore;
    QElapsedTimer m_timer;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption portOption(QStringLiteral("port"), QStringLiteral("Where to listen; 0: any free port."),
                                        QStringLiteral("port"), QStringLiteral("0"));
    parser.addHelpOption();
    parser.addOption(portOption);
    parser.process(app);
    engineio::raiseDescriptorLimit();

    socketio::ServerOptions options;
    options.engine.maxConnections = 0;
    options.engine.maxWriteQueue = 256 * 1024 * 1024; // the load outruns its own receivers on purpose
    socketio::Server server(options);
    server.of(QStringLiteral("/")).onConnect = [&server](const std::shared_ptr<socketio::ServerSocket> &socket,
                                                         const QJsonObject &,
                                                         const socketio::ConnectDecision &decision) {
        socket->onEvent = [&server](const QString &event, const socketio::Arguments &arguments,
                                    const socketio::Ack &ack) {
            if (!ack)
                return;
            if (event == QLatin1String("echo")) {
                ack(arguments);
            } else if (event == QLatin1String("rss")) {
                const auto counters = server.counters();
                ack(QJsonArray{
                    QJsonObject{{QStringLiteral("rss"), residentBytes()},
                                {QStringLiteral("clients"), counters.pollingSessions + counters.webSocketSessions}}});
            } else if (event == QLatin1String("broadcast-run")) {
                const QJsonObject run = arguments.at(0).toObject();
                std::make_shared<BroadcastRun>(server, run.value(u"n").toInt(), run.value(u"size").toInt(), ack)->go();
            }
        };
        decision.accept();
    };
    const auto listening = server.listen(QStringLiteral("127.0.0.1"), parser.value(portOption).toUShort());
    if (!listening.error.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.error));
        return 1;
    }
    std::printf("http://127.0.0.1:%d\n", int(listening.port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
