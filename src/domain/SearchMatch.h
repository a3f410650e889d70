// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchQuery.h"

#include <optional>

/// Whether and where a text holds what is searched for. Pure.
namespace frontdesk::search {

enum class Places {
    WordStarts, ///< a term begins at the beginning of a word
    Anywhere,   ///< also inside words
};

/// Where the terms stand in a text, as parts of the folded text in their order, none over another; absent: one of them
/// does not, or one that is to be left out does.
std::optional<QVector<Range>> match(const FoldedText &text, const QVector<Term> &terms, Places places);

/// Parts by their place, those that overlap as one.
QVector<Range> inOrder(QVector<Range> parts);

/// How well a text that matches answers the terms; more is better. Whole words count more than beginnings, those more
/// than the inside of words; words that stand together and short texts count more.
double relevance(const FoldedText &text, const QVector<Term> &terms);

/// Whether a name answers what is typed: each word of it begins a word of the name. Nothing typed answers everything.
bool nameMatches(const QString &name, const QString &typed);

} // namespace frontdesk::search
