// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRun.h"

#include "server/storage/Commands.h"
#include "server/storage/Storage.h"
#include "unit/server/Mailbox.h"

#include <QtCore/QUuid>

namespace frontdesk::powerloss {

using namespace server;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Given {
    UserId user;
    QString event;
    QJsonObject payload;
    std::optional<QJsonObject> answer; ///< once it was said to be durable
};

class TeamServer {
public:
    TeamServer(const QString &folder, std::uint64_t seed, const ForcedPragmas &forced, Outcome &outcome)
        : m_folder(folder)
        , m_forced(forced)
        , m_outcome(outcome)
        , m_random(seed)
    {
    }

    void round(int number);

private:
    [[nodiscard]] Result<std::unique_ptr<Storage>> open(const QString &folder);
    void workUntilPowerGoes(Storage &storage, const Power &power);
    bool begin(Storage &storage);
    void giveGroup(Storage &storage);
    void give(Storage &storage, Given command);
    [[nodiscard]] Given someCommand();
    void check(Storage &storage);
    static void checkJournal(Records &records);
    quint32 pick(quint32 bound) { return quint32(m_random() % bound); }
    /// Looks at the records in their thread; a problem comes back to this one.
    template <class T>
    T ask(Storage &storage, std::function<T(Records &)> question)
    {
        const Result<T> answer = storage.writeAndWait<T>([&](Records &records, qint64) -> Result<T> {
            try {
                return question(records);
            } catch (const Problem &problem) {
                return Error{u"test"_s, problem.words};
            }
        });
        require(answer.ok(), answer.ok() ? QString() : answer.error().message);
        return answer.value();
    }

    const QString m_folder;
    const ForcedPragmas m_forced;
    Outcome &m_outcome;
    Random m_random;
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
    std::unique_ptr<server::testing::Mailbox> m_answers; ///< of the storage that is open
    QVector<UserId> m_users;
    QVector<ConversationId> m_groups;
    std::vector<Given> m_given;
    std::map<qint64, QString> m_pushed; ///< mark by the seq that a transaction ended with
    size_t m_waiting = 0;
};

Result<std::unique_ptr<Storage>> TeamServer::open(const QString &folder)
{
    m_answers =
        std::make_unique<server::testing::Mailbox>(); // what is left in the old one asks for a storage that is gone
    return Storage::open(
        {.file = folder + u"/frontdesk.sqlite"_s,
         .clock = m_clock,
         .deliver = [this](std::function<void()> task) { m_answers->post(std::move(task)); },
         .committed = [this](const JournalTransaction &written) { m_pushed[written.head] = written.mark; }});
}

/// People; they are there from then on unless the power went before the answer.
bool TeamServer::begin(Storage &storage)
{
    const auto users = storage.writeAndWait<QVector<UserId>>([](Records &records, qint64 now) {
        QVector<UserId> ids;
        for (const User &user : records.accounts.list({}, 10))
            ids.append(user.id);
        for (const QString &name : {u"ada"_s, u"ben"_s, u"cyd"_s})
            if (ids.size() < 3)
                ids.append(records.accounts.create({.name = name, .displayName = {}, .password = {}}, u"hash"_s, now)
                               .value()
                               .id);
        return Result<QVector<UserId>>(ids);
    });
    if (users)
        m_users = users.value();
    return users.ok();
}

Given TeamServer::someCommand()
{
    const UserId user = m_users[pick(quint32(m_users.size()))];
    QJsonObject payload{{u"id"_s, createUuidV7(m_clock->utc())}};
    if (m_groups.isEmpty() || pick(20) == 0) {
        const ConversationId group(QUuid::createUuid().toString(QUuid::WithoutBraces));
        payload.insert(u"conversation"_s, group.text());
        payload.insert(u"kind"_s, u"group"_s);
        payload.insert(u"title"_s, u"Group"_s);
        payload.insert(u"members"_s, QJsonArray{m_users[0].text(), m_users[1].text()});
        m_groups.append(group);
        return {user, u"conversation:create"_s, payload, {}};
    }
    const ConversationId group = m_groups[pick(quint32(m_groups.size()))];
    if (pick(6) == 0) {
        payload.insert(u"record"_s, recordOf(group).text());
        payload.insert(u"base"_s, qint64(1 + pick(20))); // some have not seen what the title is, and are in conflict
        payload.insert(u"set"_s, QJsonObject{{u"title"_s, u"Title %1"_s.arg(pick(1000))}});
        payload.insert(u"add"_s, QJsonObject{{u"labels"_s, QJsonArray{u"label %1"_s.arg(pick(15))}}});
        return {user, u"record:change"_s, payload, {}};
    }
    if (pick(6) == 0) {
        payload.insert(u"key"_s, ownDraftKey(group));
        payload.insert(u"value"_s, QString(1 + int(pick(200)), u'x'));
        return {user, u"own:set"_s, payload, {}};
    }
    payload.insert(u"conversation"_s, group.text());
    payload.insert(u"text"_s, QString(1 + int(pick(pick(10) == 0 ? 9000 : 200)), u'x'));
    return {user, u"message:send"_s, payload, {}};
}

void TeamServer::give(Storage &storage, Given given)
{
    const auto command = readCommand(given.event, given.payload);
    require(command.ok(), command.ok() ? QString() : command.error().message);
    const size_t index = m_given.size();
    m_given.push_back(std::move(given));
    ++m_waiting;
    storage.write<QJsonObject>(
        [user = m_given[index].user, command = command.value()](Records &records, qint64 now) {
            return execute(records, {user, now}, command);
        },
        [this, index](const Result<QJsonObject> &answer) {
            --m_waiting;
            if (answer) {
                m_given[index].answer = answer.value();
                ++m_outcome.acknowledged;
            }
        });
}

void TeamServer::giveGroup(Storage &storage)
{
    for (quint32 left = 1 + pick(6); left > 0; --left)
        give(storage, someCommand());
    require(m_answers->runUntil([this] { return m_waiting == 0; }), u"the storage does not answer"_s);
}

void TeamServer::workUntilPowerGoes(Storage &storage, const Power &power)
{
    if (!begin(storage)) {
        require(!power.isOn(), u"the users cannot be written"_s);
        return;
    }
    while (power.isOn())
        giveGroup(storage);
}

void TeamServer::checkJournal(Records &records)
{
    Rows sound = records.database.run(u"PRAGMA integrity_check"_s);
    require(sound.next() && sound.text(0) == u"ok", u"the database is damaged"_s);
    QHash<QString, qint64> numbers;
    qint64 last = 0;
    for (const JournalRow &row : rowsBetween(records.database, 0, records.journal.head())) {
        require(row.seq > last, u"the journal is not in order at %1"_s.arg(row.seq));
        last = row.seq;
        require(row.n == 0 || row.n == ++numbers[row.stream], u"%1 has a hole before %2"_s.arg(row.stream).arg(row.n));
        require(row.mark == records.reader.markAt(row.seq), u"the row %1 has another mark"_s.arg(row.seq));
    }
    for (auto stream = numbers.begin(); stream != numbers.end(); ++stream)
        require(records.journal.countOf(stream.key()) == stream.value(), stream.key() + u" counts other rows"_s);
}

void TeamServer::check(Storage &storage)
{
    const auto head = ask<qint64>(storage, [this](Records &records) {
        checkJournal(records);
        for (const auto &[seq, mark] : m_pushed)
            require(records.reader.markAt(seq) == mark, u"what was pushed at %1 is lost"_s.arg(seq));
        return records.journal.head();
    });
    // Given again: what was answered changes nothing, what was not happens now or did then.
    for (const Given &given : m_given) {
        const Result<QJsonObject> answer = storage.writeAndWait<QJsonObject>([&](Records &records, qint64 now) {
            return execute(records, {given.user, now}, readCommand(given.event, given.payload).value());
        });
        if (given.answer)
            require(answer.ok() && answer.value() == *given.answer,
                    u"an acknowledged %1 is lost: %2"_s.arg(given.event, given.payload[u"id"_s].toString()));
        if (given.answer)
            require((*given.answer)[u"seq"_s].toInteger() <= head, u"an answer is ahead of the journal"_s);
    }
    ask<Done>(storage, [this](Records &records) {
        checkJournal(records);
        for (const Given &given : m_given)
            require(records.database.number(u"SELECT count(*) FROM messages WHERE id = ?"_s,
                                            {given.payload[u"id"_s].toString()}) <= 1,
                    u"a message is there twice"_s);
        return Done{};
    });
}

void TeamServer::round(int number)
{
    const QString folder = m_folder + u"/server%1"_s.arg(number);
    const QString survivors = m_folder + u"/server%1"_s.arg(number + 1);
    Power power(folder, m_random(), someChanges(m_random), m_forced);
    if (auto storage = open(folder))
        workUntilPowerGoes(*storage.value(), power);
    else
        require(!power.isOn(), u"the storage cannot be opened: "_s + storage.error().message);
    power.cut();
    ++m_outcome.losses;
    power.writeSurvivors(survivors);

    auto storage = open(survivors);
    require(storage.ok(), storage.ok() ? QString() : u"the storage cannot be opened: "_s + storage.error().message);
    check(*storage.value());
}

} // namespace

Outcome runServer(const QString &folder, std::uint64_t seed, const ForcedPragmas &forced)
{
    Outcome outcome;
    TeamServer server(folder, seed, forced, outcome);
    try {
        for (int number = 0; number < rounds; ++number)
            server.round(number);
    } catch (const Problem &problem) {
        outcome.problem = u"loss %1: %2"_s.arg(outcome.losses).arg(problem.words);
    }
    return outcome;
}

} // namespace frontdesk::powerloss
