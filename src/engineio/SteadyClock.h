// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace engineio {

/// The clock that owners of sessions give to them: milliseconds that never go back.
[[nodiscard]] inline std::chrono::milliseconds steadyNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace engineio
