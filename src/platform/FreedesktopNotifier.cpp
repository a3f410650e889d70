// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/FreedesktopNotifier.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::platform {

using namespace std::chrono_literals;

FreedesktopNotifier::FreedesktopNotifier(const QString &busAddress)
    : m_thread(new QThread)
    , m_service(new NotificationService(busAddress))
{
    m_thread->setObjectName(QStringLiteral("notifications"));
    m_service->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_service, &QObject::deleteLater);
    connect(m_service, &NotificationService::activated, this, &Notifier::activated);
    connect(m_service, &NotificationService::failed, this, &Notifier::failed);
    connect(m_service, &NotificationService::reached, this, &FreedesktopNotifier::adopt);
    m_thread->start();
}

FreedesktopNotifier::~FreedesktopNotifier()
{
    constexpr std::chrono::milliseconds patience = 1s; // for what is under way, such as closing notifications
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(patience)))
        delete m_thread;
    else // it waits for a bus, and goes when that answers or the program has ended
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
}

void FreedesktopNotifier::show(const Notification &notification)
{
    QMetaObject::invokeMethod(m_service, [service = m_service, notification] { service->show(notification); });
}

void FreedesktopNotifier::close(const QString &id)
{
    QMetaObject::invokeMethod(m_service, [service = m_service, id] { service->close(id); });
}

void FreedesktopNotifier::adopt(NotificationService::Reach reach)
{
    if (std::exchange(m_reach, reach) != reach)
        Q_EMIT descriptionChanged();
}

QString FreedesktopNotifier::description() const
{
    using Reach = NotificationService::Reach;
    switch (m_reach) {
    case Reach::Missing:
        return QCoreApplication::translate(
            "Platform", "This computer has no notifications that can be reached: the window asks for "
                        "attention instead, without a sound.");
    case Reach::Silent:
        return QCoreApplication::translate("Platform",
                                           "Alerts are notifications of this computer, which make no sound here.");
    case Reach::Unknown:
    case Reach::Sounding:
        break;
    }
    return QCoreApplication::translate("Platform", "Alerts are notifications of this computer.");
}

} // namespace frontdesk::platform
