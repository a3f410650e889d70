// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace frontdesk::store {

/// What deals are worth that have the same stage, currency and probability: numbers to be added up, exact.
struct DealSum {
    QString stage;
    QString currency;     ///< empty: they have no value
    int probability = -1; ///< per cent; -1: the stage's
    int deals = 0;
    qint64 minor = 0; ///< in the currency's smallest unit
};

} // namespace frontdesk::store
