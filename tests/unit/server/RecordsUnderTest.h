// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Json.h"
#include "server/storage/Commands.h"
#include "server/storage/Migrations.h"
#include "server/storage/Snapshot.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>

namespace frontdesk::server::testing {

inline RecordRef newRecord(RecordKind kind)
{
    return {kind, QUuid::createUuid().toString(QUuid::WithoutBraces)};
}

/// A change by somebody who has seen that version, and these values in it.
inline ChangeRecord changeOf(const RecordRef &record, qint64 seen, const QJsonObject &set,
                             const ListChanges &lists = {}, const QJsonObject &was = {})
{
    return {.record = record, .basis = {seen, {}}, .set = set, .was = was, .lists = lists, .resolves = {}};
}
/// A change by somebody who has seen everything.
inline ChangeRecord changeOf(const RecordRef &record, const QJsonObject &set, const ListChanges &lists = {})
{
    return changeOf(record, 1'000'000, set, lists);
}

/// The server's records over a file of their own: commands go in, journal rows come out, one transaction each.
class RecordsUnderTest {
public:
    explicit RecordsUnderTest(qint64 answerUnits = 100'000)
        : m_database(std::move(Database::open(m_folder.filePath(QStringLiteral("records.sqlite")))).value())
    {
        migrate(*m_database);
        m_records = std::make_unique<Records>(*m_database, answerUnits);
        m_database->run(QStringLiteral("BEGIN")); // nothing of it is looked at on the disk
    }

    Records &records() { return *m_records; }
    User addUser(const QString &name, Role role = Role::Agent)
    {
        const auto user = m_records->accounts.create(
            {.name = name, .displayName = name.toUpper(), .role = role, .password = {}}, {}, ++now);
        (void)m_records->journal.finish();
        return user.value();
    }
    ConversationId createGroup(const User &founder, const QString &title, const QVector<UserId> &others)
    {
        const ConversationId id(QUuid::createUuid().toString(QUuid::WithoutBraces));
        return give(founder, CreateConversation{id, ConversationKind::Group, title, others}) ? id : ConversationId();
    }

    CommandId newId() { return CommandId(createUuidV7(milliseconds(++now))); }
    /// The result of a command, as a client sends it. What it wrote is in `written`.
    Result<QJsonObject> give(const User &user, const CommandBody &body) { return give(user, body, newId()); }
    Result<QJsonObject> give(const User &user, const CommandBody &body, const CommandId &id)
    {
        written.clear();
        QJsonObject payload = toJson(body);
        payload.insert(QLatin1String("id"), id.text());
        const auto command = readCommand(nameOf(body), payload);
        if (!command)
            return command.error();
        m_database->run(QStringLiteral("SAVEPOINT command"));
        const auto answer = execute(*m_records, {user.id, now}, command.value());
        if (!answer) {
            m_records->journal.cancel();
            m_records->activities.cancel();
            m_database->run(QStringLiteral("ROLLBACK TO command"));
        }
        m_database->run(QStringLiteral("RELEASE command"));
        if (!answer)
            return answer.error();
        takeWritten();
        return answer.value()[QLatin1String("result")].toObject();
    }
    /// Something that is no command is written, in a transaction of its own.
    void write(const std::function<void(Records &)> &work)
    {
        written.clear();
        work(*m_records);
        takeWritten();
    }
    /// The code of its refusal; empty: it was done.
    QString refusalOf(const User &user, const CommandBody &body)
    {
        const auto result = give(user, body);
        return result ? QString() : result.error().code;
    }

    QVector<JournalRow> written; ///< by the last command
    [[nodiscard]] QStringList writtenEvents() const
    {
        QStringList events;
        for (const JournalRow &row : written)
            events.append(row.event);
        return events;
    }
    /// What one event of the last command says.
    [[nodiscard]] QJsonObject told(const QString &event) const
    {
        for (const JournalRow &row : written)
            if (row.event == event)
                return row.payload;
        return {};
    }

    /// The items of one kind in a person's snapshot, read to its end.
    QVector<QJsonObject> snapshot(const User &user, const QString &kind)
    {
        QVector<QJsonObject> found;
        QString page;
        pages = 0;
        do {
            const QJsonObject answer = snapshotPage(*m_records, user.id, page).value();
            const QJsonArray items = answer[QLatin1String("items")].toArray();
            for (const QJsonValue &item : items)
                if (item[QLatin1String("kind")].toString() == kind)
                    found.append(item[kind].toObject());
            page = answer[QLatin1String("next")].toString();
            ++pages;
        } while (!page.isEmpty());
        return found;
    }
    int pages = 0; ///< of the last snapshot

    qint64 now = QDateTime::currentMSecsSinceEpoch();

private:
    void takeWritten()
    {
        m_records->activities.settle();
        if (const auto transaction = m_records->journal.finish())
            for (const JournalChange &change : transaction->changes)
                if (const auto *row = std::get_if<JournalRow>(&change))
                    written.append(*row);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Records> m_records;
};

} // namespace frontdesk::server::testing
