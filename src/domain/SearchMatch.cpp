// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchMatch.h"

#include <algorithm>
#include <cmath>

namespace frontdesk::search {

namespace {

char32_t firstOf(QStringView text)
{
    return text.size() > 1 && text[0].isHighSurrogate() ? QChar::surrogateToUcs4(text[0], text[1])
                                                        : char32_t(text[0].unicode());
}

char32_t lastOf(QStringView text)
{
    const qsizetype last = text.size() - 1;
    return last > 0 && text[last].isLowSurrogate() ? QChar::surrogateToUcs4(text[last - 1], text[last])
                                                   : char32_t(text[last].unicode());
}

/// What a place in a text is to one term.
struct Fit {
    bool startsWord = false;
    bool endsWord = false;
};

Fit fitAt(const FoldedText &text, const Term &term, qsizetype place)
{
    const qsizetype end = place + term.text.size();
    return {.startsWord = place == 0 || text.text[place - 1] == u' ' || isUnspaced(firstOf(term.text)),
            .endsWord = end == text.text.size() || text.text[end] == u' ' || isUnspaced(lastOf(term.text))};
}

bool fits(const Fit &fit, const Term &term, Places places)
{
    if (places == Places::Anywhere && !term.quoted && !term.excluded)
        return true;
    return fit.startsWord && (fit.endsWord || term.openEnd);
}

/// The places of a term, at most some of them: a highlight needs no more.
QVector<Range> placesOf(const FoldedText &text, const Term &term, Places places)
{
    constexpr qsizetype enough = 20;
    QVector<Range> found;
    qsizetype place = 0;
    while (found.size() < enough && (place = text.text.indexOf(term.text, place)) >= 0) {
        const bool here = fits(fitAt(text, term, place), term, places);
        if (here)
            found.append({place, term.text.size()});
        place += here ? term.text.size() : 1;
    }
    return found;
}

/// How good the best place of a term is, and where.
struct Best {
    double weight = 0;
    qsizetype place = 0;
    int count = 0;
};

Best bestOf(const FoldedText &text, const Term &term)
{
    constexpr double whole = 1.0;
    constexpr double beginning = 0.6;
    constexpr double inside = 0.2;
    Best best;
    for (const Range &range : placesOf(text, term, Places::Anywhere)) {
        const Fit fit = fitAt(text, term, range.from);
        const double weight = !fit.startsWord ? inside : fit.endsWord ? whole : beginning;
        ++best.count;
        if (weight > best.weight) {
            best.weight = weight;
            best.place = range.from;
        }
    }
    return best;
}

} // namespace

QVector<Range> inOrder(QVector<Range> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const Range &a, const Range &b) { return a.from != b.from ? a.from < b.from : a.length > b.length; });
    QVector<Range> apart;
    for (const Range &range : std::as_const(ranges)) {
        if (apart.isEmpty() || range.from >= apart.last().from + apart.last().length) {
            apart.append(range);
            continue;
        }
        Range &last = apart.last();
        last.length = std::max(last.length, range.from + range.length - last.from);
    }
    return apart;
}

std::optional<QVector<Range>> match(const FoldedText &text, const QVector<Term> &terms, Places places)
{
    QVector<Range> all;
    for (const Term &term : terms) {
        const QVector<Range> found = placesOf(text, term, places);
        if (found.isEmpty() != term.excluded)
            return {};
        all.append(found);
    }
    return inOrder(all);
}

double relevance(const FoldedText &text, const QVector<Term> &terms)
{
    constexpr double together = 0.5; // for the next word right behind the one before
    double sum = 0;
    qsizetype endOfLast = -1;
    for (const Term &term : terms) {
        if (term.excluded)
            continue;
        const Best best = bestOf(text, term);
        sum += best.weight * (1 + std::log1p(best.count - 1) / 4);
        if (endOfLast >= 0 && best.place == endOfLast + 1)
            sum += together;
        endOfLast = best.place + term.text.size();
    }
    constexpr double halfLength = 400; // units of text at which a hit counts half
    return sum / (1 + double(text.text.size()) / halfLength);
}

bool nameMatches(const QString &name, const QString &typed)
{
    const QString words = fold(typed).text;
    if (words.isEmpty())
        return typed.trimmed().isEmpty();
    const FoldedText folded = fold(name);
    const QStringList parts = words.split(u' ');
    return std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
        return match(folded, {{.text = part, .openEnd = true}}, Places::WordStarts).has_value();
    });
}

} // namespace frontdesk::search
