// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

/// Decimal numbers as people and other programs write them, digit by digit and never through floating point. Pure.
namespace frontdesk {

/// Which sign stands before the decimals where a text leaves it open, as "1.234" does.
enum class DecimalSign { Point, Comma };

struct Decimal {
    bool negative = false;
    QString whole = {};    ///< digits, at least one
    QString decimals = {}; ///< digits, perhaps none

    /// Such as "-12.5".
    [[nodiscard]] QString text() const;

    friend bool operator==(const Decimal &, const Decimal &) = default;
};

/// From "1.234,50", "1,234.50", "1 234,50", "1'234.50", "12,34,567.89", "(5)", "5-". `places` is how many decimals the
/// number can have. What can be read in two ways is read by the sign that is given, but refused where that is the less
/// likely one ("1,000" with two decimals after a comma): better asked than wrong.
Result<Decimal> readDecimal(const QString &text, int places, DecimalSign sign);

/// Takes a minus of any kind before or after a number out of the text, brackets as bookkeepers write it, or a plus.
bool takeMinus(QString &text);

} // namespace frontdesk
