// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>

namespace frontdesk::platform {

/// Something that a person should see although they may look elsewhere.
struct Notification {
    enum class Urgency { Normal, Critical };

    QString id;    ///< of the caller's choice; another with the same takes its place
    QString title; ///< one line
    QString body;  ///< text, never markup
    bool sound = false;
    Urgency urgency = Urgency::Normal;
};

/// Shows notifications in the way of the system. Asynchronous, because the system may not answer: no call blocks. Used
/// in a thread with an event loop, where its signals come too.
class Notifier : public QObject {
    Q_OBJECT

public:
    virtual void show(const Notification &notification) = 0;
    virtual void close(const QString &id) = 0; ///< also one that is about to be shown; one that is gone already is fine

    /// How notifications reach a person here, in words for the settings page.
    [[nodiscard]] virtual QString description() const = 0;

Q_SIGNALS:
    void activated(const QString &id); ///< somebody pressed it
    void failed(const QString &id);    ///< it could not be shown: to be told in another way
    void descriptionChanged();
};

/// The notification service of the desktop on Linux. On Windows and macOS nothing yet: every notification fails, so
/// that the caller asks for attention in the window's way, and description() says so.
std::unique_ptr<Notifier> makeNotifier();

} // namespace frontdesk::platform
