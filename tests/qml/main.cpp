// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtQml/QQmlEngine>
#include <QtQuickTest/quicktest.h>

/// Finds the modules that are linked in.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(qml, Setup)

#include "main.moc"
