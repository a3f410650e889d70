// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/NameSimilarity.h"

#include "domain/SearchText.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>
#include <bitset>

namespace frontdesk::matching {

namespace {

constexpr qsizetype longestWord = 64;
constexpr qsizetype mostWords = 4; ///< that blocks are made of
constexpr qsizetype prefix = 2;    ///< letters
constexpr qsizetype longPrefix = 4;

const QSet<QString> &sayNothing()
{
    static const QSet<QString> words{
        QStringLiteral("dr"),   QStringLiteral("prof"), QStringLiteral("herr"), QStringLiteral("frau"),
        QStringLiteral("mr"),   QStringLiteral("mrs"),  QStringLiteral("ms"),   QStringLiteral("miss"),
        QStringLiteral("sir"),  QStringLiteral("ing"),  QStringLiteral("dipl"), QStringLiteral("med"),
        QStringLiteral("jr"),   QStringLiteral("sr"),   QStringLiteral("gmbh"), QStringLiteral("ag"),
        QStringLiteral("kg"),   QStringLiteral("kgaa"), QStringLiteral("ohg"),  QStringLiteral("ug"),
        QStringLiteral("ev"),   QStringLiteral("eg"),   QStringLiteral("gbr"),  QStringLiteral("inc"),
        QStringLiteral("ltd"),  QStringLiteral("llc"),  QStringLiteral("llp"),  QStringLiteral("plc"),
        QStringLiteral("corp"), QStringLiteral("co"),   QStringLiteral("sa"),   QStringLiteral("sarl"),
        QStringLiteral("sas"),  QStringLiteral("srl"),  QStringLiteral("spa"),  QStringLiteral("bv"),
        QStringLiteral("nv"),   QStringLiteral("oy"),   QStringLiteral("ab"),   QStringLiteral("und"),
        QStringLiteral("and")};
    return words;
}

/// "Mueller" is how "Müller" is written where there is no "ü", and folding has made "muller" of that. Applied to every
/// name alike, so that it only brings some closer together.
QString withoutDigraphs(QString word)
{
    return word.replace(QLatin1String("ae"), QLatin1String("a"))
        .replace(QLatin1String("oe"), QLatin1String("o"))
        .replace(QLatin1String("ue"), QLatin1String("u"));
}

} // namespace

double wordSimilarity(QStringView a, QStringView b)
{
    a = a.left(longestWord);
    b = b.left(longestWord);
    if (a == b)
        return a.isEmpty() ? 0 : 1;
    const qsizetype reach = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    std::bitset<longestWord> takenOfA;
    std::bitset<longestWord> takenOfB;
    int matches = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        for (qsizetype j = std::max<qsizetype>(i - reach, 0); j < std::min(i + reach + 1, b.size()); ++j) {
            if (!takenOfB[j] && a[i] == b[j]) {
                takenOfA[i] = takenOfB[j] = true;
                ++matches;
                break;
            }
        }
    }
    if (matches == 0)
        return 0;
    int swapped = 0;
    for (qsizetype i = 0, j = 0; i < a.size(); ++i) {
        if (!takenOfA[i])
            continue;
        while (!takenOfB[j])
            ++j;
        swapped += a[i] != b[j] ? 1 : 0;
        ++j;
    }
    const double m = matches;
    const double jaro = (m / double(a.size()) + m / double(b.size()) + (m - swapped / 2) / m) / 3;
    // Winkler: names that begin alike are the more alike.
    constexpr double weight = 0.1;
    constexpr qsizetype mostInCommon = 4;
    const qsizetype shorter = std::min({a.size(), b.size(), mostInCommon});
    const qsizetype inCommon = std::mismatch(a.begin(), a.begin() + shorter, b.begin()).first - a.begin();
    return jaro + double(inCommon) * weight * (1 - jaro);
}

QStringList nameWords(const QString &name)
{
    const QStringList all = search::fold(name).text.split(u' ', Qt::SkipEmptyParts);
    QStringList words;
    for (const QString &word : all) {
        if (!sayNothing().contains(word))
            words.append(word);
    }
    if (words.isEmpty())
        words = all;
    for (QString &word : words)
        word = withoutDigraphs(word);
    words.sort();
    return words;
}

double nameSimilarity(const QStringList &a, const QStringList &b)
{
    const QStringList &fewer = a.size() <= b.size() ? a : b;
    const QStringList &more = a.size() <= b.size() ? b : a;
    if (fewer.isEmpty() || (fewer.size() == 1 && more.size() > 1))
        return 0;
    std::bitset<longestWord> taken;
    double sum = 0;
    for (const QString &word : fewer) {
        double best = 0;
        qsizetype at = 0;
        for (qsizetype i = 0; i < std::min(more.size(), longestWord); ++i) {
            const double similarity = taken[i] ? 0 : wordSimilarity(word, more[i]);
            if (similarity > best) {
                best = similarity;
                at = i;
            }
        }
        if (best < similarEnough)
            return 0;
        taken[at] = true;
        sum += best;
    }
    return sum / double(fewer.size());
}

QStringList nameBlocks(const QStringList &words)
{
    const QStringList first = words.mid(0, mostWords);
    if (first.size() == 1)
        return {first[0].left(longPrefix), first[0].left(1) + u'~' + first[0].right(prefix)};
    QStringList blocks;
    for (qsizetype i = 0; i < first.size(); ++i) {
        for (qsizetype j = 0; j < first.size(); ++j) {
            if (i < j)
                blocks.append(first[i].left(prefix) + u'|' + first[j].left(prefix));
            if (i != j)
                blocks.append(first[i] + u'~' + first[j].right(prefix));
        }
    }
    blocks.removeDuplicates();
    return blocks;
}

} // namespace frontdesk::matching
