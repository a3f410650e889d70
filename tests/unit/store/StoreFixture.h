// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Json.h"
#include "store/Store.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

/// What the tests of the store share: rows in the server's shape, and waiting for futures (the store's threads need no
/// event loop).
namespace frontdesk::store {

template <class T>
T valueOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// The changes of a write that must succeed.
inline Changes changesOf(QFuture<Result<Changes>> future)
{
    const Result<Changes> result = valueOf(std::move(future));
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().message));
    return result.value();
}

inline QString codeOf(QFuture<Result<Changes>> future)
{
    const Result<Changes> result = valueOf(std::move(future));
    return result ? QString() : result.error().code;
}

inline std::unique_ptr<Store> openStore(const QString &folder, QVector<Error> *notices = nullptr)
{
    Result<Store::Opened> opened = Store::open(folder);
    if (!opened)
        qFatal("%s: %s", qPrintable(opened.error().code), qPrintable(opened.error().message));
    Store::Opened value = std::move(opened).value();
    if (notices)
        *notices = value.notices;
    return std::move(value.store);
}

/// A journal being written, as a server would: numbers its rows.
class JournalWriter {
public:
    DecodedRow add(const QString &stream, LastingEvent event, bool latestOnly = false)
    {
        DecodedRow row;
        row.row.seq = ++m_seq;
        row.row.stream = stream;
        row.row.n = latestOnly ? 0 : ++m_numbers[stream];
        row.row.mark = QStringLiteral("mark-%1").arg(m_seq);
        row.row.at = 1'700'000'000'000 + m_seq;
        row.event = std::move(event);
        return row;
    }
    void skipNumber(const QString &stream) { ++m_numbers[stream]; }
    [[nodiscard]] qint64 seq() const { return m_seq; }
    [[nodiscard]] qint64 numbersOf(const QString &stream) const { return m_numbers.value(stream); }

private:
    qint64 m_seq = 0;
    QHash<QString, qint64> m_numbers;
};

inline JournalBatch batchOf(qint64 after, QVector<DecodedRow> rows)
{
    JournalBatch batch;
    batch.after = after;
    batch.upTo = rows.isEmpty() ? after : rows.last().row.seq;
    batch.mark = rows.isEmpty() ? QString() : rows.last().row.mark;
    batch.rows = std::move(rows);
    return batch;
}

inline const User ada{UserId(QStringLiteral("ada")), QStringLiteral("ada"), QStringLiteral("Ada Lovelace"),
                      Role::Admin};
inline const User ben{UserId(QStringLiteral("ben")), QStringLiteral("ben"), QStringLiteral("Ben Okri"), Role::Agent};
inline const User cyd{UserId(QStringLiteral("cyd")), QStringLiteral("cyd"), QStringLiteral("Cyd Charisse"),
                      Role::Agent};

inline ConversationState stateOf(const QString &id, qint64 n, const QVector<Message> &messages = {})
{
    ConversationState state;
    state.conversation = {.id = ConversationId(id),
                          .kind = ConversationKind::Group,
                          .title = QStringLiteral("Title of ") + id,
                          .members = {ada.id, ben.id},
                          .createdBy = ben.id,
                          .createdAt = 1'700'000'000'000,
                          .version = 1};
    state.n = n;
    state.number = messages.isEmpty() ? 0 : messages.last().number;
    state.messages = messages;
    return state;
}

inline Message messageOf(const QString &conversation, qint64 number, const User &author, qint64 seq = 0)
{
    return {.id = MessageId(QStringLiteral("%1-%2").arg(conversation).arg(number)),
            .conversation = ConversationId(conversation),
            .number = number,
            .author = author.id,
            .text = QStringLiteral("Message %1 of %2").arg(number).arg(conversation),
            .at = 1'700'000'000'000 + number * 1000,
            .seq = seq};
}

inline QVector<Message> messagesOf(const QString &conversation, qint64 from, qint64 to, const User &author)
{
    QVector<Message> messages;
    for (qint64 number = from; number <= to; ++number)
        messages.append(messageOf(conversation, number, author, number));
    return messages;
}

inline RecordChanged titled(const QString &conversation, qint64 version, const QString &title)
{
    return {.record = recordOf(ConversationId(conversation)),
            .version = version,
            .set = {{fields::title, title}},
            .lists = {}};
}

inline RecordChanged listed(const QString &conversation, qint64 version, const QString &list, const ListChange &change)
{
    return {.record = recordOf(ConversationId(conversation)), .version = version, .set = {}, .lists = {{list, change}}};
}

inline RecordChanged profiled(const User &user, qint64 version, const QJsonObject &set)
{
    return {.record = recordOf(user.id), .version = version, .set = set, .lists = {}};
}

/// That `author` wanted another value of a field than the one that is kept.
inline Conflict conflictOf(const QString &id, const RecordRef &record, const QString &field, const User &author)
{
    return {.id = ConflictId(id),
            .record = record,
            .field = field,
            .wanted = {QStringLiteral("Wanted"), author.id, 1'700'000'000'002},
            .kept = {QStringLiteral("Kept"), ben.id, 1'700'000'000'001},
            .before = QStringLiteral("Before"),
            .seq = 0};
}

/// Everything that can be read of a cache, as text: two caches with the same words hold the same.
inline QStringList contentsOf(Store &store)
{
    QStringList lines;
    const auto line = [&](const QJsonObject &object) {
        lines.append(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    };
    const QVector<User> users = valueOf(store.users());
    for (const User &user : users)
        line(toJson(user));
    QVector<ConversationSummary> summaries = valueOf(store.conversations()).conversations;
    std::sort(summaries.begin(), summaries.end(),
              [](const auto &a, const auto &b) { return a.conversation.id < b.conversation.id; });
    for (const ConversationSummary &summary : std::as_const(summaries)) {
        line(toJson(summary.conversation));
        const MessageWindow window = valueOf(store.messages(summary.conversation.id, {}, 1000));
        for (const Message &message : window.messages)
            line(toJson(message));
        lines.append(QStringLiteral("%1 newest %2, own %3, others %4, unread %5")
                         .arg(summary.conversation.id.text())
                         .arg(window.newest)
                         .arg(window.readUpTo)
                         .arg(window.others.readUpTo)
                         .arg(summary.unread));
    }
    const QVector<Activity> activities = valueOf(store.activities({}, 1000));
    for (const Activity &activity : activities)
        line(toJson(activity));
    const QVector<Conflict> conflicts = valueOf(store.conflicts());
    for (const Conflict &conflict : conflicts)
        line(toJson(conflict));
    const QHash<QString, QJsonValue> own = valueOf(store.ownValues());
    QStringList keys = own.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys))
        line({{key, own.value(key)}});
    const Ledger ledger = valueOf(store.ledger());
    lines.append(QStringLiteral("cursor %1 %2, received %3, unknown %4")
                     .arg(ledger.cursor.seq)
                     .arg(ledger.cursor.mark)
                     .arg(ledger.received)
                     .arg(ledger.unknownRows));
    for (const Ledger::Hole &hole : ledger.holes)
        lines.append(QStringLiteral("hole %1 %2 %3").arg(hole.stream).arg(hole.from).arg(hole.to));
    return lines;
}

} // namespace frontdesk::store
