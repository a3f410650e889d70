// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scene.h"

#include "Person.h"
#include "dialect/LoginRequest.h"
#include "domain/Json.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkAccessManager>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

namespace frontdesk::fault {

namespace {

constexpr int messagesBefore = 60; // more than a snapshot carries

} // namespace

QString Scene::password()
{
    return QStringLiteral("correct horse battery");
}

QString Scene::prepare()
{
    server::Server server(serverOptions(m_folder.path(), milliseconds(25'000)));
    const auto url = server.start();
    if (!url)
        return url.error().message;
    QNetworkAccessManager network;
    for (int i = 0; i < people; ++i) {
        const QString name = QStringLiteral("person%1").arg(i + 1);
        const auto user = server.addUser(
            {.name = name, .displayName = {}, .role = i == 0 ? Role::Admin : Role::Agent, .password = password()});
        if (!user)
            return user.error().message;
        m_users.append(user.value().id);
        const auto login = dialect::logIn(network, url.value(), name, password(), {});
        if (!waitUntil([&] { return login.isFinished(); }, milliseconds(30'000)) || !login.result())
            return QStringLiteral("%1 could not sign in").arg(name);
        m_credentials.append(login.result().value());
    }

    Person writer({.server = url.value(), .token = m_credentials.first().token});
    if (!writer.problem().isEmpty())
        return writer.problem();
    m_conversation = ConversationId(createUuidV7(SystemClock().utc()));
    writer.session().submit(
        CreateConversation{m_conversation, ConversationKind::Group, QStringLiteral("All"), m_users});
    QStringList team;
    for (const UserId &user : m_users.sliced(1))
        team.append(user.text());
    writer.session().submit(CreateRecord{{RecordKind::Team, createUuidV7(SystemClock().utc())},
                                         {{QLatin1String("name"), QStringLiteral("The others")}},
                                         {{QStringLiteral("members"), team}}});
    for (int i = 0; i < messagesBefore; ++i)
        writer.say(m_conversation, QStringLiteral("before %1").arg(i));
    writer.session().connectNow();
    const auto isWritten = [&] {
        return writer.isSettled() && writer.messages(m_conversation).size() == messagesBefore;
    };
    return waitUntil(isWritten, milliseconds(60'000)) ? QString() : QStringLiteral("The scene could not be written");
}

QString Scene::copyTo(const QString &folder) const
{
    const auto files = QDir(m_folder.path()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        if (!QFile::copy(file.filePath(), folder + QLatin1Char('/') + file.fileName()))
            return QStringLiteral("%1 could not be copied").arg(file.filePath());
    return {};
}

server::Options serverOptions(const QString &folder, milliseconds heartbeat)
{
    return {.dataFolder = folder,
            .pingInterval = heartbeat,
            .pingTimeout = heartbeat,
            .rates = server::RateLimits::unlimited()};
}

Result<QVector<Message>> journalOf(const QString &folder, const ConversationId &conversation)
{
    const QString name = QStringLiteral("journal of %1").arg(folder);
    QVector<Message> messages;
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(folder + QLatin1String("/frontdesk.sqlite"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        QSqlQuery query(database);
        if (!database.open() || !query.prepare(QStringLiteral("SELECT seq, payload FROM journal WHERE stream = ? AND "
                                                              "event = 'message:new' ORDER BY seq"))) {
            problem = database.lastError().text();
        } else {
            query.addBindValue(streamOf(conversation));
            if (!query.exec())
                problem = query.lastError().text();
            while (query.next()) {
                const QJsonObject payload = QJsonDocument::fromJson(query.value(1).toByteArray()).object();
                messages.append({.id = MessageId(payload[QLatin1String("id")].toString()),
                                 .conversation = conversation,
                                 .number = payload[QLatin1String("number")].toInteger(),
                                 .author = UserId(payload[QLatin1String("author")].toString()),
                                 .text = payload[QLatin1String("text")].toString(),
                                 .at = payload[QLatin1String("at")].toInteger(),
                                 .seq = query.value(0).toLongLong()});
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    if (!problem.isEmpty())
        return Error{QStringLiteral("journal.unreadable"), problem};
    return messages;
}

} // namespace frontdesk::fault
