// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Customers.h"
#include "demo/DemoTeam.h"
#include "demo/Dialogues.h"
#include "demo/RecordWork.h"
#include "domain/Command.h"
#include "domain/Event.h"

#include <map>
#include <variant>

/// What the simulated colleagues of the demo do, and when. Without I/O: from what they see and the time to deeds; the
/// same seed and the same events give the same deeds.
namespace frontdesk::demo {

struct ShowTyping {
    ConversationId conversation;
    bool typing = false;
};
struct Say {
    ConversationId conversation;
    QString text;
};
struct Read {
    ConversationId conversation;
    qint64 number = 0;
};
struct ShowPresence {
    Presence presence = Presence::Online;
};
struct GoHome {};
struct ComeIn {};
struct FoundGroup {
    CreateConversation group;
};
struct WriteRecord {
    CommandBody body; ///< CreateRecord or ChangeRecord
};
using Act = std::variant<ShowTyping, Say, Read, ShowPresence, GoHome, ComeIn, FoundGroup, WriteRecord>;

struct Deed {
    int colleague = 0; ///< index among the colleagues
    Act act;
};

class Office {
public:
    /// `visitor`: the name of the person who looks around; they are answered. `now`: milliseconds that only grow, as in
    /// all that follows.
    Office(const QVector<Person> &colleagues, QString visitor, quint32 seed, qint64 now);

    void meets(const QVector<User> &users);
    /// A conversation and the number of the last message that needs no answer any more.
    void sees(const Conversation &conversation, qint64 number);
    void knows(const RecordState &record);
    void changes(const RecordChanged &change);
    /// A message, from however many of the colleagues that hear it.
    void hears(const Message &message, qint64 now);

    void arrived(int colleague);
    void left(int colleague);

    /// What is to be done by now, in order.
    QVector<Deed> due(qint64 now);
    /// When to ask again.
    [[nodiscard]] qint64 nextAt() const;

private:
    struct Desk {
        Person person;
        UserId id;
        bool there = false;
        Presence presence = Presence::Online;
        qint64 busyUntil = 0;
        qint64 answersUntil = 0; ///< with answers to the visitor
        QString lastAnswer;
        bool awaitsVisitor = false; ///< has written to the visitor by themself and not been answered
    };

    [[nodiscard]] int between(int least, int most) { return m_random.bounded(least, most + 1); }
    [[nodiscard]] const Dialogues &dialogues(const QString &language);
    [[nodiscard]] const Market &market(const QString &language);
    [[nodiscard]] QString languageOf(const Conversation &conversation) const;
    [[nodiscard]] QVector<int> membersThere(const Conversation &conversation) const;
    void answer(int colleague, const Conversation &conversation, const QString &text, qint64 at);
    /// Types for as long as the text takes, then says it; the time when it is said.
    qint64 write(int colleague, const ConversationId &conversation, const QString &text, qint64 at);
    /// Typing signs from `begin` on, then the text. Returns when it is sent.
    qint64 type(int colleague, const ConversationId &conversation, const QString &text, qint64 begin);
    void beginThread(qint64 now);
    void beginGroup(qint64 now);
    void writeToVisitor(int colleague, qint64 now);
    qint64 play(const Thread &thread, const Conversation &conversation, QVector<int> cast, qint64 at);
    void move(qint64 now);
    void workOnRecords(qint64 now);

    QVector<Desk> m_desks;
    QString m_visitorName;
    UserId m_visitor;
    QRandomGenerator m_random;
    QRandomGenerator m_workRandom; ///< of its own: records change nothing about conversations
    RecordWork m_work;
    std::map<QString, Market> m_markets;
    std::map<QString, Dialogues> m_dialogues;
    QHash<ConversationId, Conversation> m_conversations;
    QHash<ConversationId, qint64> m_heard; ///< number of the last message that was heard
    std::multimap<qint64, Deed> m_agenda;
    qint64 m_nextThread = 0;
    qint64 m_nextMove = 0;
    qint64 m_nextWork = 0;
    std::optional<qint64> m_nextGroup;
};

} // namespace frontdesk::demo
