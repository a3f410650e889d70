// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QUrl>

namespace frontdesk {

/// Which workspace was open last, so that the next start shows it at once. Kept as JSON in one small file; no secrets.
struct Remembered {
    enum class Kind { ThisComputer, Team };
    Kind kind = Kind::ThisComputer;
    QUrl address; ///< of a team's server
    QString name; ///< what one logs in with

    friend bool operator==(const Remembered &, const Remembered &) = default;
};

/// Nothing when there is none, or when the file cannot be understood: the welcome page is the way on.
std::optional<Remembered> readRemembered(const QString &file);
Result<Done> writeRemembered(const QString &file, const Remembered &remembered);
void forget(const QString &file);

} // namespace frontdesk
