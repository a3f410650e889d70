// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/Notifier.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtDBus/QDBusConnection>

#include <optional>

namespace frontdesk::platform {

/// The other side of org.freedesktop.Notifications (Desktop Notifications Specification 1.2): which of ours is which of
/// the service's, one call at a time for each. In a thread of its own, which connecting may block; every call of the
/// service is asynchronous.
class NotificationService final : public QObject {
    Q_OBJECT

public:
    enum class Reach {
        Unknown,  ///< nobody has asked yet
        Missing,  ///< no bus, or no service on it
        Silent,   ///< there, but it makes no sounds
        Sounding, ///< there
    };

    /// `busAddress`: of the bus; empty: the session's.
    explicit NotificationService(QString busAddress);
    ~NotificationService() override;

    void show(const Notification &notification);
    void close(const QString &id);

Q_SIGNALS:
    void activated(const QString &id);
    void failed(const QString &id);
    void reached(frontdesk::platform::NotificationService::Reach reach);

private Q_SLOTS:
    // By the service; `number` is its own
    void actionInvoked(uint number, const QString &action);
    void notificationClosed(uint number, uint reason);

private:
    /// One of ours.
    struct Shown {
        uint number = 0;                  ///< the service's; 0: none yet
        bool underWay = false;            ///< the service has been asked and has not answered
        std::optional<Notification> next; ///< to be shown after the answer
        bool goes = false;                ///< to be closed after the answer
    };

    void connectToBus();
    void askWhatItCan();
    void learn(const QStringList &capabilities);
    void fail();
    void send(const Notification &notification);
    void answered(const QString &id, std::optional<uint> number);
    void forget(); ///< the service has ended: its numbers mean nothing any more
    [[nodiscard]] QString idOf(uint number) const;
    [[nodiscard]] QDBusMessage call(const QString &method) const;

    QString m_address;
    QString m_connectionName;
    std::optional<QDBusConnection> m_bus; ///< as soon as it has been tried
    enum class Knowledge { None, Asked, There } m_knowledge = Knowledge::None;
    bool m_marksUp = false;                 ///< the service understands markup in bodies
    QHash<QString, Notification> m_waiting; ///< until it is known what the service can
    QHash<QString, Shown> m_shown;
};

} // namespace frontdesk::platform
