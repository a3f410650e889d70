// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Account.h"
#include "Language.h"
#include "models/AppController.h"

#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>

#include <chrono>
#include <mutex>

namespace bench {

/// Makes the workspace of that server the one that a start with this data folder opens, with the files of the account
/// folder given, which are moved there.
frontdesk::Result<frontdesk::Done> rememberWorkspace(const QString &root, const QUrl &server, const QString &name,
                                                     const QString &token, const QString &accountFolder);

/// The item of this objectName that can be seen, by the tree of what is drawn; null: none.
QQuickItem *visibleItem(QQuickItem *parent, const QString &name);

/// The program's window in this process, on a data folder as a start of the program would open it.
class ProgramWindow {
public:
    explicit ProgramWindow(const QString &root);

    [[nodiscard]] bool isShown() const { return m_window != nullptr; }
    [[nodiscard]] frontdesk::models::AppController &app() { return *m_app; }
    [[nodiscard]] frontdesk::models::Workspace *workspace() const { return m_app->workspace(); }
    [[nodiscard]] QQuickWindow &window() { return *m_window; }
    [[nodiscard]] QQuickItem *item(const QString &name) const;

private:
    frontdesk::Language m_language;
    std::unique_ptr<frontdesk::models::AppController> m_app;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

/// Has the window drawn without a pause and notes how long the GUI thread was from one frame to the next: by the clock,
/// and how much of it the thread itself worked, which does not depend on what else the machine does.
class FrameTimes {
public:
    explicit FrameTimes(QQuickWindow &window);
    ~FrameTimes();
    FrameTimes(const FrameTimes &) = delete;
    FrameTimes &operator=(const FrameTimes &) = delete;

    [[nodiscard]] QJsonObject report() const;

private:
    using Nanoseconds = std::chrono::nanoseconds;
    void note();

    QQuickWindow &m_window;
    QMetaObject::Connection m_frames;
    QMetaObject::Connection m_again;
    std::optional<std::pair<Nanoseconds, Nanoseconds>> m_last;
    std::vector<double> m_wall; ///< milliseconds
    std::vector<double> m_work;
};

} // namespace bench
