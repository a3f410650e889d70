// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoTeam.h"

#include "demo/Dialogues.h"
#include "demo/PastRecords.h"

#include <QtCore/QUuid>

#include <algorithm>
#include <map>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 span = 28 * day;    ///< how far back the conversations go
constexpr qint64 settled = 8 * hour; ///< with so much silence behind it nothing was left to say
constexpr int mostLabels = 3;        ///< a group about more than that is about no one thing

enum Who { Lena, Maya, Tomas, Salma, Priya, Elvin, Jonas, Chen, Yui, Jiwoo, Olga, Ana, Noor, Dana, Mira };

/// A conversation, how much has been said in it, how long ago the newest was and how much of it Lena has not read.
struct Outline {
    PlannedConversation conversation;
    int messages = 0;
    qint64 newest = 0; ///< before now
    int unread = 0;
};

Outline direct(Who partner, const QString &language, int messages, qint64 newest, int unread = 0)
{
    return {.conversation = {.kind = ConversationKind::Direct,
                             .title = {},
                             .members = {Lena, partner},
                             .language = language,
                             .topics = {u"direct"_s, u"shipping"_s, u"refunds"_s}},
            .messages = messages,
            .newest = newest,
            .unread = unread};
}

Outline group(const QString &title, QVector<int> members, const QString &language, const QStringList &topics,
              int messages, qint64 newest, int unread = 0)
{
    return {.conversation = {.kind = ConversationKind::Group,
                             .title = title,
                             .members = std::move(members),
                             .language = language,
                             .topics = topics,
                             .labels = topics.size() <= mostLabels ? topics : QStringList()},
            .messages = messages,
            .newest = newest,
            .unread = unread};
}

Outline renamed(Outline outline, const QString &firstTitle)
{
    outline.conversation.firstTitle = firstTitle;
    return outline;
}

QVector<Outline> outlines()
{
    const QVector<int> everybody{Lena, Maya,  Tomas, Salma, Priya, Elvin, Jonas, Chen,
                                 Yui,  Jiwoo, Olga,  Ana,   Noor,  Dana,  Mira};
    return {
        direct(Maya, u"en"_s, 86, 4 * minute),
        direct(Tomas, u"es"_s, 60, 9 * minute, 3),
        renamed(group(u"Refunds EU"_s, {Jonas, Lena, Tomas, Ana, Priya}, u"en"_s, {u"refunds"_s}, 110, 16 * minute, 1),
                u"Returns"_s),
        direct(Salma, u"ar"_s, 52, 34 * minute),
        direct(Priya, u"en"_s, 84, 52 * minute),
        group(u"Front office"_s, everybody, u"en"_s,
              {u"shift"_s, u"team"_s, u"shipping"_s, u"billing"_s, u"technical"_s, u"refunds"_s, u"escalation"_s}, 420,
              75 * minute, 2),
        direct(Jonas, u"de"_s, 120, 2 * hour),
        group(u"Escalations"_s, {Noor, Lena, Maya, Jonas, Priya}, u"en"_s, {u"escalation"_s, u"technical"_s}, 150,
              3 * hour + 20 * minute),
        direct(Yui, u"ja"_s, 50, 5 * hour),
        group(u"Frühschicht Leipzig"_s, {Mira, Lena, Jonas}, u"de"_s, {}, 160, 7 * hour),
        direct(Elvin, u"az"_s, 52, day + hour),
        group(u"Shipping desk"_s, {Maya, Lena, Chen, Tomas, Elvin}, u"en"_s, {u"shipping"_s}, 100, day + 2 * hour, 4),
        direct(Chen, u"zh"_s, 50, day + 5 * hour),
        direct(Mira, u"de"_s, 80, day + 6 * hour),
        group(u"Equipo Iberia"_s, {Tomas, Lena, Ana}, u"es"_s, {u"shift"_s, u"refunds"_s, u"shipping"_s}, 80, 2 * day),
        direct(Ana, u"pt"_s, 54, 2 * day + 3 * hour),
        direct(Noor, u"en"_s, 80, 2 * day + 4 * hour),
        group(u"Billing"_s, {Jonas, Lena, Elvin, Chen}, u"en"_s, {u"billing"_s, u"refunds"_s}, 110, 3 * day),
        direct(Olga, u"ru"_s, 50, 3 * day + 2 * hour),
        group(u"فريق الخليج"_s, {Salma, Lena, Noor}, u"ar"_s, {}, 50, 4 * day),
        direct(Jiwoo, u"ko"_s, 44, 4 * day + 3 * hour),
        group(u"アジア太平洋"_s, {Yui, Lena, Chen, Jiwoo}, u"ja"_s, {}, 50, 5 * day),
        direct(Dana, u"he"_s, 36, 5 * day + hour),
        group(u"Смена «Восток»"_s, {Olga, Lena, Elvin}, u"ru"_s, {}, 56, 6 * day),
        group(u"दिल्ली डेस्क"_s, {Priya, Lena, Noor}, u"hi"_s, {}, 40, 6 * day + 4 * hour),
        group(u"Release notes"_s, {Priya, Lena, Maya, Chen, Yui}, u"en"_s, {u"technical"_s}, 48, 8 * day),
        group(u"Lunch and other plans"_s, {Maya, Lena, Jonas, Mira, Noor}, u"en"_s, {u"team"_s}, 56, 9 * day),
    };
}

/// Threads in an order of their own, each once before any comes again.
class ThreadDeck {
public:
    ThreadDeck(const Dialogues &dialogues, const PlannedConversation &conversation, QRandomGenerator &random)
    {
        for (const Thread &thread : dialogues.threads()) {
            const bool fits = conversation.topics.isEmpty() || conversation.topics.contains(thread.topic);
            if (fits && thread.speakers <= conversation.members.size()) {
                m_threads.append(thread);
            }
        }
        shuffle(0, m_threads.size(), random);
    }

    const Thread &next(QRandomGenerator &random)
    {
        if (m_next == m_threads.size()) {
            // Each half for itself, so that what came last stays away from what comes next.
            shuffle(0, m_threads.size() / 2, random);
            shuffle(m_threads.size() / 2, m_threads.size(), random);
            m_next = 0;
        }
        return m_threads.at(m_next++);
    }

private:
    void shuffle(qsizetype from, qsizetype to, QRandomGenerator &random)
    {
        for (qsizetype i = to - 1; i > from; --i) {
            m_threads.swapItemsAt(i, from + random.bounded(int(i - from + 1)));
        }
    }

    QVector<Thread> m_threads;
    qsizetype m_next = 0;
};

/// As long as one needs to read what came before and to type this.
qint64 pause(const QString &text, QRandomGenerator &random)
{
    return (8 + random.bounded(50)) * second + text.size() * 120;
}

/// The members in a random order: who takes part in a thread.
QVector<int> cast(const QVector<int> &members, QRandomGenerator &random)
{
    QVector<int> order = members;
    for (int i = int(order.size()) - 1; i > 0; --i) {
        order.swapItemsAt(i, random.bounded(i + 1));
    }
    return order;
}

/// One conversation's messages from the newest backwards, threads with breaks between them.
QVector<PlannedMessage> converse(int index, const Outline &outline, const Dialogues &dialogues, qint64 now,
                                 QRandomGenerator &random)
{
    const PlannedConversation &conversation = outline.conversation;
    ThreadDeck deck(dialogues, conversation, random);
    QVector<PlannedMessage> newestFirst;
    qint64 at = now - outline.newest;
    const qint64 oldest = now - span;
    while (newestFirst.size() < outline.messages) {
        const Thread &thread = deck.next(random);
        const auto values = dialogues.choose(random);
        QVector<int> speakers = cast(conversation.members, random);
        const auto speakerOf = [&speakers](const Thread::Line &line) {
            return speakers.at(line.speaker % speakers.size());
        };
        // What Lena has not read is not from her.
        if (newestFirst.isEmpty() && outline.unread > 0 && speakerOf(thread.lines.last()) == Lena) {
            std::rotate(speakers.begin(), speakers.begin() + 1, speakers.end());
        }
        for (auto line = thread.lines.crbegin(); line != thread.lines.crend(); ++line) {
            const QString text = Dialogues::filled(line->text, values);
            newestFirst.append({.conversation = index, .author = speakerOf(*line), .text = text, .at = at});
            at -= pause(text, random);
        }
        // Spread over what is left of the time, more in a row when little is left to say.
        const qsizetype threadsLeft = std::max<qsizetype>(1, (outline.messages - newestFirst.size()) / 5);
        const qint64 room = std::max<qint64>(hour, (at - oldest) / threadsLeft);
        at -= 20 * minute + qint64(random.generateDouble() * 1.6 * double(room));
    }
    std::reverse(newestFirst.begin(), newestFirst.end());
    return newestFirst;
}

/// Closes the conversation where nothing followed for long, unless Lena has yet to read how it ended.
void settle(QVector<PlannedMessage> &said, const Outline &outline, qint64 now)
{
    for (qsizetype i = 0; i < said.size(); ++i) {
        const bool isLast = i + 1 == said.size();
        const qint64 silence = (isLast ? now : said[i + 1].at) - said[i].at;
        said[i].settles = silence >= settled && !(isLast && outline.unread > 0);
    }
}

} // namespace

QVector<Person> people()
{
    return {
        {u"lena"_s, u"Lena Roth"_s, u"en"_s, Role::Admin, false, u"Front office, Leipzig"_s},
        {u"maya"_s, u"Maya Okafor"_s, u"en"_s, Role::Agent, true, u"Shipping, and who to ask about it"_s},
        {u"tomas"_s, u"Tomás Rivera"_s, u"es"_s, Role::Agent, true, u"Devoluciones, Iberia"_s},
        {u"salma"_s, u"سلمى حداد"_s, u"ar"_s, Role::Agent, true, u"فريق الخليج"_s},
        {u"priya"_s, u"Priya Nair"_s, u"en"_s, Role::Agent, true, u"Technical support"_s},
        {u"elvin"_s, u"Elvin Quliyev"_s, u"az"_s, Role::Agent, true, u"Çatdırılma və ödənişlər"_s},
        {u"jonas"_s, u"Jonas Weber"_s, u"de"_s, Role::Admin, true, u"Abrechnung und Erstattungen"_s},
        {u"chen"_s, u"陈伟"_s, u"zh"_s, Role::Agent, false, u"物流与发货"_s},
        {u"yui"_s, u"田中 結衣"_s, u"ja"_s, Role::Agent, true, u"アジア太平洋担当"_s},
        {u"jiwoo"_s, u"김지우"_s, u"ko"_s, Role::Agent, false, u"기술 지원"_s},
        {u"olga"_s, u"Ольга Соколова"_s, u"ru"_s, Role::Agent, false, u"Смена «Восток»"_s},
        {u"ana"_s, u"Ana Souza"_s, u"pt"_s, Role::Agent, false, u"Reembolsos"_s},
        {u"noor"_s, u"Noor Haddad"_s, u"en"_s, Role::Agent, false, u"Escalations, all regions"_s},
        {u"dana"_s, u"דנה לוי"_s, u"he"_s, Role::Agent, false, u"תמיכה טכנית"_s},
        {u"mira"_s, u"Mira Hofer"_s, u"de"_s, Role::Agent, false, u"Frühschicht, Leipzig"_s},
    };
}

TeamPlan planTeam(quint32 seed, qint64 now)
{
    TeamPlan plan;
    plan.seed = seed;
    plan.now = now;
    plan.people = people();
    plan.foundedAt = now - pastSpan - 14 * day;

    std::map<QString, Dialogues> dialogues;
    const QVector<Outline> wanted = outlines();
    for (int index = 0; index < wanted.size(); ++index) {
        const Outline &outline = wanted[index];
        // A stream of its own: a longer conversation changes no other.
        QRandomGenerator random(seed + quint32(index) * 7919U);
        auto known = dialogues.find(outline.conversation.language);
        if (known == dialogues.end()) {
            known =
                dialogues.emplace(outline.conversation.language, Dialogues::load(outline.conversation.language)).first;
        }
        QVector<PlannedMessage> said = converse(index, outline, known->second, now, random);
        settle(said, outline, now);
        plan.conversations.append(outline.conversation);
        plan.conversations.last().createdAt =
            std::min(said.first().at, now - span) - hour - random.bounded(int(10 * hour));

        for (const int member : outline.conversation.members) {
            qint64 lastOwn = 0;
            for (int i = 0; i < said.size(); ++i) {
                lastOwn = said[i].author == member ? i + 1 : lastOwn;
            }
            // Most have read all; somebody is always a little behind. Nobody is behind their own words.
            const int behind = member == Lena ? outline.unread : (random.bounded(4) == 0 ? random.bounded(1, 4) : 0);
            plan.reads.append({.conversation = index,
                               .person = member,
                               .number = std::max<qint64>(lastOwn, said.size() - behind),
                               .at = said.last().at + second});
        }
        plan.messages += said;
    }
    std::stable_sort(plan.messages.begin(), plan.messages.end(),
                     [](const PlannedMessage &a, const PlannedMessage &b) { return a.at < b.at; });
    std::stable_sort(plan.reads.begin(), plan.reads.end(),
                     [](const PlannedRead &a, const PlannedRead &b) { return a.at < b.at; });
    return plan;
}

ConversationId groupId(const QString &title)
{
    const QUuid nameSpace(u"9c1f5d1e-8a53-4d0b-9a55-7c0d2f6c6a41"_s);
    QString id = QUuid::createUuidV5(nameSpace, title).toString(QUuid::WithoutBraces);
    id[14] = u'8'; // version 5 is of direct conversations
    return ConversationId(id);
}

QString password()
{
    return u"looking around"_s;
}

} // namespace frontdesk::demo
