// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>
#include <optional>
#include <vector>

namespace bench {

/// Milliseconds that texts take to a bare QWebSocket server in another thread and back, one after another; none when
/// one is not answered.
std::optional<std::vector<double>> echoBarely(int count, const std::function<QString(int)> &textOf);

} // namespace bench
