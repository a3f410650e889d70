// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Fill.h"

#include "demo/PastRecords.h"
#include "server/DataFolder.h"
#include "server/access/PasswordWorker.h"
#include "server/storage/Seed.h"
#include "server/storage/Storage.h"

#include <sodium.h>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;
using server::Actor;
using server::Records;

namespace {

constexpr qint64 minute = 60'000;

/// Writes a plan through the records of a server. Storage thread.
class Writer {
public:
    Writer(Records &records, const TeamPlan &plan)
        : m_records(records)
        , m_plan(plan)
    {
    }

    Result<Done> write(const QString &passwordHash)
    {
        if (const auto added = addPeople(passwordHash); !added) {
            return added;
        }
        if (const auto planned = planCustomers(); !planned) {
            return planned;
        }
        if (const auto created = createConversations(); !created) {
            return created;
        }
        QVector<qint64> lastHeard(m_plan.people.size(), m_plan.foundedAt);
        for (const PlannedMessage &message : m_plan.messages) {
            if (const auto sold = writeRecordsUntil(message.at); !sold) {
                return sold;
            }
            const Actor actor{m_users[message.author].id, message.at};
            const MessageId id(createUuidV7(milliseconds(message.at)));
            const auto added =
                m_records.messages.add(actor, m_conversations[message.conversation], id, message.text, message.at);
            if (!added) {
                return added.error();
            }
            if (const auto settled = openOrClose(actor, message); !settled) {
                return settled;
            }
            lastHeard[message.author] = message.at;
        }
        if (const auto sold = writeRecordsUntil(m_plan.now); !sold) {
            return sold;
        }
        for (const PlannedRead &read : m_plan.reads) {
            m_records.reads.move({m_users[read.person].id, read.at}, m_conversations[read.conversation].id,
                                 read.number);
        }
        for (int person = 0; person < m_users.size(); ++person) {
            m_records.accounts.setLastSeen(m_users[person].id, lastHeard[person] + minute);
            m_records.accounts.setDelivered(m_users[person].id, m_records.journal.head());
        }
        return Done{};
    }

private:
    Result<Done> addPeople(const QString &passwordHash)
    {
        for (int index = 0; index < m_plan.people.size(); ++index) {
            const Person &person = m_plan.people[index];
            const server::NewUser wanted{
                .name = person.name, .displayName = person.displayName, .role = person.role, .password = password()};
            const auto user = m_records.accounts.create(wanted, passwordHash, m_plan.foundedAt + index * minute);
            if (!user) {
                return user.error();
            }
            m_users.append(user.value());
            const auto described = change(Actor{user.value().id, m_plan.foundedAt + index * minute},
                                          {.record = recordOf(user.value().id),
                                           .basis = {},
                                           .set = {{fields::about, person.about}},
                                           .was = {},
                                           .lists = {},
                                           .resolves = {}});
            if (!described) {
                return described;
            }
        }
        return Done{};
    }

    Result<Done> planCustomers()
    {
        const qint64 at = m_plan.foundedAt + m_plan.people.size() * minute;
        if (const auto seeded = server::seedWorkspace(m_records, at); !seeded) {
            return seeded;
        }
        TeamIds team;
        for (const User &user : std::as_const(m_users)) {
            team.people.append(user.id);
        }
        team.sales = m_records.crm.all(RecordKind::Pipeline).first();
        m_past = planRecords(m_plan.seed, m_plan.now, team);
        return Done{};
    }

    /// In the order of time, as the journal is read; the next of them waits.
    Result<Done> writeRecordsUntil(qint64 time)
    {
        for (; m_written < m_past.size() && m_past[m_written].at <= time; ++m_written) {
            const PastCommand &past = m_past[m_written];
            const Actor actor{past.author, past.at, CommandId(createUuidV7(milliseconds(past.at)))};
            if (const auto *creation = std::get_if<CreateRecord>(&past.body)) {
                if (const auto created = m_records.crmKeeper.create(actor, *creation); !created) {
                    return created.error();
                }
                m_records.activities.settle(); // before anything that happened later
            } else if (const auto *change = std::get_if<ChangeRecord>(&past.body)) {
                ChangeRecord seen = *change;
                if (seen.basis.version == 0) {
                    seen.basis.version = m_records.crm.find(seen.record).value_or(RecordState{}).version;
                }
                if (const auto changed = m_records.changes.apply(actor, seen); !changed) {
                    return changed.error();
                }
            }
        }
        return Done{};
    }

    Result<Done> createConversations()
    {
        for (const PlannedConversation &planned : m_plan.conversations) {
            if (const auto sold = writeRecordsUntil(planned.createdAt); !sold) {
                return sold;
            }
            Conversation wanted{.id = {},
                                .kind = planned.kind,
                                .title = planned.firstTitle.isEmpty() ? planned.title : planned.firstTitle,
                                .members = {},
                                .createdBy = {}};
            for (const int member : planned.members) {
                wanted.members.append(m_users[member].id);
            }
            wanted.id = planned.kind == ConversationKind::Direct
                            ? directConversationId(wanted.members[0], wanted.members[1])
                            : groupId(planned.title);
            const Actor founder{wanted.members.first(), planned.createdAt};
            const auto created = m_records.conversations.create(founder, wanted);
            if (!created) {
                return created.error();
            }
            if (const auto labelled = change(founder, changeLabels(wanted.id, planned.labels, {})); !labelled) {
                return labelled;
            }
            if (!planned.firstTitle.isEmpty()) {
                if (const auto named = change(founder, renameConversation(wanted.id, planned.title)); !named) {
                    return named;
                }
            }
            m_conversations.append(created.value());
        }
        return Done{};
    }

    /// A message has opened its conversation; with the last word for some time it is closed.
    Result<Done> openOrClose(const Actor &author, const PlannedMessage &message)
    {
        const ConversationId &id = m_conversations[message.conversation].id;
        m_records.conversationKeeper.openFor(author, id);
        if (!message.settles) {
            return Done{};
        }
        ChangeRecord closing = closeConversation(id, true);
        closing.basis.version = m_records.conversations.find(id).value_or(Conversation{}).version;
        const auto closed = m_records.changes.apply(author, closing);
        if (!closed) {
            return closed.error();
        }
        return Done{};
    }

    /// A change of what has just been made.
    Result<Done> change(const Actor &actor, ChangeRecord change)
    {
        change.basis.version = 1;
        const auto outcome = m_records.changes.apply(actor, change);
        if (!outcome) {
            return outcome.error();
        }
        return Done{};
    }

    Records &m_records;
    const TeamPlan &m_plan;
    QVector<User> m_users;                 ///< as in the plan
    QVector<Conversation> m_conversations; ///< as in the plan
    QVector<PastCommand> m_past;
    qsizetype m_written = 0; ///< of them
};

} // namespace

Result<Done> fillOnce(const QString &serverFolder, const TeamPlan &plan)
{
    const auto folder = server::DataFolder::open(serverFolder);
    if (!folder) {
        return folder.error();
    }
    if (sodium_init() < 0) {
        return Error{u"server.storage"_s, u"The cryptographic library could not be started."_s};
    }
    const auto lock = folder.value().lock();
    if (!lock) {
        return Error{u"server.locked"_s, u"The demo is running already with the folder %1."_s.arg(serverFolder)};
    }
    auto storage = server::Storage::open({.file = folder.value().database(),
                                          .clock = std::make_shared<SystemClock>(),
                                          .deliver = [](const std::function<void()> &task) { task(); },
                                          .committed = [](const server::JournalTransaction &) {}});
    if (!storage) {
        return storage.error();
    }
    const QString hash = server::hashPassword(password());
    return storage.value()->writeAndWait<Done>([&plan, &hash](Records &records, qint64) -> Result<Done> {
        if (!records.accounts.all().isEmpty()) {
            return Done{};
        }
        return Writer(records, plan).write(hash);
    });
}

} // namespace frontdesk::demo
