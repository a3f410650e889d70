// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/AppController.h"
#include "platform/Notifier.h"

class QWindow;

namespace frontdesk {

/// Shows what the program has to tell through the system's notifications, and by the window's entry in the taskbar
/// where there are none; who presses one sees the window, at the place it leads to. The notifier outlives the program's
/// model.
void relayAlerts(models::AppController &app, platform::Notifier &notifier, QWindow &window);

void bringForward(QWindow &window);

} // namespace frontdesk
