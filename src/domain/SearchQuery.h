// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchText.h"

#include <QtCore/QDate>
#include <QtCore/QStringList>

#include <optional>

/// What a person types to search, understood: `marina ro from:ada in:"Refunds EU" has:link after:2026-11-01
/// before:2026-12 -refund "exact words"`. Pure.
namespace frontdesk::search {

/// Words that have to stand in a text one after the other.
struct Term {
    QString text;          ///< folded, words parted by single spaces, never empty
    bool openEnd = false;  ///< the last word may go on: it is still being typed
    bool excluded = false; ///< no text with it
    bool quoted = false;   ///< nothing but these words, never the inside of others

    friend bool operator==(const Term &, const Term &) = default;
};

/// A filter as it stands in what was typed.
struct Filter {
    enum Kind { From, In, Has, Before, After, Is };
    Kind kind = From;
    QString value; ///< without quotes, never empty
    Range place;   ///< the whole of it in what was typed

    friend bool operator==(const Filter &, const Filter &) = default;
};

struct Query {
    QVector<Term> terms;
    QVector<Filter> filters; ///< those that are complete, in their order
    bool hasLink = false;
    bool hasFile = false;
    std::optional<bool> closed = {}; ///< in conversations that are closed, or that are not; the last that was said
    QDate after;                     ///< the first day; invalid: no limit. Of several the narrowest counts
    QDate before;                    ///< the first day that is too late

    /// Nothing to search for.
    [[nodiscard]] bool isEmpty() const { return terms.isEmpty() && filters.isEmpty(); }
    /// The values of the filters of one kind.
    [[nodiscard]] QStringList valuesOf(Filter::Kind kind) const;
};

/// Never fails: quotes without an end, operators without a value and dates that are still being typed do no harm. Days
/// are `2026-11-03`, `2026-11` and `2026` (their first day), `today` and `yesterday`.
Query parse(const QString &typed, const QDate &today);

} // namespace frontdesk::search
