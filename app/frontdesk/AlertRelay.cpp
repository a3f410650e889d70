// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlertRelay.h"

#include <QtGui/QWindow>

namespace frontdesk {

void bringForward(QWindow &window)
{
    window.show();
    window.raise();
    window.requestActivate();
}

void relayAlerts(models::AppController &app, platform::Notifier &notifier, QWindow &window)
{
    using Urgency = platform::Notification::Urgency;
    QObject::connect(&app, &models::AppController::alerted, &notifier, [&notifier](const models::Alert &alert) {
        notifier.show({.id = alert.id,
                       .title = alert.title,
                       .body = alert.body,
                       .sound = alert.sound,
                       .urgency = alert.urgent ? Urgency::Critical : Urgency::Normal});
    });
    QObject::connect(&app, &models::AppController::alertOver, &notifier, &platform::Notifier::close);
    QObject::connect(&notifier, &platform::Notifier::activated, &window, [&app, &window](const QString &id) {
        bringForward(window);
        app.activateAlert(id);
    });
    QObject::connect(&notifier, &platform::Notifier::failed, &window, [&window] {
        constexpr int untilSeen = 0; // milliseconds
        window.alert(untilSeen);
    });
    const auto describe = [&app, &notifier] { app.setAlertPlace(notifier.description()); };
    QObject::connect(&notifier, &platform::Notifier::descriptionChanged, &app, describe);
    describe();
}

} // namespace frontdesk
