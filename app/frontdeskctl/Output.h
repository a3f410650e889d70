// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

/// Standard output and standard error, a line at a time. Each line is written out at once: whoever reads it is waiting
/// for it.
namespace frontdesk::ctl {

void printJson(const QJsonObject &object);
void printText(const QString &line);
void printError(const Error &error);

/// Why something could not be written to standard output: a full disk, or a reader that has gone.
std::optional<Error> outputProblem();
/// From now on such a failure ends the event loop: for what would go on for ever.
void endWithOutput();

/// Text of others for a terminal: without control characters, which could move the cursor, rename the window or worse;
/// line ends become ⏎.
QString harmless(const QString &text);

} // namespace frontdesk::ctl
