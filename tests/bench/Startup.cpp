// SPDX-License-Identifier: GPL-3.0-or-later
#include "Account.h"
#include "Figures.h"
#include "Remembered.h"
#include "demo/Fill.h"
#include "platform/DataFolders.h"
#include "platform/FileTokenStore.h"
#include "server/Server.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>

#include <cstdio>

/// How long from the start of the process until its window has drawn its first frame, and how much memory it holds some
/// seconds later: a bare Qt Quick window, Frontdesk started for the first time (nothing cached: the welcome page), and
/// Frontdesk with a team's workspace of some 2 300 messages in its cache, connected to a server in another process than
/// its own.
namespace {

using namespace frontdesk;

constexpr int wrong = 1;

struct Run {
    double firstFrame = 0; ///< milliseconds
    bench::Memory memory;
};

/// Qt Quick itself says when a frame has been drawn, so that no program needs a hook.
std::optional<Run> measure(const QString &program, const QStringList &arguments, int settle)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.scenegraph.time.renderloop=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    // The token lies in a file that this program wrote; a keychain of the machine has no part in it.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    process.setProcessEnvironment(environment);

    Run run;
    QByteArray said;
    QElapsedTimer timer;
    QObject::connect(&process, &QProcess::readyReadStandardError, &process, [&] {
        said += process.readAllStandardError();
        if (run.firstFrame == 0 && (said.contains("rame rendered") || said.contains("swapped"))) {
            run.firstFrame = double(timer.nsecsElapsed()) / 1e6;
        }
    });
    timer.start();
    process.start(program, arguments);
    if (!bench::waitUntil([&] { return run.firstFrame > 0 || process.state() == QProcess::NotRunning; }) ||
        run.firstFrame == 0) {
        std::fprintf(stderr, "%s drew nothing; it said:\n%s\n", qPrintable(program), said.constData());
        process.kill();
        process.waitForFinished();
        return {};
    }
    bool settled = false;
    QTimer::singleShot(settle, &process, [&] { settled = true; });
    bench::waitUntil([&settled] { return settled; }, settle / 1000 + 10);
    run.memory = bench::memoryOf(process.processId());
    process.kill();
    process.waitForFinished();
    return run;
}

/// A data folder in which a team's workspace was open last, with everything cached.
bool fillCache(const QString &root, const QUrl &server)
{
    const QString name = demo::people().first().name;
    const auto folders = platform::DataFolders::open(root);
    const auto login = bench::logIn(server, name, demo::password());
    if (!folders || !login) {
        std::fprintf(stderr, "%s\n", qPrintable((folders ? login.error() : folders.error()).message));
        return false;
    }
    const QString account = folders.value().account(server, name);
    platform::FileTokenStore tokens(folders.value().tokens());
    const bool remembered =
        tokens.write(account.section(u'/', -1), login.value().token).result().ok() &&
        writeRemembered(root + QStringLiteral("/workspace.json"), {Remembered::Kind::Team, server, name}).ok();
    return remembered && bench::openSession(server, login.value(), account) != nullptr;
}

/// Both kinds of program in turn, so that what the machine does meanwhile hits all alike.
struct Series {
    std::vector<double> firstFrame;
    std::vector<double> resident;
    std::vector<double> proportional;

    void add(const Run &run)
    {
        firstFrame.push_back(run.firstFrame);
        resident.push_back(run.memory.resident);
        proportional.push_back(run.memory.proportional);
    }
    [[nodiscard]] QJsonObject report() const
    {
        return {{QStringLiteral("firstFrameMs"), bench::figures(firstFrame)},
                {QStringLiteral("residentMiB"), bench::figures(resident)},
                {QStringLiteral("proportionalMiB"), bench::figures(proportional)}};
    }
};

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runs(QStringLiteral("runs"), QStringLiteral("How often to start each."),
                                  QStringLiteral("count"), QStringLiteral("10"));
    const QCommandLineOption settle(QStringLiteral("settle"),
                                    QStringLiteral("From the first frame until memory is read."), QStringLiteral("ms"),
                                    QStringLiteral("5000"));
    parser.addOptions({runs, settle});
    parser.addHelpOption();
    parser.process(program);

    QTemporaryDir folder;
    const QString serverFolder = folder.filePath(QStringLiteral("server"));
    const auto filled = demo::fillOnce(serverFolder, demo::planTeam(1, SystemClock().utc().count()));
    server::Server server({.dataFolder = serverFolder, .log = {}});
    const auto url = server.start();
    const QString cached = folder.filePath(QStringLiteral("cached"));
    if (!filled || !url || !fillCache(cached, url.value())) {
        std::fprintf(stderr, "the workspace to measure with could not be made\n");
        return wrong;
    }

    Series bare;
    Series empty;
    Series full;
    for (int index = 0; index < parser.value(runs).toInt(); ++index) {
        const QString fresh = folder.filePath(QStringLiteral("fresh-%1").arg(index));
        const int wait = parser.value(settle).toInt();
        const auto window = measure(QStringLiteral(BARE_WINDOW), {}, wait);
        const auto first = measure(QStringLiteral(FRONTDESK), {QStringLiteral("--data"), fresh}, wait);
        const auto again = measure(QStringLiteral(FRONTDESK), {QStringLiteral("--data"), cached}, wait);
        if (!window || !first || !again) {
            return wrong;
        }
        bare.add(*window);
        empty.add(*first);
        full.add(*again);
    }
    bench::print({{QStringLiteral("bench"), QStringLiteral("startup")},
                  {QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("platform"), QGuiApplication::platformName()},
                  {QStringLiteral("bareWindow"), bare.report()},
                  {QStringLiteral("frontdeskEmpty"), empty.report()},
                  {QStringLiteral("frontdeskFilled"), full.report()}});
    return 0;
}
