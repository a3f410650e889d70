// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/WindowDriver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <functional>
#include <vector>

namespace frontdesk {
class Launcher;
}
namespace frontdesk::models {
class AppController;
class ConversationPage;
class Workspace;
} // namespace frontdesk::models

namespace frontdesk::tour {

/// Walks through every screen of the real program with real input and leaves numbered pictures of each, light and dark.
/// GUI thread.
class Tour : public QObject {
    Q_OBJECT

public:
    /// The folder is made when it is missing; pictures of an earlier tour in it are replaced.
    Tour(QQuickWindow *window, models::AppController &app, Launcher &launcher, const QString &folder);
    void start();

Q_SIGNALS:
    void progressed(const QString &line);
    /// The problem is empty when every screen was reached.
    void finished(const QStringList &pictures, const QString &problem);

private:
    /// One stop: what the person does, what must then be seen, and whether it is worth a picture.
    struct Stop {
        QString name; ///< of the picture; empty: none is taken
        std::function<void()> act;
        std::function<bool()> reached;
    };
    enum class Phase { Acting, SettlingLight, SettlingDark };

    void plan();
    void planConversation();
    void planConflict();
    void planPlaces();
    void planConnection();
    void planSizes();
    void add(const QString &name, std::function<void()> act, std::function<bool()> reached);
    void tick();
    void enter(Phase phase);
    void next();
    void takePicture(QLatin1String theme);
    void end(const QString &problem);

    [[nodiscard]] models::Workspace *workspace() const;
    [[nodiscard]] models::ConversationPage *conversation() const;
    [[nodiscard]] bool shows(QAccessible::Role role, const QString &name) const;
    void openConversation(QLatin1String kind);
    void write(const QString &text);

    QQuickWindow *m_window;
    models::AppController &m_app;
    Launcher &m_launcher;
    QString m_folder;
    WindowDriver m_driver;
    std::vector<Stop> m_stops;
    size_t m_at = 0;
    Phase m_phase = Phase::Acting;
    QElapsedTimer m_since;
    QTimer m_timer;
    QStringList m_pictures;
};

} // namespace frontdesk::tour
