// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlertRelay.h"
#include "Language.h"
#include "Launcher.h"
#include "Options.h"
#include "StartupLog.h"
#include "StopSignal.h"
#include "models/AppController.h"
#include "platform/SingleInstance.h"
#include "tour/Tour.h"

#include <QtCore/QEventLoop>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtGui/QIcon>
#include <QtQml/QQmlComponent>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickWindow>

#include <cstdio>

namespace {

using namespace frontdesk;

constexpr int cannotStart = 1;

int say(FILE *stream, const QString &text, int exitCode)
{
    std::fputs(qPrintable(text), stream);
    return exitCode;
}

QString rootFor(const Options &options)
{
    if (!options.dataFolder.isEmpty())
        return options.dataFolder;
    return options.demo ? platform::DataFolders::demoRoot() : platform::DataFolders::standardRoot();
}

QString demoRootFor(const Options &options)
{
    if (options.demo)
        return rootFor(options);
    return options.dataFolder.isEmpty() ? platform::DataFolders::demoRoot()
                                        : options.dataFolder + QLatin1String("/demo");
}

/// Whether the window would show what it is about to show anyway.
bool isRead(const models::AppController &app)
{
    using Stage = models::AppController::Stage;
    return app.stage() == Stage::Ready ? app.workspace()->conversations()->loaded() : app.stage() != Stage::Opening;
}

/// What the window is made of is loaded while files are read. These are read in a moment, mostly: then the first frame
/// is the one with the conversations, and none is drawn before it. What takes longer than that is waited for in the
/// window.
void loadAndRead(QQmlComponent &component, models::AppController &app)
{
    constexpr int moment = 200; // milliseconds
    QEventLoop loop;
    QTimer late;
    late.setSingleShot(true);
    late.start(moment);
    const auto look = [&] {
        if (!component.isLoading() && (isRead(app) || !late.isActive()))
            loop.quit();
    };
    QObject::connect(&component, &QQmlComponent::statusChanged, &loop, look);
    QObject::connect(&late, &QTimer::timeout, &loop, look);
    QObject::connect(&app, &models::AppController::stageChanged, &loop, [&] {
        if (app.workspace())
            QObject::connect(app.workspace()->conversations(), &models::ConversationListModel::loadedChanged, &loop,
                             look);
        look();
    });
    QMetaObject::invokeMethod(&loop, look, Qt::QueuedConnection); // all may be there already
    loop.exec();
}

int playTour(tour::Tour &walk, QGuiApplication &program)
{
    QObject::connect(&walk, &tour::Tour::progressed, [](const QString &line) {
        say(stdout, line + u'\n', 0);
        std::fflush(stdout);
    });
    QObject::connect(&walk, &tour::Tour::finished, &program, [](const QStringList &pictures, const QString &problem) {
        if (problem.isEmpty())
            say(stdout, QStringLiteral("%1 pictures\n").arg(pictures.size()), 0);
        else
            say(stderr, problem + u'\n', 0);
        QCoreApplication::exit(problem.isEmpty() ? 0 : cannotStart);
    });
    QMetaObject::invokeMethod(&walk, &tour::Tour::start, Qt::QueuedConnection);
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // Qt Quick keeps small pictures in one as large as the window, 8 MiB; there are icons only.
    for (const char *side : {"QSG_ATLAS_WIDTH", "QSG_ATLAS_HEIGHT"})
        if (qEnvironmentVariableIsEmpty(side))
            qputenv(side, "512");
    QGuiApplication program(argc, argv);
#ifdef Q_OS_UNIX
    // When the session of the desktop ends: as if the window had been closed, so that the files are left in order.
    const StopSignal stop;
    const QSocketNotifier stopAsked(stop.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stopAsked, &QSocketNotifier::activated, &program, &QGuiApplication::quit);
#endif
    QGuiApplication::setApplicationName(QStringLiteral("Frontdesk"));
    QGuiApplication::setApplicationVersion(QStringLiteral(FRONTDESK_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("frontdesk"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/frontdesk.svg")));

    const auto parsed = parseOptions(QGuiApplication::arguments());
    if (const auto *leave = std::get_if<Leave>(&parsed))
        return say(leave->exitCode == 0 ? stdout : stderr, leave->text, leave->exitCode);
    Options options = std::get<Options>(parsed);

    // A tour starts from nothing and leaves nothing but its pictures.
    QTemporaryDir tourData;
    if (options.tour)
        options.dataFolder = tourData.path();

    const auto folders = platform::DataFolders::open(rootFor(options));
    const auto demoFolders = platform::DataFolders::open(demoRootFor(options));
    if (!folders || !demoFolders)
        return say(stderr, (folders ? demoFolders : folders).error().message + u'\n', cannotStart);

    platform::SingleInstance instance(folders.value().root());
    const auto role = instance.claim(QGuiApplication::arguments());
    if (!role)
        return say(stderr, role.error().message + u'\n', cannotStart);
    if (role.value() == platform::SingleInstance::Role::Later)
        return 0;

    const std::unique_ptr<platform::Notifier> notifier = platform::makeNotifier();
    const auto clock = std::make_shared<SystemClock>();
    auto launcher =
        std::make_unique<Launcher>(Launcher::Options{.folders = folders.value(),
                                                     .demoFolders = demoFolders.value(),
                                                     .tokens = platform::makeTokenStore(folders.value().tokens()),
                                                     .clock = clock,
                                                     .remember = !options.demo && !options.tour});
    Launcher &launch = *launcher;

    Language language;
    models::AppController app(std::move(launcher), folders.value().settingsFile(), clock);
    language.use(options.tour ? QStringLiteral("en") : app.settings()->language());

    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QObject::connect(app.settings(), &models::Settings::languageChanged, &engine, [&] {
        language.use(app.settings()->language());
        engine.retranslate();
        app.retranslate();
    });
    // Before the window, so that it never shows where one would begin.
    if (options.demo)
        app.lookAround();
    else if (!options.tour)
        app.start();
    QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/qt/qml/Frontdesk/Main.qml")),
                            QQmlComponent::Asynchronous);
    loadAndRead(component, app);
    const std::unique_ptr<QObject> root(
        component.createWithInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}}));
    auto *window = qobject_cast<QQuickWindow *>(root.get());
    if (!window)
        return say(stderr, component.errorString(), cannotStart);
    logStartup(*window);
    QObject::connect(&instance, &platform::SingleInstance::activated, window, [window] { bringForward(*window); });

    if (options.tour) {
        tour::Tour walk(window, app, launch, *options.tour);
        return playTour(walk, program);
    }
    relayAlerts(app, *notifier, *window);
    return QGuiApplication::exec();
}
