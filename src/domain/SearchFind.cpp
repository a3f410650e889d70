// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchFind.h"

#include "domain/Json.h"
#include "domain/SearchTokens.h"
#include "domain/ValueForms.h"

#include <algorithm>
#include <numeric>

namespace frontdesk::search {

namespace {

constexpr qint64 unitsOfRow = 64; // what looking at a message costs beside its text

qint64 bytesOf(const Message &message)
{
    return jsonBytes(toJson(message));
}

QVector<Range> originsOf(const FoldedText &text, const QVector<Range> &parts)
{
    QVector<Range> origins;
    for (const Range &part : parts)
        origins.append(text.originOf(part));
    return origins;
}

/// By relevance, and the newer one of two that are alike.
QVector<Hit> ranked(const QVector<Hit> &hits, const QVector<double> &relevances)
{
    QVector<qsizetype> places(hits.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(),
                     [&](qsizetype a, qsizetype b) { return relevances[a] > relevances[b]; });
    QVector<Hit> best;
    for (const qsizetype place : std::as_const(places))
        best.append(hits[place]);
    return best;
}

class Finder {
public:
    Finder(MessageIndex &index, const Request &request, const Bounds &bounds)
        : m_index(index)
        , m_request(request)
        , m_bounds(bounds)
        , m_ranks(request.order == Order::Relevance)
        , m_limit(m_ranks ? Request::rankedHits : request.limit)
    {
        m_page.end = request.after;
    }

    Page run()
    {
        const bool ofNobody = m_request.authors && m_request.authors->isEmpty();
        const bool nowhere = m_request.conversations && m_request.conversations->isEmpty();
        if (ofNobody || nowhere)
            return m_page;
        readAll();
        if (m_ranks && !m_page.overtaken) {
            m_page.hits = ranked(m_page.hits, m_relevances);
            keepWithin(m_request.limit);
            m_page.more = false;
        }
        return m_page;
    }

private:
    void readAll()
    {
        MessageIndex::Span span;
        if (m_request.from > 0 || m_request.until < std::numeric_limits<qint64>::max())
            span = m_index.spanOf(m_request.from, m_request.until);
        readOn(span);
        const bool wordsAreEnough = m_ranks && m_page.hits.size() >= m_request.limit;
        if (m_page.overtaken || m_page.more || wordsAreEnough || m_page.end.places == Places::Anywhere ||
            !tokens::mayBeInside(m_request.terms))
            return;
        m_page.end = {.places = Places::Anywhere};
        readOn(span);
    }

    /// From page.end with one way of looking, until the page is full.
    void readOn(MessageIndex::Span span)
    {
        span.end = std::min(span.end, m_page.end.beforeSeq);
        m_index.read(tokens::expression(m_request, m_page.end.places), span,
                     [this](const Message &message) { return take(message); });
    }

    bool take(const Message &message)
    {
        m_page.overtaken = m_request.overtaken && m_request.overtaken->load(std::memory_order_relaxed);
        if (m_page.overtaken)
            return false;
        if (m_looked >= m_bounds.units) {
            m_page.more = true;
            return false;
        }
        m_looked += unitsOfRow;
        const bool wanted = message.at >= m_request.from && message.at < m_request.until &&
                            (!m_bounds.conversations || m_bounds.conversations->contains(message.conversation));
        return wanted ? takeText(message) : pass(message);
    }

    bool takeText(const Message &message)
    {
        const Places places = m_page.end.places;
        const QString text = tokens::textOf(message);
        const FoldedText folded = fold(text);
        m_looked += text.size();
        const auto found = match(folded, m_request.terms, places);
        const bool shownBefore =
            places == Places::Anywhere && match(folded, m_request.terms, Places::WordStarts).has_value();
        if (!found || shownBefore)
            return pass(message);
        const qint64 bytes = m_ranks ? 0 : bytesOf(message); // ranked ones are counted when they are ranked
        const bool full =
            m_page.hits.size() >= m_limit || (!m_page.hits.isEmpty() && m_answered + bytes > m_bounds.answerBytes);
        if (full) {
            m_page.more = true;
            return false;
        }
        m_answered += bytes;
        if (m_ranks)
            m_relevances.append(relevance(folded, m_request.terms));
        m_page.hits.append({message, originsOf(folded, *found), places == Places::Anywhere});
        return pass(message);
    }

    bool pass(const Message &message)
    {
        m_page.end.beforeSeq = message.seq;
        return true;
    }

    /// Of ranked hits: the best, as far as the answer goes.
    void keepWithin(qsizetype limit)
    {
        qsizetype count = 0;
        qint64 bytes = 0;
        for (; count < std::min(limit, m_page.hits.size()); ++count) {
            bytes += bytesOf(m_page.hits[count].message);
            if (count > 0 && bytes > m_bounds.answerBytes)
                break;
        }
        m_page.hits.resize(count);
    }

    MessageIndex &m_index;
    const Request &m_request;
    const Bounds &m_bounds;
    const bool m_ranks;
    const int m_limit;
    Page m_page;
    QVector<double> m_relevances; ///< of the hits, where they are ranked
    qint64 m_looked = 0;          ///< units
    qint64 m_answered = 0;        ///< bytes
};

} // namespace

Page find(MessageIndex &index, const Request &request, const Bounds &bounds)
{
    return Finder(index, request, bounds).run();
}

void mark(Page &page, const Request &request)
{
    QVector<Hit> marked;
    for (Hit &hit : page.hits) {
        const FoldedText folded = fold(tokens::textOf(hit.message));
        auto found = match(folded, request.terms, Places::WordStarts);
        hit.insideWords = !found;
        if (!found)
            found = match(folded, request.terms, Places::Anywhere);
        if (!found)
            continue;
        hit.highlights = originsOf(folded, *found);
        marked.append(std::move(hit));
    }
    page.hits = std::move(marked);
}

qint64 dayOf(qint64 at)
{
    constexpr qint64 day = 86'400'000; // milliseconds
    return at >= 0 ? at / day : (at - day + 1) / day;
}

} // namespace frontdesk::search
