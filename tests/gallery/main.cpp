// SPDX-License-Identifier: GPL-3.0-or-later
#include "Audit.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtCore/QTranslator>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickView>

#include <cstdio>

namespace {

// Lets layouts, polishing and popups come to rest: all motion is off, so a few turns of the event loop and frames do.
void settle(QQuickView &view)
{
    for (int frame = 0; frame < 6; ++frame) {
        QEventLoop loop;
        const auto rendered =
            QObject::connect(&view, &QQuickWindow::afterRendering, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
        view.update();
        loop.exec();
        QObject::disconnect(rendered);
    }
}

int shoot(QQuickView &view, const QString &folder, const QString &only)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "The folder %s cannot be made\n", qUtf8Printable(folder));
        return 1;
    }
    QQuickItem *gallery = view.rootObject();
    gallery->setProperty("framed", false);
    const QStringList names = gallery->property("names").toStringList();
    int taken = 0;
    int lacks = 0;
    for (const QString &name : names) {
        if (!only.isEmpty() && !name.contains(only))
            continue;
        for (const bool dark : {false, true}) {
            gallery->setProperty("dark", dark);
            gallery->setProperty("story", QString());
            gallery->setProperty("story", name);
            settle(view);
            const QString file =
                QDir(folder).filePath(name + (dark ? QStringLiteral("-dark.png") : QStringLiteral(".png")));
            if (!view.grabWindow().save(file)) {
                std::fprintf(stderr, "%s cannot be written\n", qUtf8Printable(file));
                return 1;
            }
            ++taken;
            for (const QString &lack : frontdesk::gallery::audit(view)) {
                std::fprintf(stderr, "%s: %s\n", qUtf8Printable(name), qUtf8Printable(lack));
                ++lacks;
            }
        }
    }
    std::printf("%d pictures in %s\n", taken, qUtf8Printable(folder));
    return taken > 0 && lacks == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Shows every page and control of Frontdesk in every state, on sample data."));
    parser.addHelpOption();
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   QStringLiteral("Write a picture of every story, light and dark, and end."),
                                   QStringLiteral("folder"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window, such as 960x640."),
                                  QStringLiteral("size"), QStringLiteral("1440x900"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Only stories with this in their name."),
                                  QStringLiteral("text"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Of the interface, such as de."),
                                      QStringLiteral("language"), QStringLiteral("en"));
    parser.addOptions({shots, size, only, language});
    parser.process(application);

    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    if (sides.size() != 2 || sides[0].toInt() <= 0 || sides[1].toInt() <= 0) {
        std::fprintf(stderr, "--size wants WIDTHxHEIGHT\n");
        return 2;
    }

    QTranslator texts;
    if (!texts.load(QStringLiteral(":/i18n/frontdesk_%1.qm").arg(parser.value(language)))) {
        std::fprintf(stderr, "There is no such language\n");
        return 2;
    }
    QCoreApplication::installTranslator(&texts);

    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(sides[0].toInt(), sides[1].toInt());
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Frontdesk/Gallery/Gallery.qml")));
    if (view.status() != QQuickView::Ready)
        return 1;
    view.show();
    if (parser.isSet(shots))
        return shoot(view, parser.value(shots), parser.value(only));
    return QGuiApplication::exec();
}
