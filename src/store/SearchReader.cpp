// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchReader.h"

#include "store/JsonText.h"

namespace frontdesk::store {

namespace {

const QString columns =
    QStringLiteral("m.id, m.conversation, m.number, m.author, m.text, m.at, m.seq, m.edited_at, m.edit_seq, m.files");

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
            .editSeq = row.number(8),
            .files = filesFrom(row.text(9))};
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
    , m_span(m_database, QStringLiteral("SELECT min(first), max(last)+1 FROM search_days WHERE day>=? AND day<=?"))
    , m_waiting(m_database, QStringLiteral("SELECT 1 FROM search_waiting"))
{
    m_database.forbidWriting();
}

search::Page SearchReader::search(const search::Request &request)
{
    Transaction transaction(m_database, Transaction::Reading);
    search::Page page = search::find(*this, request);
    page.complete = !m_waiting.exists();
    transaction.commit();
    return page;
}

search::MessageIndex::Span SearchReader::spanOf(qint64 from, qint64 until)
{
    return m_span
        .first(
            [](const Row &row) {
                return Span{row.number(0), row.number(1)};
            },
            search::dayOf(from), search::dayOf(until))
        .value();
}

void SearchReader::read(const QString &words, const Span &span, const std::function<bool(const Message &)> &take)
{
    const auto takeRow = [&](const Row &row) { return take(messageFrom(row)); };
    if (words.isEmpty())
        m_any.eachWhile(takeRow, span.first, span.end);
    else
        m_matching.eachWhile(takeRow, words, span.first, span.end);
}

} // namespace frontdesk::store
