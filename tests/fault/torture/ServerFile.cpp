// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerFile.h"

#include "domain/Visibility.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

namespace {

QString databaseIn(const QString &folder)
{
    return folder + u"/frontdesk.sqlite"_s;
}

/// A connection of this thread; what went wrong last is kept.
class File {
public:
    explicit File(const QString &file)
        : m_name(QUuid::createUuid().toString())
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=20000"_s);
        if (!database.open())
            m_problem = database.lastError().text();
    }
    ~File() { QSqlDatabase::removeDatabase(m_name); }

    void rows(const QString &statement, const std::function<void(const QSqlQuery &)> &take)
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        if (!query.exec(statement))
            m_problem = query.lastError().text();
        while (query.next())
            take(query);
    }
    void run(const QString &statement)
    {
        rows(statement, [](const QSqlQuery &) {});
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    const QString m_name;
    QString m_problem;
};

QJsonObject objectIn(const QSqlQuery &row, int column)
{
    return QJsonDocument::fromJson(row.value(column).toByteArray()).object();
}

constexpr auto prefix = "conversation:"_L1; // of the streams of conversations

} // namespace

Result<ServerState> readServer(const QString &folder)
{
    File file(databaseIn(folder));
    ServerState state;
    file.run(u"BEGIN"_s); // all of it at one moment
    file.rows(u"SELECT value FROM meta WHERE key = 'epoch'"_s,
              [&](const QSqlQuery &row) { state.epoch = row.value(0).toString(); });
    file.rows(u"SELECT id, title, closed FROM conversations"_s, [&](const QSqlQuery &row) {
        Place &place = state.places[ConversationId(row.value(0).toString())];
        place.title = row.value(1).toString();
        place.closed = row.value(2).toBool();
    });
    file.rows(u"SELECT stream, user_id FROM memberships WHERE to_seq IS NULL AND stream LIKE 'conversation:%'"_s,
              [&](const QSqlQuery &row) {
                  const ConversationId place(row.value(0).toString().mid(prefix.size()));
                  state.places[place].members.insert(UserId(row.value(1).toString()));
              });
    QHash<QString, QString> edited; // message → text
    file.rows(u"SELECT payload FROM journal WHERE event = 'message:edited' ORDER BY seq"_s, [&](const QSqlQuery &row) {
        const QJsonObject edit = QJsonDocument::fromJson(row.value(0).toByteArray()).object();
        edited.insert(edit["message"_L1].toString(), edit["text"_L1].toString());
    });
    file.rows(u"SELECT payload FROM journal WHERE event = 'message:new' ORDER BY seq"_s, [&](const QSqlQuery &row) {
        const QJsonObject message = QJsonDocument::fromJson(row.value(0).toByteArray()).object();
        const QString id = message["id"_L1].toString();
        const QString text = message["text"_L1].toString();
        state.asSent.insert(MessageId(id), text);
        state.places[ConversationId(message["conversation"_L1].toString())].lines.append(
            {MessageId(id), message["number"_L1].toInteger(), UserId(message["author"_L1].toString()),
             edited.value(id, text)});
    });
    file.rows(u"SELECT conversation_id, label FROM labels"_s, [&](const QSqlQuery &row) {
        state.places[ConversationId(row.value(0).toString())].labels.insert(row.value(1).toString());
    });
    file.rows(u"SELECT record, id FROM conflicts WHERE closed = 0 AND record LIKE 'conversation:%'"_s,
              [&](const QSqlQuery &row) {
                  const ConversationId place(row.value(0).toString().mid(prefix.size()));
                  state.places[place].conflicts.insert(ConflictId(row.value(1).toString()));
              });
    file.rows(
        u"SELECT event, payload FROM journal WHERE event IN ('record:added', 'record:changed', 'conflict:opened')"_s,
        [&](const QSqlQuery &row) {
            const QString event = row.value(0).toString();
            const QJsonObject payload = objectIn(row, 1);
            const QString record = payload["record"_L1].toString();
            if (event == "conflict:opened"_L1) {
                state.told.insert(told(payload["field"_L1].toString(), payload["wanted"_L1]["value"_L1]));
                return;
            }
            const bool isNew = event == "record:added"_L1;
            ++(isNew ? state.additions : state.changes)[record];
            const QJsonObject set = payload[isNew ? "fields"_L1 : "set"_L1].toObject();
            for (auto field = set.begin(); field != set.end(); ++field)
                state.told.insert(told(field.key(), field.value()));
        });
    file.rows(u"SELECT kind, id, version, fields, lists FROM records WHERE kind IN ('contact', 'deal', 'note')"_s,
              [&](const QSqlQuery &row) {
                  Card &card = state.cards[row.value(0).toString() + u':' + row.value(1).toString()];
                  card.version = row.value(2).toLongLong();
                  card.fields = objectIn(row, 3);
                  card.lists = objectIn(row, 4);
              });
    state.visibility = frontdesk::nameOf(Visibility::Everyone);
    file.rows(u"SELECT fields FROM records WHERE kind = 'workspace'"_s, [&](const QSqlQuery &row) {
        state.visibility = objectIn(row, 0)["visibility"_L1].toString(state.visibility);
    });
    file.rows(u"SELECT lists FROM records WHERE kind = 'team'"_s, [&](const QSqlQuery &row) {
        QSet<UserId> team;
        const QJsonArray members = objectIn(row, 0)["members"_L1].toArray();
        for (const QJsonValue &member : members)
            team.insert(UserId(member.toString()));
        state.teams.append(team);
    });
    file.rows(u"SELECT record, id FROM conflicts WHERE closed = 0"_s, [&](const QSqlQuery &row) {
        if (const auto card = state.cards.find(row.value(0).toString()); card != state.cards.end())
            card->conflicts.insert(ConflictId(row.value(1).toString()));
    });
    file.rows(u"SELECT conversation_id, user_id, number FROM reads"_s, [&](const QSqlQuery &row) {
        state.places[ConversationId(row.value(0).toString())].readUpTo.insert(UserId(row.value(1).toString()),
                                                                              row.value(2).toLongLong());
    });
    file.rows(u"SELECT user_id, id FROM commands"_s, [&](const QSqlQuery &row) {
        state.remembered[UserId(row.value(0).toString())].insert(CommandId(row.value(1).toString()));
    });
    file.rows(u"SELECT count(*) FROM conflicts"_s,
              [&](const QSqlQuery &row) { state.conflicts = row.value(0).toInt(); });
    state.edited = int(edited.size());
    file.run(u"COMMIT"_s);
    if (!file.problem().isEmpty())
        return Error{u"server.unreadable"_s, file.problem()};
    return state;
}

Result<qint64> copyServer(const QString &folder, const QString &copy)
{
    File file(databaseIn(folder));
    file.run(u"VACUUM INTO '%1'"_s.arg(copy));
    if (!file.problem().isEmpty())
        return Error{u"server.unreadable"_s, file.problem()};
    File copied(copy);
    qint64 head = 0;
    copied.rows(u"SELECT max(seq) FROM journal"_s, [&](const QSqlQuery &row) { head = row.value(0).toLongLong(); });
    if (!copied.problem().isEmpty())
        return Error{u"server.unreadable"_s, copied.problem()};
    return head;
}

QString restoreServer(const QString &folder, const QString &copy)
{
    const QString database = databaseIn(folder);
    for (const char *ending : {"", "-wal", "-shm"})
        QFile::remove(database + QString::fromLatin1(ending));
    return QFile::copy(copy, database) ? QString() : u"The copy cannot be put back"_s;
}

} // namespace frontdesk::torture
