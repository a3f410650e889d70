// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace frontdesk::models {

/// A file's path from what was typed, pasted or chosen in a dialog: "file:///…", "~/…", with quotes around it. Empty
/// for nothing, or for what is not on this computer.
QString filePathFrom(const QString &text);

} // namespace frontdesk::models
