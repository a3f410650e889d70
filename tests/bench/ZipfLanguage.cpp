// SPDX-License-Identifier: GPL-3.0-or-later
#include "ZipfLanguage.h"

#include <QtCore/QSet>

namespace bench {

namespace {

constexpr int vocabularySize = 50'000;

} // namespace

ZipfLanguage::ZipfLanguage(quint32 seed)
    : m_random(seed)
{
    QSet<QString> known;
    while (m_words.size() < vocabularySize) {
        const QString word = makeWord(1 + int(m_words.size()) * 4 / vocabularySize);
        if (!known.contains(word)) {
            known.insert(word);
            m_words.append(word);
        }
    }
    std::vector<double> weights;
    for (int rank = 0; rank < vocabularySize; ++rank)
        weights.push_back(1 / (rank + 2.7));
    m_rank = std::discrete_distribution<int>(weights.begin(), weights.end());
}

QString ZipfLanguage::word()
{
    return m_words[m_rank(m_random)];
}

QString ZipfLanguage::text()
{
    QStringList words;
    for (int count = number(3, 20); count > 0; --count)
        words.append(word());
    return words.join(u' ');
}

int ZipfLanguage::number(int from, int to)
{
    return std::uniform_int_distribution<int>(from, to)(m_random);
}

QString ZipfLanguage::makeWord(int syllables)
{
    static const QString consonants = QStringLiteral("bcdfghjklmnprstvwz");
    static const QString vowels = QStringLiteral("aeiou");
    QString word;
    for (int i = number(syllables, syllables + 1); i > 0; --i) {
        word.append(consonants[number(0, int(consonants.size()) - 1)]);
        word.append(vowels[number(0, int(vowels.size()) - 1)]);
    }
    if (number(0, 2) == 0)
        word.append(consonants[number(0, int(consonants.size()) - 1)]);
    return word;
}

} // namespace bench
