// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/NotificationService.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QUuid>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>

namespace frontdesk::platform {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString interface = u"org.freedesktop.Notifications"_s;
const QString pressed = u"default"_s; // the action that is the notification itself

constexpr int patience = 10'000;  // milliseconds for an answer; then it counts as not shown
constexpr int usualDuration = -1; // how long it stays is the service's to say

QVariantMap hintsOf(const Notification &notification)
{
    constexpr uchar normal = 1;
    constexpr uchar critical = 2;
    const bool isCritical = notification.urgency == Notification::Urgency::Critical;
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue(isCritical ? critical : normal)},
                      {u"desktop-entry"_s, u"frontdesk"_s}};
    if (notification.sound)
        hints.insert(u"sound-name"_s, isCritical ? u"dialog-warning"_s : u"message-new-instant"_s);
    else
        hints.insert(u"suppress-sound"_s, true);
    return hints;
}

} // namespace

NotificationService::NotificationService(QString busAddress)
    : m_address(std::move(busAddress))
    , m_connectionName(u"notifications-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

NotificationService::~NotificationService()
{
    if (m_bus)
        QDBusConnection::disconnectFromBus(m_connectionName);
}

void NotificationService::connectToBus()
{
    if (m_bus)
        return;
    m_bus = m_address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_connectionName)
                                : QDBusConnection::connectToBus(m_address, m_connectionName);
    if (!m_bus->isConnected())
        return;
    m_bus->connect(service, path, interface, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus->connect(service, path, interface, u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint)));
    auto *watcher = new QDBusServiceWatcher(service, *m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &NotificationService::forget);
}

QDBusMessage NotificationService::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(service, path, interface, method);
}

void NotificationService::show(const Notification &notification)
{
    connectToBus();
    if (!m_bus->isConnected()) {
        Q_EMIT reached(Reach::Missing);
        Q_EMIT failed(notification.id);
        return;
    }
    if (m_knowledge != Knowledge::There) {
        m_waiting.insert(notification.id, notification);
        askWhatItCan();
        return;
    }
    Shown &shown = m_shown[notification.id];
    if (shown.underWay) {
        shown.next = notification;
        shown.goes = false;
        return;
    }
    send(notification);
}

void NotificationService::askWhatItCan()
{
    if (m_knowledge == Knowledge::Asked)
        return;
    m_knowledge = Knowledge::Asked;
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call(u"GetCapabilities"_s), patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError())
            fail();
        else
            learn(reply.value());
    });
}

void NotificationService::learn(const QStringList &capabilities)
{
    m_knowledge = Knowledge::There;
    m_marksUp = capabilities.contains(u"body-markup"_s);
    Q_EMIT reached(capabilities.contains(u"sound"_s) ? Reach::Sounding : Reach::Silent);
    for (const Notification &notification : std::exchange(m_waiting, {}))
        show(notification);
}

void NotificationService::fail()
{
    m_knowledge = Knowledge::None; // it may be there at the next one
    Q_EMIT reached(Reach::Missing);
    for (const QString &id : std::exchange(m_waiting, {}).keys())
        Q_EMIT failed(id);
}

void NotificationService::send(const Notification &notification)
{
    Shown &shown = m_shown[notification.id];
    shown.underWay = true;
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments({u"Frontdesk"_s, shown.number, u"frontdesk"_s, notification.title,
                          m_marksUp ? notification.body.toHtmlEscaped() : notification.body,
                          QStringList{pressed, QCoreApplication::translate("Platform", "Open")}, hintsOf(notification),
                          usualDuration});
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, id = notification.id] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        answered(id, reply.isError() ? std::nullopt : std::optional(reply.value()));
    });
}

void NotificationService::answered(const QString &id, std::optional<uint> number)
{
    Shown &shown = m_shown[id];
    shown.underWay = false;
    shown.number = number.value_or(0);
    if (shown.next) {
        const Notification next = *std::move(shown.next);
        shown.next.reset();
        send(next);
    } else if (std::exchange(shown.goes, false)) {
        close(id);
    } else if (!number) {
        m_shown.remove(id);
        Q_EMIT failed(id);
    }
}

void NotificationService::close(const QString &id)
{
    m_waiting.remove(id);
    const auto shown = m_shown.find(id);
    if (shown == m_shown.end())
        return;
    if (shown->underWay) {
        shown->next.reset();
        shown->goes = true;
        return;
    }
    if (shown->number > 0) {
        QDBusMessage message = call(u"CloseNotification"_s);
        message.setArguments({shown->number});
        m_bus->send(message); // one that is gone already is fine, so nobody waits for the answer
    }
    m_shown.erase(shown);
}

void NotificationService::forget()
{
    m_knowledge = Knowledge::None; // the next one may be another program
    for (auto shown = m_shown.begin(); shown != m_shown.end();) {
        shown->number = 0;
        shown = shown->underWay ? std::next(shown) : m_shown.erase(shown);
    }
}

QString NotificationService::idOf(uint number) const
{
    for (auto shown = m_shown.begin(); shown != m_shown.end(); ++shown)
        if (shown->number == number && number > 0)
            return shown.key();
    return {};
}

void NotificationService::actionInvoked(uint number, const QString &action)
{
    if (const QString id = idOf(number); !id.isEmpty() && action == pressed)
        Q_EMIT activated(id);
}

void NotificationService::notificationClosed(uint number, uint)
{
    const auto shown = m_shown.find(idOf(number));
    if (shown == m_shown.end())
        return;
    shown->number = 0;
    if (!shown->underWay)
        m_shown.erase(shown);
}

} // namespace frontdesk::platform
