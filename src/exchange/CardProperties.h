// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Card.h"
#include "exchange/VCardLine.h"

#include <QtCore/QVector>

/// A card ↔ the properties of a vCard. Pure.
namespace frontdesk::exchange {

enum class VCardVersion { V3, V4 };

struct CardOfProperties {
    Card card;
    QStringList leftOut; ///< names of properties that a card has no place for

    friend bool operator==(const CardOfProperties &, const CardOfProperties &) = default;
};

CardOfProperties cardOf(const QVector<VCardLine> &properties);

/// As lines that are not folded yet, without BEGIN, VERSION and END.
QStringList propertiesOf(const Card &card, VCardVersion version);

} // namespace frontdesk::exchange
