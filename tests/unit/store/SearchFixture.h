// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreFixture.h"

/// What the tests of the search share.
namespace frontdesk::store {

inline const ConversationId ops(QStringLiteral("ops"));
inline const ConversationId sales(QStringLiteral("sales"));
inline constexpr qint64 morning = 1'700'000'000'000;

inline search::Request requestOf(const QString &typed)
{
    const search::Query query = search::parse(typed, QDate(2026, 11, 20));
    return {.terms = query.terms, .hasLink = query.hasLink, .hasFile = query.hasFile};
}

inline QStringList textsOf(const search::Page &page)
{
    QStringList texts;
    for (const search::Hit &hit : page.hits)
        texts.append(hit.message.text);
    return texts;
}

inline FileRef fileOf(const QString &name)
{
    return {QString(64, u'a'), name, 7, QStringLiteral("application/octet-stream")};
}

/// A store with two conversations to write into.
class SearchFixture {
protected:
    void begin()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_folder->path());
        m_journal = {};
        m_numbers.clear();
        m_applied = 0;
        enter();
    }
    void enter()
    {
        apply({m_journal.add(streamOf(ada.id), ConversationEntered{stateOf(ops.text(), 0)}),
               m_journal.add(streamOf(ada.id), ConversationEntered{stateOf(sales.text(), 0)})});
    }
    DecodedRow row(const ConversationId &conversation, const User &author, const QString &text,
                   const QVector<FileRef> &files = {})
    {
        Message message = messageOf(conversation.text(), ++m_numbers[conversation], author);
        message.text = text;
        message.files = files;
        DecodedRow added = m_journal.add(streamOf(conversation), MessageAdded{});
        message.seq = added.row.seq;
        message.at = morning + added.row.seq * 1000;
        added.event = MessageAdded{message};
        return added;
    }
    void say(const ConversationId &conversation, const User &author, const QString &text)
    {
        apply({row(conversation, author, text)});
    }
    void apply(QVector<DecodedRow> rows)
    {
        changesOf(m_store->apply(batchOf(m_applied, std::move(rows))));
        m_applied = m_journal.seq();
    }
    search::Page find(const search::Request &request)
    {
        const Result<search::Page> page = valueOf(m_store->search(request));
        if (!page)
            qFatal("%s: %s", qPrintable(page.error().code), qPrintable(page.error().message));
        return page.value();
    }
    search::Page find(const QString &typed) { return find(requestOf(typed)); }
    void waitUntilComplete() { QTRY_VERIFY_WITH_TIMEOUT(find(QStringLiteral("word")).complete, 20'000); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    JournalWriter m_journal;
    QHash<ConversationId, qint64> m_numbers;
    qint64 m_applied = 0;
};

} // namespace frontdesk::store
