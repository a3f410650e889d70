// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Alert.h"

namespace frontdesk::models {

/// Whether, how and with which words somebody is told. Nobody is told of what is in front of them, of what they do not
/// want to hear, or while they do not want to be disturbed; many things at once are one alert. Pure.
QVector<Alert> alertsFor(const AlertEvent &event, const Surroundings &now);

/// Whether an alert has nothing to say any more, because the person looks at what it leads to.
bool isInFront(const AlertTarget &target, const Surroundings &now);

QString alarmAlertId(const QString &figure);

} // namespace frontdesk::models
