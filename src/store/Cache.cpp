// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Cache.h"

#include <numeric>

namespace frontdesk::store {

Cache::Cache(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_meta(*m_database)
    , m_index(*m_database)
    , m_recordIndex(*m_database)
    , m_tables(*m_database, tables::live, &m_index, &m_recordIndex)
    , m_holes(*m_database)
    , m_progress(*m_database)
    , m_journal(*m_database, m_meta, m_tables, m_holes)
    , m_snapshot(*m_database, m_meta, m_journal, m_index, m_recordIndex)
    , m_retention(*m_database, m_tables)
    , m_news(*m_database, m_meta, m_tables)
{
}

template <class Work>
Changes Cache::write(Work work)
{
    Changes changes;
    Transaction transaction(*m_database, Transaction::Writing);
    m_index.begin();
    m_recordIndex.begin();
    m_tables.begin(myId());
    work(changes);
    m_tables.settle();
    m_index.settle();
    m_recordIndex.settle();
    transaction.commit();
    return changes;
}

void Cache::catchUpWithVersion(const QString &version)
{
    write([&](Changes &) {
        m_index.adoptRules(m_meta);
        if (m_recordIndex.adoptRules(m_meta))
            m_tables.records.sortAnew();
    });
    if (m_meta.decodedBy() == version)
        return;
    write([&](Changes &) {
        m_journal.applyKept();
        m_meta.setDecodedBy(version);
    });
}

void Cache::buildIndex(int atOnce)
{
    write([&](Changes &) {
        if (m_recordIndex.isWaiting())
            m_recordIndex.build(atOnce);
        else
            m_index.build(atOnce);
    });
}

Changes Cache::apply(const JournalBatch &batch)
{
    return write([&](Changes &changes) {
        if (batch.more) {
            m_index.postpone();
            m_recordIndex.postpone();
        }
        m_journal.apply(batch, changes);
    });
}

Changes Cache::fillHole(const Ledger::Hole &range, const QVector<DecodedRow> &rows)
{
    return write([&](Changes &changes) { m_journal.fill(range, rows, changes); });
}

Changes Cache::writeSnapshot(const SnapshotPage &page)
{
    return write([&](Changes &changes) { m_snapshot.write(page, changes); });
}

Changes Cache::addHistory(const ConversationId &conversation, const QVector<Message> &messages)
{
    return write([&](Changes &changes) {
        if (!m_tables.conversations.enteredAt(conversation))
            return; // left while the answer was on its way
        for (const Message &message : messages) {
            m_tables.messages.put(message);
            m_tables.conversations.reach(conversation, message.number);
        }
        changes.conversations.insert(conversation);
    });
}

Changes Cache::addActivities(const QVector<Activity> &activities)
{
    return write([&](Changes &changes) {
        for (const Activity &activity : activities)
            m_tables.activities.put(activity);
        changes.activities = true;
    });
}

Changes Cache::addRecordHistory(const RecordRef &record, const QVector<DecodedRow> &rows)
{
    return write([&](Changes &changes) {
        if (!m_tables.records.isKnown(record))
            return; // gone where it is not seen while the answer was on its way
        const auto add = [&](const RecordRef &about, const DecodedRow &row) {
            if (!m_tables.records.hasLeftSince(about, row.row.seq))
                m_tables.history.add(about, row, {record});
        };
        for (const DecodedRow &row : rows) {
            if (const auto *creation = std::get_if<RecordAdded>(&row.event))
                add(creation->state.record, row);
            else if (const auto *change = std::get_if<RecordChanged>(&row.event))
                add(change->record, row);
        }
        changes.records.insert(record);
    });
}

Changes Cache::setDelivered(const QHash<UserId, qint64> &upTo)
{
    return write([&](Changes &changes) {
        const UserId self = myId();
        for (auto user = upTo.begin(); user != upTo.end(); ++user) {
            const qint64 before = m_progress.deliver(user.key(), user.value());
            if (user.key() == self)
                continue;
            const auto touched = m_tables.messages.ownBetween(before, user.value());
            for (const ConversationId &conversation : touched)
                changes.conversations.insert(conversation);
        }
    });
}

Changes Cache::setFigures(const figures::Answer &answer)
{
    return write([&](Changes &) { m_meta.setFigures(answer); });
}

Changes Cache::setLastSeen(const QHash<UserId, qint64> &lastSeen)
{
    return write([&](Changes &) {
        for (auto user = lastSeen.begin(); user != lastSeen.end(); ++user)
            m_progress.see(user.key(), user.value());
    });
}

Changes Cache::setMe(const User &me)
{
    return write([&](Changes &changes) {
        if (me.id != myId())
            m_tables.messages.setOwner(me.id);
        m_meta.setMe(me);
        changes.users = true;
    });
}

News Cache::takeNews(const QVector<ConversationId> &shown)
{
    News news;
    write([&](Changes &) { news = m_news.take(myId(), shown); });
    return news;
}

Changes Cache::prune(qint64 before)
{
    constexpr int atOnce = 500; // rows; some milliseconds
    return write([&](Changes &changes) { m_retention.prune(before, myId(), atOnce, changes); });
}

Changes Cache::clear()
{
    const Changes changes = write([&](Changes &cleared) {
        m_snapshot.clear();
        m_progress.clear();
        cleared.everything = true;
    });
    // What was deleted is still in the file and its log until they are written anew.
    m_database->execute(QStringLiteral("VACUUM"));
    m_database->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return changes;
}

std::optional<User> Cache::me()
{
    std::optional<User> me = m_meta.me();
    if (!me)
        return {};
    const std::optional<User> known = m_tables.users.find(me->id);
    return known ? known : me;
}

UserId Cache::myId()
{
    const std::optional<User> me = m_meta.me();
    return me ? me->id : UserId();
}

QVector<ConversationSummary> Cache::summaries()
{
    Transaction transaction(*m_database, Transaction::Reading);
    auto summaries = m_tables.conversations.summaries(myId());
    transaction.commit();
    return summaries;
}

std::optional<Conversation> Cache::conversation(const ConversationId &id)
{
    return m_tables.conversations.find(id);
}

MessageWindow Cache::window(const ConversationId &conversation, std::optional<qint64> before, int limit)
{
    Transaction transaction(*m_database, Transaction::Reading);
    const UserId self = myId();
    const qint64 end = before.value_or(std::numeric_limits<qint64>::max());
    MessageWindow window;
    window.messages = m_tables.messages.before(conversation, end, limit);
    window.newest = m_tables.conversations.newest(conversation);
    const qint64 first = window.messages.isEmpty() ? std::min(end, window.newest + 1) : window.messages.first().number;
    window.olderCached = m_tables.messages.has(conversation, first - 1);
    window.olderOnServer = first > 1 && !window.olderCached;
    const qint64 last = window.messages.isEmpty() ? first - 1 : window.messages.last().number;
    window.newerCached = m_tables.messages.has(conversation, last + 1);
    window.others = m_tables.conversations.others(conversation, self);
    window.readUpTo = m_tables.conversations.readUpTo(conversation, self);
    transaction.commit();
    return window;
}

QVector<Activity> Cache::activities(std::optional<qint64> beforeSeq, int limit)
{
    return m_tables.activities.before(beforeSeq.value_or(std::numeric_limits<qint64>::max()), limit);
}

RecordHistory Cache::recordHistory(const RecordRef &record, std::optional<qint64> beforeSeq, int limit)
{
    Transaction transaction(*m_database, Transaction::Reading);
    const qint64 before = beforeSeq.value_or(std::numeric_limits<qint64>::max());
    RecordHistory history{.rows = m_tables.history.before(record, before, limit + 1), .messages = {}, .missing = {}};
    addMessagesAbout(record, before, limit + 1, history);
    auto &[rows, messages, more, missing] = history;
    more = rows.size() + messages.size() > limit;
    while (rows.size() + messages.size() > limit) { // the oldest of both goes
        if (rows.isEmpty() || (!messages.isEmpty() && messages.last().seq < rows.last().row.seq))
            messages.removeLast();
        else
            rows.removeLast();
    }
    // What is missing before everything that is shown can wait.
    const auto isShown = [&](const MissingMessages &gap) {
        const QVector<Message> &shown = history.messages;
        return !history.more || std::any_of(shown.begin(), shown.end(), [&](const Message &message) {
            return message.conversation == gap.conversation && message.number <= gap.before;
        });
    };
    missing.removeIf([&](const MissingMessages &gap) { return !isShown(gap); });
    return history;
}

void Cache::addMessagesAbout(const RecordRef &record, qint64 beforeSeq, int limit, RecordHistory &history)
{
    QVector<Message> &messages = history.messages;
    for (const ConversationId &conversation : m_tables.conversations.about(contactsOf(record))) {
        const QVector<Message> found = m_tables.messages.beforeSeq(conversation, beforeSeq, limit);
        const bool isFromNewest = beforeSeq == std::numeric_limits<qint64>::max();
        qint64 expected = isFromNewest      ? m_tables.conversations.newest(conversation)
                          : found.isEmpty() ? 0
                                            : found.first().number;
        for (const Message &message : found)
            expected -= message.number == expected ? 1 : 0;
        const bool isWhole = found.size() == limit && expected == found.last().number - 1;
        if (!isWhole && expected > 0)
            history.missing.append({conversation, expected + 1});
        messages += found;
    }
    std::sort(messages.begin(), messages.end(), [](const Message &a, const Message &b) { return a.seq > b.seq; });
    if (messages.size() > limit)
        messages.resize(limit);
}

QSet<QString> Cache::contactsOf(const RecordRef &record)
{
    QSet<QString> contacts;
    if (record.kind == RecordKind::Contact) {
        contacts.insert(record.id);
    } else if (record.kind == RecordKind::Company) {
        for (const RecordState &person : m_tables.records.naming(record))
            if (person.record.kind == RecordKind::Contact)
                contacts.insert(person.record.id);
    } else if (record.kind == RecordKind::Deal) {
        if (const auto deal = m_tables.records.find(record))
            contacts.insert(deal->fields[fields::contact].toString());
    }
    return contacts;
}

Ledger Cache::ledger()
{
    Transaction transaction(*m_database, Transaction::Reading);
    Ledger ledger;
    ledger.cursor = m_meta.cursor();
    ledger.holes = m_holes.all();
    ledger.streams = m_tables.streams.all();
    ledger.conflicts = int(m_tables.conflicts.all().size());
    ledger.received = std::accumulate(ledger.streams.cbegin(), ledger.streams.cend(), qint64(0));
    for (const Ledger::Hole &hole : std::as_const(ledger.holes))
        ledger.received -= hole.to - hole.from + 1;
    ledger.unknownRows = m_journal.keptRows();
    transaction.commit();
    return ledger;
}

} // namespace frontdesk::store
