// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <random>

namespace bench {

/// Texts whose words are distributed as those of a language are (Zipf), shorter ones rather among the frequent. The
/// same seed gives the same texts.
class ZipfLanguage {
public:
    explicit ZipfLanguage(quint32 seed);

    QString word();
    QString text(); ///< of 3 to 20 words
    int number(int from, int to);

private:
    QString makeWord(int syllables);

    std::mt19937 m_random;
    QStringList m_words; ///< by rank
    std::discrete_distribution<int> m_rank;
};

} // namespace bench
