// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <optional>
#include <variant>

namespace frontdesk {

/// What was asked for on the command line.
struct Options {
    bool demo = false;
    std::optional<QString> tour; ///< folder for the pictures
    QString dataFolder;          ///< empty: the place of this platform
};

/// Ends the program at once with this text and exit code.
struct Leave {
    QString text;
    int exitCode = 0;
};

std::variant<Options, Leave> parseOptions(const QStringList &arguments);

} // namespace frontdesk
