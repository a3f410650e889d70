// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/CardProperties.h"

namespace frontdesk::exchange {

/// One card as a vCard, in UTF-8. Several in one file stand after each other.
QByteArray writeVCard(const Card &card, VCardVersion version);

} // namespace frontdesk::exchange
