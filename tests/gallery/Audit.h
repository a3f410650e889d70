// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

class QQuickWindow;

namespace frontdesk::gallery {

/// What somebody with a screen reader or without a mouse would miss in the window as it stands: things to press or to
/// write in that have no name, or that the keyboard cannot reach. Empty: nothing.
QStringList audit(QQuickWindow &window);

} // namespace frontdesk::gallery
