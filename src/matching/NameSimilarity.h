// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

/// How much alike names are, whatever the order of their words. Pure.
namespace frontdesk::matching {

/// Jaro–Winkler: 0 to 1. Of the first 64 UTF-16 units.
double wordSimilarity(QStringView a, QStringView b);

/// The words of a name as they are compared: folded as in search, "ue" as "ü", sorted, without titles and legal forms
/// ("Dr.", "GmbH") unless there is nothing else.
QStringList nameWords(const QString &name);

/// 0, or at least `similarEnough`: of two names whose every word has a like one in the other. One may have words more
/// ("Ada King Lovelace", "Ada Lovelace") when two are alike.
double nameSimilarity(const QStringList &a, const QStringList &b);
inline constexpr double similarEnough = 0.92; ///< "Schmidt" and "Schmitt" are, "Peter" and "Petra" are not

/// What similar names have in common, so that only those with a block in common have to be compared: for each pair of
/// words their first two letters, and each word with the last two of another. Few names that are similar differ in all.
QStringList nameBlocks(const QStringList &words);

} // namespace frontdesk::matching
