// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchNames.h"

#include <algorithm>

namespace frontdesk::search {

namespace {

struct Ranked {
    NameHit hit;
    double weight = 0;
};

/// How well the names answer one term, whose exclusion is not looked at; 0: not at all. Where it stands in the shown
/// name goes to `parts`.
double weightOf(const Names &names, const Term &term, QVector<Range> &parts)
{
    constexpr double otherName = 0.5; // counts less than the one that is shown
    const QVector<Term> alone{{.text = term.text, .openEnd = term.openEnd, .quoted = term.quoted || term.excluded}};
    double best = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto found = match(names[i], alone, Places::Anywhere);
        if (!found)
            continue;
        if (i == 0)
            parts.append(*found);
        best = std::max(best, relevance(names[i], alone) * (i == 0 ? 1 : otherName));
    }
    return best;
}

std::optional<Ranked> rank(const Names &names, const QVector<Term> &terms, qsizetype index)
{
    Ranked ranked{.hit = {.index = index, .highlights = {}}};
    QVector<Range> parts;
    for (const Term &term : terms) {
        const double weight = weightOf(names, term, parts);
        if ((weight > 0) == term.excluded)
            return {};
        ranked.weight += weight;
    }
    for (const Range &part : inOrder(std::move(parts)))
        ranked.hit.highlights.append(names.first().originOf(part));
    return ranked;
}

} // namespace

QVector<NameHit> findNames(const QVector<Names> &all, const QVector<Term> &terms, qsizetype limit)
{
    std::vector<Ranked> ranked;
    for (qsizetype index = 0; index < all.size(); ++index)
        if (auto found = rank(all[index], terms, index))
            ranked.push_back(*std::move(found));
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked &a, const Ranked &b) { return a.weight > b.weight; });
    const qsizetype count = limit > 0 ? std::min(limit, qsizetype(ranked.size())) : qsizetype(ranked.size());
    QVector<NameHit> hits;
    for (qsizetype place = 0; place < count; ++place)
        hits.append(std::move(ranked[size_t(place)].hit));
    return hits;
}

} // namespace frontdesk::search
