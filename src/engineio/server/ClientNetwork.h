// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace engineio {

/// What an address is counted as. Whoever has one of IPv6 has all of its /64: these are one. What is no address stays.
[[nodiscard]] QString clientNetwork(const QString &address);

} // namespace engineio
