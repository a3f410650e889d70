// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/QQmlEngineExtensionPlugin>

/// Gives every engine that imports Frontdesk.Controls its icons, so that no program has to remember to.
class ControlsPlugin final : public QQmlEngineExtensionPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QQmlEngineExtensionInterface_iid)

public:
    explicit ControlsPlugin(QObject *parent = nullptr);

    void initializeEngine(QQmlEngine *engine, const char *uri) override;
};
