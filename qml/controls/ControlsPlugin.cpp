// SPDX-License-Identifier: GPL-3.0-or-later
#include "ControlsPlugin.h"

#include "IconImageProvider.h"

#include <QtQml/QQmlEngine>

extern void qml_register_types_Frontdesk_Controls();

ControlsPlugin::ControlsPlugin(QObject *parent)
    : QQmlEngineExtensionPlugin(parent)
{
    volatile auto keptByTheLinker = &qml_register_types_Frontdesk_Controls;
    Q_UNUSED(keptByTheLinker)
}

void ControlsPlugin::initializeEngine(QQmlEngine *engine, const char *uri)
{
    Q_UNUSED(uri)
    engine->addImageProvider(QStringLiteral("icon"), new frontdesk::IconImageProvider);
}
