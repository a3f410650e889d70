// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Step.h"

namespace frontdesk::torture {

/// Everything that happens in one run; a pure function of the seed. It ends with everything being well, and everybody
/// having sent a last text.
QVector<Step> historyOf(std::uint64_t seed);

} // namespace frontdesk::torture
