// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchText.h"

namespace frontdesk::models {

/// A part of a text in one line, with its hits.
struct SearchSnippet {
    QString text;
    QVector<search::Range> marks; ///< in `text`, in order

    friend bool operator==(const SearchSnippet &, const SearchSnippet &) = default;
};

/// The part of a text around its first hit, begun at a word; "…" stands where something is left out. `highlights` are
/// in order and apart. Pure.
SearchSnippet snippetOf(const QString &text, const QVector<search::Range> &highlights);

} // namespace frontdesk::models
