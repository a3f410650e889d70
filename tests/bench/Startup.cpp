// SPDX-License-Identifier: GPL-3.0-or-later
#include "Account.h"
#include "BigTeam.h"
#include "CountOption.h"
#include "Figures.h"
#include "ProgramWindow.h"
#include "ServerProcess.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>

#include <cstdio>

/// How long from the start of the process until its window has drawn its first frame and its first conversation's
/// title, and how much memory it holds some seconds later: a bare Qt Quick window, Frontdesk started for the first time
/// (nothing cached: the welcome page), and Frontdesk with a team's workspace in its cache, connected to a server in a
/// process of its own.
namespace {

using namespace frontdesk;

constexpr int wrong = 1;
constexpr int longestCatchUp = 900; // seconds until it is given up

struct Run {
    double firstFrame = 0; ///< milliseconds
    double firstTitle = 0; ///< milliseconds; 0: it shows none
    bench::Memory memory;
};

/// The programs say when the window and when a conversation has been drawn. `title`: what is awaited is that.
std::optional<Run> measure(const QString &program, const QStringList &arguments, int settle, bool title)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("frontdesk.startup=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    // The token lies in a file that this program wrote; a keychain of the machine has no part in it.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    process.setProcessEnvironment(environment);

    Run run;
    QByteArray said;
    QElapsedTimer timer;
    QObject::connect(&process, &QProcess::readyReadStandardError, &process, [&] {
        said += process.readAllStandardError();
        const double now = double(timer.nsecsElapsed()) / 1e6;
        if (run.firstFrame == 0 && (said.contains("window has been drawn")))
            run.firstFrame = now;
        if (run.firstTitle == 0 && said.contains("conversation has been drawn"))
            run.firstTitle = now;
    });
    const auto drawn = [&] { return (title ? run.firstTitle : run.firstFrame) > 0; };
    timer.start();
    process.start(program, arguments);
    if (!bench::waitUntil([&] { return drawn() || process.state() == QProcess::NotRunning; }) || !drawn()) {
        std::fprintf(stderr, "%s did not draw what it should; it said:\n%s\n", qPrintable(program), said.constData());
        process.kill();
        process.waitForFinished();
        return {};
    }
    bool settled = false;
    QTimer::singleShot(settle, &process, [&] { settled = true; });
    bench::waitUntil([&settled] { return settled; }, settle / 1000 + 10);
    run.memory = bench::memoryOf(process.processId());
    process.terminate(); // in order: after a crash the next start checks the cache
    if (!process.waitForFinished()) {
        process.kill();
        process.waitForFinished();
    }
    return run;
}

/// Until everything written can be searched: no start of the program finds work that another has left.
bool waitForIndex(store::Store &store)
{
    search::Request any;
    any.terms = {{.text = QStringLiteral("a"), .openEnd = true}};
    any.limit = 1;
    while (true) {
        auto found = store.search(any);
        found.waitForFinished();
        const Result<search::Page> page = found.result();
        if (!page)
            return false;
        if (page.value().complete)
            return true;
    }
}

/// A data folder in which the team's workspace was open last, with all its messages cached: read by a real client.
bool fillCache(bench::BigTeam &team, bench::ServerProcess &server, const QString &serverFolder, int messages,
               const QString &account, const QString &root)
{
    const QString program = QStringLiteral(FRONTDESK_SERVER);
    const auto said = [](const Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message));
        return false;
    };
    if (!server.start(program, serverFolder))
        return false;
    const auto login = bench::logIn(server.url(), team.name(), team.password());
    if (!login)
        return said(login.error());
    if (!bench::openSession(server.url(), login.value(), account))
        return false;
    server.stop();
    if (const auto written = team.write(messages); !written)
        return said(written.error());
    if (const auto read = team.read(); !read)
        return said(read.error());
    if (!server.start(program, serverFolder))
        return false;
    {
        const auto session = bench::openSession(server.url(), login.value(), account, longestCatchUp);
        if (!session || !waitForIndex(session->store()))
            return false;
    }
    const auto remembered = bench::rememberWorkspace(root, server.url(), team.name(), login.value().token, account);
    return remembered || said(remembered.error());
}

/// All kinds of program in turn, so that what the machine does meanwhile hits all alike.
struct Series {
    std::vector<double> firstFrame;
    std::vector<double> firstTitle;
    std::vector<double> resident;
    std::vector<double> proportional;

    void add(const Run &run)
    {
        firstFrame.push_back(run.firstFrame);
        if (run.firstTitle > 0)
            firstTitle.push_back(run.firstTitle);
        resident.push_back(run.memory.resident);
        proportional.push_back(run.memory.proportional);
    }
    [[nodiscard]] QJsonObject report() const
    {
        QJsonObject report{{QStringLiteral("firstFrameMs"), bench::figures(firstFrame)},
                           {QStringLiteral("residentMiB"), bench::figures(resident)},
                           {QStringLiteral("proportionalMiB"), bench::figures(proportional)}};
        if (!firstTitle.empty())
            report.insert(QStringLiteral("firstTitleMs"), bench::figures(firstTitle));
        return report;
    }
};

/// Of the medians, and of the least: the least of a busy machine is the quietest run.
QJsonObject ratio(const std::vector<double> &ours, const std::vector<double> &bare)
{
    const QJsonObject over = bench::figures(ours);
    const QJsonObject under = bench::figures(bare);
    const auto of = [&](const QString &name) { return over[name].toDouble() / under[name].toDouble(); };
    return {{QStringLiteral("p50"), of(QStringLiteral("p50"))}, {QStringLiteral("min"), of(QStringLiteral("min"))}};
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const auto runs = bench::addCount(parser, QStringLiteral("runs"), QStringLiteral("How often to start each."), 10);
    const auto messages =
        bench::addCount(parser, QStringLiteral("messages"), QStringLiteral("How many are cached."), 1'000'000);
    const auto conversations =
        bench::addCount(parser, QStringLiteral("conversations"), QStringLiteral("In how many of them."), 1'000);
    const auto settle =
        bench::addCount(parser, QStringLiteral("settle"), QStringLiteral("Milliseconds until memory is read."), 5'000);
    parser.addHelpOption();
    parser.process(program);

    const QTemporaryDir folder;
    const QString serverFolder = folder.filePath(QStringLiteral("server"));
    const QString cached = folder.filePath(QStringLiteral("cached"));
    const int messageCount = parser.value(messages).toInt();
    bench::BigTeam team(serverFolder);
    bench::ServerProcess server;
    QElapsedTimer filling;
    filling.start();
    if (!team.found(parser.value(conversations).toInt()) ||
        !fillCache(team, server, serverFolder, messageCount, folder.filePath(QStringLiteral("account")), cached)) {
        std::fprintf(stderr, "the workspace to measure with could not be made\n");
        return wrong;
    }
    const double fillSeconds = double(filling.elapsed()) / 1000;

    Series bare;
    Series empty;
    Series full;
    for (int index = 0; index < parser.value(runs).toInt(); ++index) {
        const QString fresh = folder.filePath(QStringLiteral("fresh-%1").arg(index));
        const int wait = parser.value(settle).toInt();
        const auto window = measure(QStringLiteral(BARE_WINDOW), {}, wait, false);
        const auto first = measure(QStringLiteral(FRONTDESK), {QStringLiteral("--data"), fresh}, wait, false);
        const auto again = measure(QStringLiteral(FRONTDESK), {QStringLiteral("--data"), cached}, wait, true);
        if (!window || !first || !again)
            return wrong;
        bare.add(*window);
        empty.add(*first);
        full.add(*again);
    }
    const QJsonObject ratios{{QStringLiteral("emptyFirstFrame"), ratio(empty.firstFrame, bare.firstFrame)},
                             {QStringLiteral("filledFirstTitle"), ratio(full.firstTitle, bare.firstFrame)},
                             {QStringLiteral("emptyResident"), ratio(empty.resident, bare.resident)},
                             {QStringLiteral("emptyProportional"), ratio(empty.proportional, bare.proportional)},
                             {QStringLiteral("filledResident"), ratio(full.resident, bare.resident)},
                             {QStringLiteral("filledProportional"), ratio(full.proportional, bare.proportional)}};
    bench::print({{QStringLiteral("bench"), QStringLiteral("startup")},
                  {QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("platform"), QGuiApplication::platformName()},
                  {QStringLiteral("messages"), messageCount},
                  {QStringLiteral("fillSeconds"), fillSeconds},
                  {QStringLiteral("bareWindow"), bare.report()},
                  {QStringLiteral("frontdeskEmpty"), empty.report()},
                  {QStringLiteral("frontdeskFilled"), full.report()},
                  {QStringLiteral("ratios"), ratios}});
    return 0;
}
