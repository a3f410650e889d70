// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Filling.h"

#include "server/Administration.h"
#include "server/PasswordWorker.h"

#include <algorithm>
#include <variant>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Writes one past; ids are known once their people and talks are written.
class Writer {
public:
    Writer(Records &records, const Past &past, const QHash<QString, QString> &passwordHashes)
        : m_records(records)
        , m_past(past)
        , m_hashes(passwordHashes)
        , m_people(past.people.size())
        , m_talks(past.talks.size())
    {
    }

    Result<Done> write()
    {
        struct Step {
            qint64 at;
            std::function<Result<Done>()> run;
        };
        std::vector<Step> steps;
        for (qsizetype i = 0; i < m_past.people.size(); ++i)
            steps.push_back({m_past.people[i].joinedAt, [this, i] { return join(i); }});
        for (qsizetype i = 0; i < m_past.talks.size(); ++i)
            steps.push_back({m_past.talks[i].createdAt, [this, i] { return create(i); }});
        for (const Past::Line &line : m_past.lines)
            steps.push_back({line.at, [this, &line] { return say(line); }});
        for (const Past::Read &read : m_past.reads)
            steps.push_back({read.at, [this, &read] { return move(read); }});
        std::stable_sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) { return a.at < b.at; });
        for (const Step &step : steps)
            if (auto done = step.run(); !done)
                return done;
        return Done{};
    }

private:
    Result<Done> join(qsizetype index)
    {
        const Past::Person &person = m_past.people[index];
        const auto user = m_records.accounts.create(person.user, m_hashes.value(person.user.password), person.joinedAt);
        if (!user)
            return user.error();
        m_people[index] = user.value().id;
        return Done{};
    }

    Result<Done> create(qsizetype index)
    {
        const Past::Talk &talk = m_past.talks[index];
        Conversation wanted{.id = talk.id,
                            .kind = talk.kind,
                            .title = talk.title,
                            .members = {},
                            .createdBy = {},
                            .createdAt = talk.createdAt};
        for (const int member : talk.members)
            wanted.members.append(m_people.value(member));
        if (talk.kind == ConversationKind::Direct && wanted.members.size() == 2)
            wanted.id = directConversationId(wanted.members[0], wanted.members[1]);
        const auto created = m_records.conversations.create({wanted.members.value(0), talk.createdAt}, wanted);
        if (!created)
            return created.error();
        m_talks[index] = created.value();
        return Done{};
    }

    Result<Done> say(const Past::Line &line)
    {
        const auto message = m_records.messages.add({m_people.value(line.author), line.at}, m_talks.value(line.talk),
                                                    MessageId(createUuidV7(milliseconds(line.at))), line.text, line.at);
        if (!message)
            return message.error();
        return Done{};
    }

    Result<Done> move(const Past::Read &read)
    {
        m_records.reads.move({m_people.value(read.person), read.at}, m_talks.value(read.talk).id, read.number);
        return Done{};
    }

    Records &m_records;
    const Past &m_past;
    const QHash<QString, QString> &m_hashes;
    QVector<UserId> m_people;
    QVector<Conversation> m_talks;
};

} // namespace

Result<Done> fill(const QString &dataFolder, const Past &past, const std::shared_ptr<const Clock> &clock)
{
    QHash<QString, QString> hashes; // one for each different password: hashing is slow on purpose
    for (const Past::Person &person : past.people) {
        if (auto problem = problemWith(person.user))
            return *std::move(problem);
        if (!hashes.contains(person.user.password))
            hashes.insert(person.user.password, hashPassword(person.user.password));
    }
    return administer(dataFolder, clock, [&](Records &records, qint64) -> Result<Done> {
        if (!records.accounts.list(UserId(), 1).isEmpty())
            return Error{u"workspace.notEmpty"_s, u"The data folder has a workspace in it already."_s};
        return Writer(records, past, hashes).write();
    });
}

} // namespace frontdesk::server
