// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchMerge.h"

#include <QtCore/QSet>

#include <algorithm>

namespace frontdesk::models {

namespace {

search::Position positionOf(const search::Hit &hit)
{
    return {.places = hit.insideWords ? search::Places::Anywhere : search::Places::WordStarts,
            .beforeSeq = hit.message.seq};
}

void sortByRelevance(QVector<MergedHit> &hits, const QVector<search::Term> &terms)
{
    QHash<MessageId, double> relevances;
    for (const MergedHit &merged : std::as_const(hits))
        relevances.insert(merged.hit.message.id, search::relevance(search::fold(merged.hit.message.text), terms));
    std::sort(hits.begin(), hits.end(), [&](const MergedHit &a, const MergedHit &b) {
        const double relevanceA = relevances.value(a.hit.message.id);
        const double relevanceB = relevances.value(b.hit.message.id);
        return relevanceA != relevanceB ? relevanceA > relevanceB
                                        : search::isBefore(positionOf(a.hit), positionOf(b.hit));
    });
}

} // namespace

QVector<MergedHit> merged(const search::Page &here, const search::Page &server, const search::Request &request)
{
    QVector<MergedHit> hits;
    QSet<MessageId> known;
    for (const search::Hit &hit : here.hits) {
        hits.append({hit, false});
        known.insert(hit.message.id);
    }
    for (const search::Hit &hit : server.hits) {
        const bool beyond = here.more && search::isBefore(here.end, positionOf(hit));
        if (!beyond && !known.contains(hit.message.id))
            hits.append({hit, true});
    }
    if (hits.size() == here.hits.size())
        return hits; // in their order already
    if (request.order == search::Order::Relevance)
        sortByRelevance(hits, request.terms);
    else
        std::sort(hits.begin(), hits.end(), [](const MergedHit &a, const MergedHit &b) {
            return search::isBefore(positionOf(a.hit), positionOf(b.hit));
        });
    return hits;
}

} // namespace frontdesk::models
