// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Journal.h"

#include "server/storage/JournalReader.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>

#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 96 random bits: two histories never agree by chance.
QString createMark()
{
    std::array<quint32, 3> noise{};
    QRandomGenerator::system()->fillRange(noise.data(), noise.size());
    return QString::fromLatin1(QByteArray::fromRawData(reinterpret_cast<const char *>(noise.data()), sizeof noise)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

Journal::Journal(Database &database)
    : m_database(database)
{
    Rows epoch = m_database.run(u"SELECT value FROM meta WHERE key = 'epoch'"_s);
    if (!epoch.next())
        throw StorageFailure{{u"server.storage"_s, u"The server's database has no epoch: it is damaged."_s}};
    m_epoch = epoch.text(0);
    Rows last = m_database.run(u"SELECT last_seq, mark FROM transactions ORDER BY last_seq DESC LIMIT 1"_s);
    if (last.next()) {
        m_head = m_finishedHead = last.integer(0);
        m_headMark = last.text(1);
    }
}

void Journal::append(const Actor &actor, const QString &stream, const QString &event, const QJsonObject &payload)
{
    const qint64 n = m_database.number(u"INSERT INTO streams VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1 "
                                       "RETURNING n"_s,
                                       {stream});
    write(actor, stream, n, {}, event, payload);
}

void Journal::appendLatest(const Actor &actor, const QString &stream, const QString &key, const QString &event,
                           const QJsonObject &payload)
{
    m_database.run(u"DELETE FROM journal WHERE stream = ? AND latest = ?"_s, {stream, key});
    write(actor, stream, 0, key, event, payload);
}

void Journal::write(const Actor &actor, const QString &stream, qint64 n, const QString &key, const QString &event,
                    const QJsonObject &payload)
{
    if (m_mark.isEmpty())
        m_mark = createMark();
    JournalRow row{.seq = nextSeq(),
                   .stream = stream,
                   .n = n,
                   .mark = m_mark,
                   .at = actor.now,
                   .actor = actor.user,
                   .event = event,
                   .payload = payload};
    m_database.run(u"INSERT INTO journal (seq, stream, n, latest, at, actor, event, payload) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {row.seq, stream, n > 0 ? QVariant(n) : QVariant(), key.isEmpty() ? QVariant() : QVariant(key),
                    row.at, row.actor.text(), event,
                    QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact))});
    m_head = row.seq;
    if (m_observer)
        m_observer(row);
    m_changes.emplace_back(std::move(row));
}

void Journal::enter(const QString &stream, const UserId &user)
{
    m_database.run(u"INSERT INTO memberships (user_id, stream, from_seq) VALUES (?, ?, ?)"_s,
                   {user.text(), stream, nextSeq()});
    m_changes.emplace_back(MembershipChange{stream, user, true});
}

void Journal::leave(const QString &stream, const UserId &user)
{
    m_database.run(u"UPDATE memberships SET to_seq = ? WHERE user_id = ? AND stream = ? AND to_seq IS NULL"_s,
                   {m_head, user.text(), stream});
    m_changes.emplace_back(MembershipChange{stream, user, false});
}

void Journal::withdraw(const QString &stream, const UserId &user)
{
    m_database.run(u"DELETE FROM memberships WHERE user_id = ? AND stream = ?"_s, {user.text(), stream});
    m_changes.emplace_back(MembershipChange{stream, user, false});
}

StreamMembers Journal::members()
{
    Rows rows = m_database.run(u"SELECT stream, user_id FROM memberships WHERE to_seq IS NULL "
                               "AND ((stream > 'conversation:' AND stream < 'conversation;') "
                               "OR (stream > 'records:' AND stream < 'records;'))"_s);
    StreamMembers members;
    while (rows.next())
        members[rows.text(0)].insert(UserId(rows.text(1)));
    return members;
}

qint64 Journal::countOf(const QString &stream)
{
    return m_database.number(u"SELECT n FROM streams WHERE name = ?"_s, {stream});
}

std::optional<JournalTransaction> Journal::finish()
{
    if (m_mark.isEmpty())
        return {};
    m_database.run(u"INSERT INTO transactions VALUES (?, ?)"_s, {m_head, m_mark});
    for (const JournalChange &change : m_changes)
        if (const auto *replaced = std::get_if<ViewReplaced>(&change))
            m_database.run(u"UPDATE users SET floor = ? WHERE id = ?"_s, {m_head, replaced->user.text()});
    m_finishedHead = m_head;
    m_headMark = std::exchange(m_mark, {});
    return JournalTransaction{m_head, m_headMark, std::exchange(m_changes, {})};
}

void Journal::cancel()
{
    m_head = m_finishedHead;
    m_mark.clear();
    m_changes.clear();
}

void Journal::returnTo(const Place &place)
{
    m_finishedHead = place.head;
    m_headMark = place.mark;
    cancel();
}

std::vector<JournalTransaction> Journal::takeForeign()
{
    std::vector<JournalTransaction> foreign;
    Rows rows = m_database.run(u"SELECT last_seq, mark FROM transactions WHERE last_seq > ? ORDER BY last_seq"_s,
                               {m_finishedHead});
    while (rows.next())
        foreign.push_back({rows.integer(0), rows.text(1), {}});
    for (JournalTransaction &transaction : foreign) {
        for (JournalRow &row : rowsBetween(m_database, m_finishedHead, transaction.head))
            transaction.changes.emplace_back(std::move(row));
        Rows replaced = m_database.run(u"SELECT id FROM users WHERE floor = ?"_s, {transaction.head});
        while (replaced.next())
            transaction.changes.emplace_back(ViewReplaced{UserId(replaced.text(0))});
        m_head = m_finishedHead = transaction.head;
        m_headMark = transaction.mark;
    }
    if (!foreign.empty())
        foreign.front().members = members();
    return foreign;
}

} // namespace frontdesk::server
