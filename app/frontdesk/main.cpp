// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"
#include "Launcher.h"
#include "Options.h"
#include "StartupLog.h"
#include "StopSignal.h"
#include "models/AppController.h"
#include "platform/SingleInstance.h"
#include "tour/Tour.h"

#include <QtCore/QSocketNotifier>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtGui/QIcon>
#include <QtQml/QQmlApplicationEngine>
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

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    QObject::connect(app.settings(), &models::Settings::languageChanged, &engine, [&] {
        language.use(app.settings()->language());
        engine.retranslate();
        app.retranslate();
    });
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Frontdesk/Main.qml")));
    if (engine.rootObjects().isEmpty())
        return cannotStart;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    logFirstTitle(*window);
    QObject::connect(&instance, &platform::SingleInstance::activated, window, [window] {
        window->show();
        window->raise();
        window->requestActivate();
    });

    if (options.tour) {
        tour::Tour walk(window, app, launch, *options.tour);
        return playTour(walk, program);
    }
    if (options.demo)
        app.lookAround();
    else
        app.start();
    return QGuiApplication::exec();
}
