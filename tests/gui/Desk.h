// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Language.h"
#include "Launcher.h"
#include "models/AppController.h"
#include "tour/WindowDriver.h"

#include <QtCore/QTemporaryDir>
#include <QtQml/QQmlEngine>

#include <optional>

/// The real program's window in this process, used with real input events.
class Desk {
public:
    /// Opens the window on the files of the folder, as a start of the program does. The engine outlives the window: Qt
    /// hands a static plugin, and with it the icons, only to the first engine of a process.
    Desk(QQmlEngine &engine, const QString &folder);

    [[nodiscard]] bool shows(QAccessible::Role role, const QString &name) const { return driver->find(role, name); }
    /// Whether a message with this text stands on the screen, whoever wrote it.
    [[nodiscard]] bool showsMessage(const QString &text) const;
    /// The accessible name of that message: who, when, what, and how far it got.
    [[nodiscard]] QString messageLine(const QString &text) const;
    [[nodiscard]] QString badge() const;
    /// Waits for the item and clicks it once.
    void choose(QAccessible::Role role, const QString &name);
    void fill(const QString &field, const QString &text);
    void send(const QString &text);

    frontdesk::models::AppController *app = nullptr;
    std::optional<frontdesk::tour::WindowDriver> driver;

private:
    frontdesk::Language m_language;
    std::unique_ptr<frontdesk::models::AppController> m_app;
    std::unique_ptr<QObject> m_window;
};
