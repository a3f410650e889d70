// SPDX-License-Identifier: GPL-3.0-or-later
#include "Account.h"
#include "Figures.h"
#include "RawClient.h"
#include "ServerProcess.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <cstdio>

using namespace frontdesk;
using frontdesk::server::testing::RawClient;

namespace {

const QString password = QStringLiteral("correct horse");

QString nameOf(int person)
{
    return QStringLiteral("person%1").arg(person);
}

/// Milliseconds of `clock:ping`s, one after the other.
std::optional<QJsonObject> measureEcho(RawClient &client, int count)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (client.ask("clock:ping", "{\"t\":1}").isEmpty())
            return {};
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return bench::figures(std::move(times));
}

int fail(const char *words)
{
    std::fprintf(stderr, "%s\n", words);
    return 1;
}

int measure(const QString &program, int connections, int people, int echoes)
{
    const QTemporaryDir folder;
    for (int i = 0; i < people; ++i)
        if (!bench::addUser(program, folder.path(), nameOf(i), password))
            return fail("nobody can be added");
    bench::ServerProcess server;
    if (!server.start(program, folder.path()))
        return fail("the server does not start");
    QStringList tokens;
    for (int i = 0; i < people; ++i) {
        const auto login = bench::logIn(server.url(), nameOf(i), password);
        if (!login)
            return fail("the log-in is refused");
        tokens.append(login.value().token);
    }
    RawClient probe;
    if (!probe.connect(server.url(), tokens.first()))
        return fail("the first client does not get in");
    const auto before = measureEcho(probe, echoes);
    const double emptyMiB = server.residentMiB();

    std::vector<std::unique_ptr<RawClient>> idle;
    QElapsedTimer connecting;
    connecting.start();
    for (int i = 0; i < connections; ++i) {
        idle.push_back(std::make_unique<RawClient>());
        if (!idle.back()->connect(server.url(), tokens[i % people]))
            return fail("an idle client does not get in");
    }
    const double connectSeconds = double(connecting.elapsed()) / 1000;
    const double fullMiB = server.residentMiB();
    const auto after = measureEcho(probe, echoes);
    if (!before || !after)
        return fail("the server does not answer");
    bench::print({{QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("idleConnections"), connections},
                  {QStringLiteral("connectSeconds"), connectSeconds},
                  {QStringLiteral("residentMiB"),
                   QJsonObject{{QStringLiteral("before"), emptyMiB}, {QStringLiteral("after"), fullMiB}}},
                  {QStringLiteral("kiBPerConnection"), (fullMiB - emptyMiB) * 1024 / std::max(connections, 1)},
                  {QStringLiteral("echoMilliseconds"),
                   QJsonObject{{QStringLiteral("before"), *before}, {QStringLiteral("after"), *after}}}});
    return 0;
}

} // namespace

/// One team server with many signed-in clients that do nothing: its memory, and how fast it answers another one.
int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // GLib's event loop walks all sockets of this process at each change of one
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const auto number = [&](const QString &name, int usual) {
        const QCommandLineOption option(name, {}, QStringLiteral("N"), QString::number(usual));
        parser.addOption(option);
        return option;
    };
    const auto connections = number(QStringLiteral("connections"), 10'000);
    const auto people = number(QStringLiteral("people"), 20);
    const auto echoes = number(QStringLiteral("echoes"), 2'000);
    const QCommandLineOption program(QStringLiteral("server"), QStringLiteral("frontdesk-server of another build."),
                                     QStringLiteral("PROGRAM"), QStringLiteral(FRONTDESK_SERVER));
    parser.addOption(program);
    parser.addHelpOption();
    parser.process(application);
    return measure(parser.value(program), parser.value(connections).toInt(), std::max(parser.value(people).toInt(), 1),
                   parser.value(echoes).toInt());
}
