// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QVector>

/// Search in texts of any script. Pure.
namespace frontdesk::search {

/// A part of a text, in UTF-16 units.
struct Range {
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const Range &, const Range &) = default;
};

/// A text as it is compared: words in one case and width, without diacritics (Unicode NFKD), parted by single spaces.
/// Scripts written without spaces (Han, Kana, Thai …) stand as one word for each run.
struct FoldedText {
    QString text;
    QVector<Range> origins; ///< for each unit of `text`: the part of the original that it came from

    /// The part of the original behind a part of `text`.
    [[nodiscard]] Range originOf(Range part) const;
};

FoldedText fold(const QString &text);

/// Changes whenever fold() does: with its rules and with the Unicode version that Qt knows.
QString foldingRules();

/// Whether a character of a folded text belongs to a script that is written without spaces.
bool isUnspaced(char32_t character);

} // namespace frontdesk::search
