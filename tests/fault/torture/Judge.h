// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Record.h"

namespace frontdesk::torture {

/// The promises (docs/sync.md), by which a broken one is named.
namespace promises {
inline constexpr auto nothingLost = QLatin1String("nothing accepted is lost");
inline constexpr auto nothingTwice = QLatin1String("nothing is doubled");
inline constexpr auto oneOrder = QLatin1String("order holds");
inline constexpr auto allAgree = QLatin1String("all clients and the server agree");
inline constexpr auto onlyForThem = QLatin1String("nobody has what is not for them");
inline constexpr auto cleanLedger = QLatin1String("the ledger is clean");
inline constexpr auto restoreNoticed = QLatin1String("a restored server is noticed");
inline constexpr auto trueWords = QLatin1String("what a person is told is so");
inline constexpr auto noSilentEnd = QLatin1String("no program ends without a word");
} // namespace promises

struct Broken {
    QString promise;
    QString words;
};

/// Every promise that was not kept; none: all were.
QVector<Broken> judge(const Record &record);

} // namespace frontdesk::torture
