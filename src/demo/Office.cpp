// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Office.h"

#include <algorithm>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

// Milliseconds.
constexpr qint64 typingSign = 2'000;
constexpr qint64 firstThread = 6'000;
constexpr qint64 firstMove = 20'000;
constexpr qint64 firstGroup = 75'000;
constexpr qint64 firstWork = 14'000;
constexpr int fewestThere = 4;
const QString weekend = u"Weekend cover"_s;

qint64 timeToType(const QString &text)
{
    return std::clamp<qint64>(600 + text.size() * 55, 1'500, 6'000);
}

} // namespace

Office::Office(const QVector<Person> &colleagues, QString visitor, quint32 seed, qint64 now)
    : m_visitorName(std::move(visitor))
    , m_random(seed)
    , m_workRandom(seed + 1)
    , m_nextThread(now + firstThread)
    , m_nextMove(now + firstMove)
    , m_nextWork(now + firstWork)
    , m_nextGroup(now + firstGroup)
{
    for (const Person &person : colleagues) {
        m_desks.append(Desk{.person = person, .id = {}, .lastAnswer = {}});
    }
}

void Office::meets(const QVector<User> &users)
{
    for (const User &user : users) {
        if (user.name == m_visitorName) {
            m_visitor = user.id;
            m_work.leaveTo(user.id);
        }
        for (Desk &desk : m_desks) {
            if (desk.person.name == user.name) {
                desk.id = user.id;
            }
        }
    }
}

void Office::sees(const Conversation &conversation, qint64 number)
{
    m_conversations.insert(conversation.id, conversation);
    qint64 &heard = m_heard[conversation.id];
    heard = std::max(heard, number);
}

void Office::knows(const RecordState &record)
{
    m_work.knows(record);
}

void Office::changes(const RecordChanged &change)
{
    m_work.changes(change);
    const auto found = change.record.kind == RecordKind::Conversation
                           ? m_conversations.find(ConversationId(change.record.id))
                           : m_conversations.end();
    if (found == m_conversations.end()) {
        return;
    }
    const ListChange members = change.lists.value(fields::members);
    for (const QString &user : members.add) {
        if (!found->members.contains(UserId(user))) {
            found->members.append(UserId(user));
        }
    }
    for (const QString &user : members.remove) {
        found->members.removeAll(UserId(user));
    }
}

void Office::arrived(int colleague)
{
    m_desks[colleague].there = true;
    m_desks[colleague].presence = Presence::Online;
}

void Office::left(int colleague)
{
    m_desks[colleague].there = false;
}

const Dialogues &Office::dialogues(const QString &language)
{
    auto found = m_dialogues.find(language);
    if (found == m_dialogues.end()) {
        found = m_dialogues.emplace(language, Dialogues::load(language)).first;
    }
    return found->second;
}

const Market &Office::market(const QString &language)
{
    auto found = m_markets.find(language);
    if (found == m_markets.end()) {
        found = m_markets.emplace(language, Market::load(language)).first;
    }
    return found->second;
}

/// A direct conversation is in the colleague's language, a group in that of most of its members' work: what its first
/// member speaks if all do, else English.
QString Office::languageOf(const Conversation &conversation) const
{
    QString language;
    for (const Desk &desk : m_desks) {
        if (conversation.members.contains(desk.id)) {
            if (!language.isEmpty() && language != desk.person.language) {
                return u"en"_s;
            }
            language = desk.person.language;
        }
    }
    return language.isEmpty() ? u"en"_s : language;
}

QVector<int> Office::membersThere(const Conversation &conversation) const
{
    QVector<int> there;
    for (int index = 0; index < m_desks.size(); ++index) {
        if (m_desks[index].there && conversation.members.contains(m_desks[index].id)) {
            there.append(index);
        }
    }
    return there;
}

void Office::hears(const Message &message, qint64 now)
{
    qint64 &heard = m_heard[message.conversation];
    const auto found = m_conversations.constFind(message.conversation);
    if (message.number <= heard || found == m_conversations.cend()) {
        return;
    }
    heard = message.number;
    const Conversation &conversation = *found;
    QVector<int> there = membersThere(conversation);
    for (const int colleague : std::as_const(there)) {
        if (m_desks[colleague].id != message.author) {
            m_agenda.emplace(now + between(900, 4'000), Deed{colleague, Read{message.conversation, message.number}});
        }
    }
    if (message.author != m_visitor || there.isEmpty()) {
        return;
    }
    for (const int colleague : std::as_const(there)) {
        m_desks[colleague].awaitsVisitor = false;
    }
    const int first = there.takeAt(m_random.bounded(int(there.size())));
    answer(first, conversation, message.text, now + between(700, 2'000));
    if (!there.isEmpty() && m_random.bounded(10) < 3) {
        answer(there.at(m_random.bounded(int(there.size()))), conversation, message.text, now + between(4'000, 7'000));
    }
}

void Office::answer(int colleague, const Conversation &conversation, const QString &text, qint64 at)
{
    const Dialogues &spoken = dialogues(languageOf(conversation));
    QStringList answers = spoken.answers(kindOf(text));
    if (answers.isEmpty()) {
        answers = spoken.answers(u"other"_s);
    }
    if (answers.size() > 1) {
        answers.removeAll(m_desks[colleague].lastAnswer);
    }
    if (answers.isEmpty()) {
        return;
    }
    const QString chosen = answers.at(m_random.bounded(int(answers.size())));
    m_desks[colleague].lastAnswer = chosen;
    // The visitor does not wait until what the colleagues have planned among themselves is over.
    Desk &desk = m_desks[colleague];
    desk.answersUntil = type(colleague, conversation.id, chosen, std::max(at, desk.answersUntil));
    desk.busyUntil = std::max(desk.busyUntil, desk.answersUntil);
}

qint64 Office::write(int colleague, const ConversationId &conversation, const QString &text, qint64 at)
{
    Desk &desk = m_desks[colleague];
    const qint64 end = type(colleague, conversation, text, std::max(at, desk.busyUntil));
    desk.busyUntil = end + 500;
    return end;
}

qint64 Office::type(int colleague, const ConversationId &conversation, const QString &text, qint64 begin)
{
    const qint64 end = begin + timeToType(text);
    for (qint64 sign = begin; sign < end; sign += typingSign) {
        m_agenda.emplace(sign, Deed{colleague, ShowTyping{conversation, true}});
    }
    m_agenda.emplace(end, Deed{colleague, ShowTyping{conversation, false}});
    m_agenda.emplace(end, Deed{colleague, Say{conversation, text}});
    return end;
}

qint64 Office::play(const Thread &thread, const Conversation &conversation, QVector<int> cast, qint64 at)
{
    const auto values = dialogues(languageOf(conversation)).choose(m_random);
    for (int i = int(cast.size()) - 1; i > 0; --i) {
        cast.swapItemsAt(i, m_random.bounded(i + 1));
    }
    for (const Thread::Line &line : thread.lines) {
        at = write(cast.at(line.speaker % cast.size()), conversation.id, Dialogues::filled(line.text, values), at) +
             between(1'500, 5'000);
    }
    return at;
}

void Office::beginThread(qint64 now)
{
    m_nextThread = now + between(20'000, 50'000);
    QVector<int> there;
    for (int index = 0; index < m_desks.size(); ++index) {
        if (m_desks[index].there && m_desks[index].busyUntil <= now) {
            there.append(index);
        }
    }
    if (there.isEmpty()) {
        return;
    }
    if (m_random.bounded(3) == 0) {
        writeToVisitor(there.at(m_random.bounded(int(there.size()))), now);
        return;
    }
    // Among themselves, in a group that the visitor sees too; by id, because a hash has no order of its own.
    QVector<Conversation> groups;
    for (const Conversation &conversation : std::as_const(m_conversations)) {
        if (conversation.kind == ConversationKind::Group && conversation.members.contains(m_visitor) &&
            membersThere(conversation).size() > 1) {
            groups.append(conversation);
        }
    }
    if (groups.isEmpty()) {
        return;
    }
    std::sort(groups.begin(), groups.end(), [](const Conversation &a, const Conversation &b) { return a.id < b.id; });
    const Conversation group = groups.at(m_random.bounded(int(groups.size())));
    const QVector<int> cast = membersThere(group);
    QVector<Thread> threads;
    for (const Thread &thread : dialogues(languageOf(group)).threads()) {
        if (thread.speakers <= cast.size() && thread.topic != "direct"_L1 && thread.topic != "founding"_L1) {
            threads.append(thread);
        }
    }
    if (!threads.isEmpty()) {
        m_nextThread =
            play(threads.at(m_random.bounded(int(threads.size()))), group, cast, now) + between(10'000, 35'000);
    }
}

void Office::writeToVisitor(int colleague, qint64 now)
{
    Desk &desk = m_desks[colleague];
    const ConversationId conversation = directConversationId(desk.id, m_visitor);
    if (desk.awaitsVisitor || !m_conversations.contains(conversation)) {
        return;
    }
    const Dialogues &own = dialogues(desk.person.language);
    QVector<Thread> openings;
    for (const Thread &thread : own.threads()) {
        if (thread.topic == "direct"_L1) {
            openings.append(thread);
        }
    }
    if (!openings.isEmpty()) {
        desk.awaitsVisitor = true;
        write(colleague, conversation,
              Dialogues::filled(openings.at(m_random.bounded(int(openings.size()))).lines.first().text,
                                own.choose(m_random)),
              now);
    }
}

/// Once in the life of a demo folder somebody opens a new group, so that the feed has more than messages.
void Office::beginGroup(qint64 now)
{
    m_nextGroup.reset();
    QVector<int> there;
    for (int index = 0; index < m_desks.size(); ++index) {
        if (m_desks[index].there) {
            there.append(index);
        }
    }
    if (there.size() < 2 || m_visitor.isEmpty() || m_conversations.contains(groupId(weekend))) {
        return;
    }
    const int founder = there.at(0);
    const int second = there.at(1);
    const CreateConversation group{.conversation = groupId(weekend),
                                   .kind = ConversationKind::Group,
                                   .title = weekend,
                                   .members = {m_desks[founder].id, m_desks[second].id, m_visitor}};
    m_agenda.emplace(now, Deed{founder, FoundGroup{group}});
    qint64 at = now + 1'500;
    for (const Thread &thread : dialogues(u"en"_s).threads()) {
        if (thread.topic == "founding"_L1) {
            for (const Thread::Line &line : thread.lines) {
                at = write(line.speaker == 0 ? founder : second, group.conversation, line.text, at) +
                     between(1'000, 2'500);
            }
        }
    }
}

/// Somebody comes back, steps away, wants quiet or goes home for a while.
void Office::move(qint64 now)
{
    m_nextMove = now + between(20'000, 55'000);
    QVector<int> free;
    qsizetype there = 0;
    for (int index = 0; index < m_desks.size(); ++index) {
        there += m_desks[index].there ? 1 : 0;
        if (m_desks[index].there && m_desks[index].busyUntil <= now) {
            free.append(index);
        }
    }
    if (free.isEmpty()) {
        return;
    }
    const int colleague = free.at(m_random.bounded(int(free.size())));
    Desk &desk = m_desks[colleague];
    const int chance = m_random.bounded(100);
    if (desk.presence != Presence::Online) {
        desk.presence = Presence::Online;
    } else if (chance < 35 && there > fewestThere) {
        m_agenda.emplace(now, Deed{colleague, GoHome{}});
        m_agenda.emplace(now + between(20'000, 60'000), Deed{colleague, ComeIn{}});
        return;
    } else {
        desk.presence = chance < 75 ? Presence::Away : Presence::DoNotDisturb;
    }
    m_agenda.emplace(now, Deed{colleague, ShowPresence{desk.presence}});
}

/// Somebody who is there sees to a customer.
void Office::workOnRecords(qint64 now)
{
    m_nextWork = now + m_workRandom.bounded(12'000, 30'000);
    QVector<int> free;
    for (int index = 0; index < m_desks.size(); ++index) {
        if (m_desks[index].there && m_desks[index].busyUntil <= now) {
            free.append(index);
        }
    }
    if (free.isEmpty()) {
        return;
    }
    const int colleague = free.at(m_workRandom.bounded(int(free.size())));
    const Desk &desk = m_desks[colleague];
    if (auto body = m_work.next(desk.id, market(desk.person.language), m_workRandom)) {
        m_agenda.emplace(now, Deed{colleague, WriteRecord{*std::move(body)}});
    }
}

QVector<Deed> Office::due(qint64 now)
{
    if (now >= m_nextThread) {
        beginThread(now);
    }
    if (now >= m_nextMove) {
        move(now);
    }
    if (m_nextGroup && now >= *m_nextGroup) {
        beginGroup(now);
    }
    if (now >= m_nextWork) {
        workOnRecords(now);
    }
    QVector<Deed> deeds;
    while (!m_agenda.empty() && m_agenda.begin()->first <= now) {
        const Deed deed = m_agenda.extract(m_agenda.begin()).mapped();
        // Who has gone home meanwhile says nothing more.
        if (m_desks[deed.colleague].there || std::holds_alternative<ComeIn>(deed.act)) {
            deeds.append(deed);
        }
    }
    return deeds;
}

qint64 Office::nextAt() const
{
    qint64 next = std::min({m_nextThread, m_nextMove, m_nextWork});
    if (m_nextGroup) {
        next = std::min(next, *m_nextGroup);
    }
    return m_agenda.empty() ? next : std::min(next, m_agenda.begin()->first);
}

} // namespace frontdesk::demo
