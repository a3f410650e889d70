// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QQuickWindow;

namespace frontdesk {

/// Says in the logging category "frontdesk.startup" (off unless QT_LOGGING_RULES asks for it) when the window has been
/// drawn for the first time, and when the title of a conversation has. GUI thread.
void logStartup(QQuickWindow &window);

} // namespace frontdesk
