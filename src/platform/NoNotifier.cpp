// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/NoNotifier.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::platform {

void NoNotifier::show(const Notification &notification)
{
    Q_EMIT failed(notification.id);
}

QString NoNotifier::description() const
{
    return QCoreApplication::translate("Platform",
                                       "Frontdesk cannot use this system's notifications yet: its window asks for "
                                       "attention instead, without a sound.");
}

} // namespace frontdesk::platform
