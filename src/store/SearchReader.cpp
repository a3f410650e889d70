// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchReader.h"

#include "store/SearchTokens.h"

#include <algorithm>
#include <numeric>

namespace frontdesk::store {

namespace {

const QString columns =
    QStringLiteral("m.id, m.conversation, m.number, m.author, m.text, m.at, m.seq, m.edited_at, m.edit_seq");

Message messageFrom(const Row &row)
{
    return {.id = MessageId(row.text(0)),
            .conversation = ConversationId(row.text(1)),
            .number = row.number(2),
            .author = UserId(row.text(3)),
            .text = row.text(4),
            .at = row.number(5),
            .seq = row.number(6),
            .editedAt = row.number(7),
            .editSeq = row.number(8)};
}

bool isOvertaken(const SearchRequest &request)
{
    return request.overtaken && request.overtaken->load(std::memory_order_relaxed);
}

QVector<search::Range> originsOf(const search::FoldedText &text, const QVector<search::Range> &parts)
{
    QVector<search::Range> origins;
    for (const search::Range &part : parts)
        origins.append(text.originOf(part));
    return origins;
}

/// By relevance, and the newer one of two that are alike.
QVector<SearchHit> ranked(const QVector<SearchHit> &hits, const QVector<double> &relevances)
{
    QVector<qsizetype> places(hits.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(),
                     [&](qsizetype a, qsizetype b) { return relevances[a] > relevances[b]; });
    QVector<SearchHit> best;
    for (const qsizetype place : std::as_const(places))
        best.append(hits[place]);
    return best;
}

} // namespace

SearchReader::SearchReader(const QString &cacheFile)
    : m_database(cacheFile, Database::Durability::Process)
    , m_matching(m_database,
                 QStringLiteral("SELECT %1 FROM search_index"
                                " CROSS JOIN search_documents d ON d.seq=search_index.rowid"
                                " CROSS JOIN messages m ON m.key=d.message"
                                " WHERE search_index MATCH ? AND search_index.rowid>=? AND search_index.rowid<?"
                                " ORDER BY search_index.rowid DESC")
                     .arg(columns))
    , m_any(m_database, QStringLiteral("SELECT %1 FROM search_documents d CROSS JOIN messages m ON m.key=d.message"
                                       " WHERE d.seq>=? AND d.seq<? ORDER BY d.seq DESC")
                            .arg(columns))
    , m_nextAt(m_database, QStringLiteral("SELECT d.seq, m.at FROM search_documents d"
                                          " CROSS JOIN messages m ON m.key=d.message"
                                          " WHERE d.seq>=? ORDER BY d.seq LIMIT 1"))
    , m_ends(m_database, QStringLiteral("SELECT min(seq), max(seq)+1 FROM search_documents"))
    , m_waiting(m_database, QStringLiteral("SELECT 1 FROM search_waiting"))
{
    m_database.forbidWriting();
}

SearchPage SearchReader::search(const SearchRequest &request)
{
    Transaction transaction(m_database, Transaction::Reading);
    SearchPage page;
    m_relevances.clear();
    page.end = request.after;
    page.complete = !m_waiting.exists();
    const bool ofNobody = request.authors && request.authors->isEmpty();
    const bool nowhere = request.conversations && request.conversations->isEmpty();
    if (!ofNobody && !nowhere) {
        newest(request, page, request.order == SearchOrder::Newest ? request.limit : SearchRequest::rankedHits);
        if (request.order == SearchOrder::Relevance && !page.overtaken) {
            page.hits = ranked(page.hits, m_relevances).mid(0, request.limit);
            page.more = false;
        }
    }
    transaction.commit();
    return page;
}

void SearchReader::newest(const SearchRequest &request, SearchPage &page, int limit)
{
    Span span = spanOf(request);
    span.end = std::min(span.end, page.end.beforeSeq);
    read(request, span, page, limit);
    const bool wordsAreEnough = request.order == SearchOrder::Relevance && page.hits.size() >= request.limit;
    if (page.overtaken || page.more || wordsAreEnough || page.end.places == search::Places::Anywhere ||
        !tokens::mayBeInside(request.terms))
        return;
    page.end = {.places = search::Places::Anywhere};
    read(request, spanOf(request), page, limit);
}

void SearchReader::read(const SearchRequest &request, const Span &span, SearchPage &page, int limit)
{
    const search::Places places = page.end.places;
    const auto take = [&](const Row &row) {
        page.overtaken = isOvertaken(request);
        if (page.overtaken)
            return false;
        Message message = messageFrom(row);
        const search::FoldedText folded = search::fold(message.text);
        const auto found = search::match(folded, request.terms, places);
        const bool shownBefore = places == search::Places::Anywhere &&
                                 search::match(folded, request.terms, search::Places::WordStarts).has_value();
        if (!found || shownBefore || message.at < request.from || message.at >= request.until)
            return true;
        page.more = page.hits.size() >= limit;
        if (page.more)
            return false;
        page.end.beforeSeq = message.seq;
        if (request.order == SearchOrder::Relevance)
            m_relevances.append(search::relevance(folded, request.terms));
        page.hits.append({std::move(message), originsOf(folded, *found), places == search::Places::Anywhere});
        return true;
    };
    const QString expression = tokens::expression(request, places);
    if (expression.isEmpty())
        m_any.eachWhile(take, span.first, span.end);
    else
        m_matching.eachWhile(take, expression, span.first, span.end);
}

SearchReader::Span SearchReader::spanOf(const SearchRequest &request)
{
    Span span{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
    if (request.from > 0)
        span.first = firstSeqAt(request.from);
    if (request.until < std::numeric_limits<qint64>::max())
        span.end = firstSeqAt(request.until);
    return span;
}

qint64 SearchReader::firstSeqAt(qint64 at)
{
    auto [low, high] = m_ends.first([](const Row &row) { return std::pair(row.number(0), row.number(1)); }).value();
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const auto next =
            m_nextAt.first([](const Row &row) { return std::pair(row.number(0), row.number(1)); }, middle);
        if (!next || next->second >= at)
            high = middle;
        else
            low = next->first + 1;
    }
    return low;
}

} // namespace frontdesk::store
