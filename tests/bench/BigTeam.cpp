// SPDX-License-Identifier: GPL-3.0-or-later
#include "BigTeam.h"

#include "ServerStorage.h"
#include "server/access/PasswordWorker.h"

#include <sodium.h>

namespace bench {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;
using server::Records;

namespace {

constexpr int personCount = 40;
constexpr int groupSize = 4;
constexpr qint64 pause = 100; // milliseconds between two messages

} // namespace

BigTeam::BigTeam(QString serverFolder)
    : m_folder(std::move(serverFolder))
    , m_language(1)
    , m_at(SystemClock().utc().count() - qint64(24) * 3600 * 1000)
{
}

QString BigTeam::name() const
{
    return u"person0"_s;
}

QString BigTeam::password() const
{
    return u"correct horse"_s;
}

Result<Done> BigTeam::found(int conversations)
{
    if (sodium_init() < 0)
        return Error{u"server.storage"_s, u"The cryptographic library could not be started."_s};
    const QString hash = server::hashPassword(password());
    return writeInto(m_folder, [&](Records &records) -> Result<Done> {
        for (int i = 0; i < personCount; ++i) {
            const auto user = records.accounts.create({.name = u"person%1"_s.arg(i),
                                                       .displayName = m_language.word() + u' ' + m_language.word(),
                                                       .password = password()},
                                                      hash, m_at);
            if (!user)
                return user.error();
            m_people.append(user.value());
        }
        for (int i = 0; i < conversations; ++i) {
            Conversation wanted{.id = ConversationId(createUuidV7(milliseconds(m_at))),
                                .kind = ConversationKind::Group,
                                .title = m_language.word() + u' ' + m_language.word(),
                                .members = {m_people.first().id},
                                .createdBy = {}};
            while (wanted.members.size() < groupSize) {
                const UserId &member = m_people[m_language.number(1, personCount - 1)].id;
                if (!wanted.members.contains(member))
                    wanted.members.append(member);
            }
            const auto created = records.conversations.create({wanted.members.first(), m_at}, wanted);
            if (!created)
                return created.error();
            m_conversations.append(created.value());
        }
        return Done{};
    });
}

Result<Done> BigTeam::write(int messages, int first)
{
    return writeSome(messages, first, int(m_conversations.size()) - 1);
}

Result<Done> BigTeam::writeIn(int conversation, int messages)
{
    return writeSome(messages, conversation, conversation);
}

Result<Done> BigTeam::writeSome(int messages, int first, int last)
{
    return writeInto(m_folder, [&](Records &records) -> Result<Done> {
        for (int i = 0; i < messages; ++i) {
            const Conversation &conversation = m_conversations[m_language.number(first, last)];
            const UserId &author = conversation.members[m_language.number(0, int(conversation.members.size()) - 1)];
            m_lastText = m_language.text();
            const auto added = records.messages.add({author, m_at}, conversation,
                                                    MessageId(createUuidV7(milliseconds(m_at))), m_lastText, m_at);
            if (!added)
                return added.error();
            m_at += pause;
        }
        return Done{};
    });
}

Result<Done> BigTeam::read()
{
    return writeInto(m_folder, [&](Records &records) -> Result<Done> {
        for (int i = 0; i < m_conversations.size(); ++i) {
            const ConversationId &id = m_conversations[i].id;
            const qint64 number = records.messages.lastNumber(id) - (i % 10 == 0 ? 1 : 0);
            if (number > 0)
                records.reads.move({m_people.first().id, m_at}, id, number);
        }
        return Done{};
    });
}

} // namespace bench
