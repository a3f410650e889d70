// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchMatch.h"

/// Search among what is known by names, such as people and conversations. Pure.
namespace frontdesk::search {

/// By what something can be found; folded once, asked many times. The first name is the one that is shown.
using Names = QVector<FoldedText>;

struct NameHit {
    qsizetype index = 0;       ///< among what was searched
    QVector<Range> highlights; ///< in the shown name, as parts of the original, in order, apart

    friend bool operator==(const NameHit &, const NameHit &) = default;
};

/// Whose names answer every term, the best first: whole words before beginnings before the inside of words, in the
/// shown name before others; those alike in the order they came in. At most `limit`; 0: all. No terms: everything.
QVector<NameHit> findNames(const QVector<Names> &all, const QVector<Term> &terms, qsizetype limit = 0);

} // namespace frontdesk::search
