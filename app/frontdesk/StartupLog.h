// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QQuickWindow;

namespace frontdesk {

/// Says once, in the logging category "frontdesk.startup" (off unless QT_LOGGING_RULES asks for it), that the title of
/// a conversation has been drawn. GUI thread.
void logFirstTitle(QQuickWindow &window);

} // namespace frontdesk
