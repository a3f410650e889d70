// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>

#include <cstdio>
#include <utility>

/// The least that a Qt Quick program can be: what the figures of Frontdesk's window are held against.
int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nWindow { visible: true; width: 1440; height: 900; Text { textFormat: "
                    "Text.PlainText; text: \"Hello\" } }");
    // Qt Quick may swap a frame before it has got a scene.
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    bool handedOver = false;
    QObject::connect(
        window, &QQuickWindow::afterSynchronizing, window, [&handedOver] { handedOver = true; }, Qt::DirectConnection);
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [&handedOver] {
            if (std::exchange(handedOver, false))
                std::fputs("the window has been drawn\n", stderr);
        },
        Qt::DirectConnection);
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
