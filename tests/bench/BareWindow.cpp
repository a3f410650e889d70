// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>

/// The least that a Qt Quick program can be: what the figures of Frontdesk's window are held against.
int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nWindow { visible: true; width: 1440; height: 900; Text { textFormat: "
                    "Text.PlainText; text: \"Hello\" } }");
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
