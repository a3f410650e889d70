// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judge.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <algorithm>

using namespace frontdesk;
using namespace frontdesk::torture;
using namespace Qt::Literals::StringLiterals;

/// The judge of histories finds each promise that is not kept, and nothing where all are.
class JudgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wellIsWell();
    void everyMistakeIsFound_data();
    void everyMistakeIsFound();

private:
    using Mistake = void (*)(Record &);
};

namespace {

const ConversationId place(u"place"_s);
const CommandId renaming(u"renaming"_s);
const CommandId moving(u"moving"_s);
const CommandId waiting(u"waiting"_s);
const QString deal = u"deal:1"_s;

UserId userOf(Computer person)
{
    return UserId(nameOf(person));
}

QVector<Line> &linesOf(Record &record, Computer person)
{
    return record.of(person).state.places[place].lines;
}

/// Three people who have each written two texts, all of which are everywhere; and somebody's text that was refused
/// because they had been removed.
Record wellRecord()
{
    Record record;
    Place all{.title = u"title 1"_s,
              .members = {},
              .labels = {u"label"_s},
              .conflicts = {ConflictId(u"conflict"_s)},
              .lines = {},
              .readUpTo = {}};
    for (const Computer person : people) {
        all.members.insert(userOf(person));
        all.readUpTo.insert(userOf(person), 2);
        record.of(person).user = userOf(person);
        record.of(person).announced = {QVector<MessageId>(), QVector<MessageId>()};
    }
    for (int i = 0; i < 2; ++i)
        for (const Computer person : people) {
            const QString text = textOf(person, i, 0);
            const QString id = u"id of "_s + text;
            all.lines.append({MessageId(id), all.lines.size() + 1, userOf(person), text});
            record.server.asSent.insert(MessageId(id), text);
            record.said.append({person, place, text, Answer::Queued});
            record.of(person).acknowledged.insert(CommandId(id));
            record.server.remembered[userOf(person)].insert(CommandId(id));
            for (const Computer other : people)
                record.of(other).announced.last().append(MessageId(id));
        }
    record.changed.append({Computer::Person1, renaming, u"renames"_s, told(u"title"_s, u"title 1"_s)});
    record.of(Computer::Person1).acknowledged.insert(renaming);
    record.server.told.insert(told(u"title"_s, u"title 1"_s));
    record.changed.append({Computer::Person2, moving, u"moves"_s, told(u"place"_s, u"won"_s)});
    record.of(Computer::Person2).acknowledged.insert(moving);
    record.server.told.insert(told(u"place"_s, u"won"_s));
    record.server.remembered[userOf(Computer::Person2)].insert(moving);
    record.server.cards.insert(deal, {.version = 2,
                                      .fields = {{u"place"_s, u"won"_s}},
                                      .lists = {{u"tags"_s, QJsonArray{u"tag"_s}}},
                                      .conflicts = {ConflictId(u"of the deal"_s)}});
    record.server.additions.insert(deal, 1);
    record.server.changes.insert(deal, 1);
    record.server.remembered[userOf(Computer::Person1)].insert(renaming);
    record.server.epoch = u"epoch"_s;
    record.server.places.insert(place, all);
    for (const Computer person : people) {
        ClientState &state = record.of(person).state;
        state.epoch = u"epoch"_s;
        Place own = all;
        own.readUpTo = {{userOf(person), 2}};
        own.unread = std::count_if(all.lines.begin(), all.lines.end(),
                                   [&](const Line &line) { return line.number > 2 && line.author != userOf(person); });
        state.places.insert(place, own);
        state.cards = record.server.cards;
    }
    // Of a record whose making was refused: it waits for what becomes of that.
    record.changed.append({Computer::Person3, waiting, u"sets a field"_s, told(u"name"_s, u"new"_s)});
    record.of(Computer::Person3).state.stopped.insert(waiting);
    record.of(Computer::Person3).state.waiting = 1;
    const QString refused = textOf(Computer::Person2, 2, 0);
    record.said.append({Computer::Person2, ConversationId(u"other"_s), refused, Answer::Queued});
    PersonRecord &removed = record.of(Computer::Person2);
    removed.wasRemoved = true;
    removed.textsRefused.insert(refused);
    removed.state.refused.append({CommandId(u"refused"_s), u"conversation.unknown"_s, refused});
    removed.state.refusedInLedger = 1;
    return record;
}

} // namespace

void JudgeTest::wellIsWell()
{
    const auto wordsOf = [](const QVector<Broken> &broken) {
        QStringList words;
        for (const Broken &one : broken)
            words.append(one.words);
        return words;
    };
    QCOMPARE(wordsOf(judge(wellRecord())), QStringList());

    Record hidden = wellRecord();
    hidden.hidden = true;
    hidden.server.visibility = u"owner"_s;
    hidden.of(Computer::Person1).seesAll = true;
    hidden.server.cards[deal].fields.insert(u"owner"_s, userOf(Computer::Person2).text());
    for (const Computer person : people)
        hidden.of(person).state.cards = hidden.server.cards;
    hidden.of(Computer::Person3).state.cards.clear();
    hidden.of(Computer::Person2).state.refused.last().code = u"record.unknown"_s;
    QCOMPARE(wordsOf(judge(hidden)), QStringList());

    Record restored = wellRecord();
    restored.restored = true;
    for (const Computer person : people)
        restored.of(person).mustNotice = restored.of(person).noticed = true;
    const QString lost = textOf(Computer::Person1, 2, 0);
    restored.said.append({Computer::Person1, place, lost, Answer::Queued});
    restored.of(Computer::Person1).acknowledged.insert(CommandId(u"lost"_s));
    restored.of(Computer::Person1).state.refused.append({CommandId(u"lost"_s), u"journal.lost"_s, lost});
    restored.of(Computer::Person1).state.refusedInLedger = 1;
    QCOMPARE(wordsOf(judge(restored)), QStringList());
}

void JudgeTest::everyMistakeIsFound_data()
{
    QTest::addColumn<Mistake>("mistake");
    QTest::addColumn<QString>("promise");
    const auto row = [](const char *name, QLatin1String promise, Mistake mistake) {
        QTest::newRow(name) << mistake << QString(promise);
    };
    row("a message is nowhere", promises::nothingLost, [](Record &record) {
        record.said.append({Computer::Person1, place, textOf(Computer::Person1, 2, 0), Answer::Queued});
    });
    row("a client lacks a message", promises::nothingLost,
        [](Record &record) { linesOf(record, Computer::Person2).removeAt(2); });
    row("the server forgot what it had acknowledged", promises::nothingLost,
        [](Record &record) { record.of(Computer::Person3).acknowledged.insert(CommandId(u"forgotten"_s)); });
    row("a change is nowhere", promises::nothingLost,
        [](Record &record) { record.server.remembered[userOf(Computer::Person1)].remove(renaming); });
    row("the journal has a message twice", promises::nothingTwice, [](Record &record) {
        auto &lines = record.server.places[place].lines;
        lines.append({MessageId(u"another"_s), lines.size() + 1, lines.first().author, lines.first().text});
        record.server.asSent.insert(MessageId(u"another"_s), lines.first().text);
    });
    row("a client has a message twice", promises::nothingTwice,
        [](Record &record) { linesOf(record, Computer::Person1).append(linesOf(record, Computer::Person1).first()); });
    row("what has arrived is offered to be sent again", promises::nothingTwice, [](Record &record) {
        ClientState &state = record.of(Computer::Person2).state;
        state.refused.append({CommandId(u"again"_s), u"conversation.unknown"_s, textOf(Computer::Person2, 0, 0)});
        ++state.refusedInLedger;
    });
    row("a message is announced twice", promises::nothingTwice, [](Record &record) {
        auto &life = record.of(Computer::Person1).announced.last();
        life.append(life.first());
    });
    row("the journal has an author's messages in another order", promises::oneOrder, [](Record &record) {
        const auto swap = [](QVector<Line> &lines) {
            std::swap(lines[0].text, lines[3].text);
            std::swap(lines[0].id, lines[3].id);
        };
        swap(record.server.places[place].lines);
        for (const Computer person : people)
            swap(linesOf(record, person));
    });
    row("the journal's numbers have a gap", promises::oneOrder, [](Record &record) {
        ++record.server.places[place].lines.last().number;
        for (const Computer person : people)
            ++linesOf(record, person).last().number;
    });
    row("a client has another order", promises::oneOrder, [](Record &record) {
        auto &lines = linesOf(record, Computer::Person3);
        std::swap(lines[1], lines[2]);
    });
    row("a client has a message too many", promises::allAgree, [](Record &record) {
        linesOf(record, Computer::Person1).append({MessageId(u"x"_s), 7, userOf(Computer::Person1), u"x"_s});
    });
    row("a client has another title", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.places[place].title = u"title 2"_s; });
    row("a title is overwritten unseen", promises::nothingLost,
        [](Record &record) { record.server.told.remove(told(u"title"_s, u"title 1"_s)); });
    row("a client has the text from before an edit", promises::allAgree,
        [](Record &record) { record.server.places[place].lines[1].text = u"edited"_s; });
    row("a client has other labels", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.places[place].labels.clear(); });
    row("a client has closed what is open", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.places[place].closed = true; });
    row("a conflict is not seen", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.places[place].conflicts.clear(); });
    row("a client has other members", promises::allAgree, [](Record &record) {
        record.of(Computer::Person1).state.places[place].members.remove(userOf(Computer::Person3));
    });
    row("a client has another read position", promises::allAgree, [](Record &record) {
        record.of(Computer::Person1).state.places[place].readUpTo[userOf(Computer::Person1)] = 1;
    });
    row("a client counts other unread ones", promises::allAgree,
        [](Record &record) { ++record.of(Computer::Person1).state.places[place].unread; });
    row("a client lacks a conversation", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.places.clear(); });
    row("a client keeps a conversation after being removed", promises::allAgree, [](Record &record) {
        record.server.places[place].members.remove(userOf(Computer::Person2));
        for (const Computer person : people)
            record.of(person).state.places[place].members.remove(userOf(Computer::Person2));
    });
    row("a client has a conversation that the server has not", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.places.insert(ConversationId(u"ghost"_s), {}); });
    row("a move of a deal is overwritten unseen", promises::nothingLost,
        [](Record &record) { record.server.told.remove(told(u"place"_s, u"won"_s)); });
    row("a change of a record is nowhere", promises::nothingLost,
        [](Record &record) { record.server.remembered[userOf(Computer::Person2)].remove(moving); });
    row("what waited is nowhere", promises::nothingLost, [](Record &record) {
        ClientState &state = record.of(Computer::Person3).state;
        state.stopped.clear();
        state.waiting = 0;
    });
    row("a client lacks a record", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.cards.clear(); });
    row("a note is with somebody who does not see what it is about", promises::onlyForThem, [](Record &record) {
        record.server.visibility = u"owner"_s;
        record.server.cards[deal].fields.insert(u"owner"_s, userOf(Computer::Person1).text());
        const Card note{.version = 1, .fields = {{u"about"_s, deal}}, .lists = {}, .conflicts = {}};
        record.server.cards.insert(u"note:1"_s, note);
        record.server.additions.insert(u"note:1"_s, 1);
        for (const Computer person : people)
            record.of(person).state.cards.remove(deal);
        record.of(Computer::Person1).state.cards = record.server.cards;
        record.of(Computer::Person2).state.cards.insert(u"note:1"_s, note);
    });
    row("a client has a record that the server has not", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.cards.insert(u"contact:ghost"_s, {}); });
    row("a client has another value of a record", promises::allAgree,
        [](Record &record) { record.of(Computer::Person3).state.cards[deal].fields.insert(u"place"_s, u"lost"_s); });
    row("a client has an older version of a record", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.cards[deal].version = 1; });
    row("a client keeps a record that is hidden from it", promises::onlyForThem, [](Record &record) {
        record.server.visibility = u"owner"_s;
        for (const Computer person : people)
            record.of(person).state.cards[deal].fields.insert(u"owner"_s, userOf(Computer::Person1).text());
        record.server.cards[deal].fields.insert(u"owner"_s, userOf(Computer::Person1).text());
    });
    row("a client lacks a record of its team", promises::allAgree, [](Record &record) {
        record.server.visibility = u"team"_s;
        record.server.teams = {{userOf(Computer::Person2), userOf(Computer::Person3)}};
        record.server.cards[deal].fields.insert(u"owner"_s, userOf(Computer::Person3).text());
        record.of(Computer::Person1).state.cards.clear();
        record.of(Computer::Person2).state.cards.clear();
        record.of(Computer::Person3).state.cards = record.server.cards;
    });
    row("a record is called unknown that everybody has always seen", promises::trueWords,
        [](Record &record) { record.of(Computer::Person2).state.refused.last().code = u"record.unknown"_s; });
    row("a client has other tags", promises::allAgree,
        [](Record &record) { record.of(Computer::Person1).state.cards[deal].lists = {}; });
    row("a conflict about a record is not seen", promises::allAgree,
        [](Record &record) { record.of(Computer::Person2).state.cards[deal].conflicts.clear(); });
    row("a record is made twice", promises::nothingTwice, [](Record &record) { ++record.server.additions[deal]; });
    row("a change of a record is applied twice", promises::nothingTwice,
        [](Record &record) { ++record.server.changes[deal]; });
    row("a hole", promises::cleanLedger, [](Record &record) { record.of(Computer::Person1).state.holes = 1; });
    row("something waits", promises::cleanLedger,
        [](Record &record) { record.of(Computer::Person1).state.waiting = 1; });
    row("a row that nobody understands", promises::cleanLedger,
        [](Record &record) { record.of(Computer::Person1).state.unknownRows = 1; });
    row("the ledger counts other refused ones", promises::cleanLedger,
        [](Record &record) { record.of(Computer::Person2).state.refusedInLedger = 0; });
    row("another journal", promises::cleanLedger,
        [](Record &record) { record.of(Computer::Person1).state.epoch = u"other"_s; });
    row("a restored server is not noticed", promises::restoreNoticed, [](Record &record) {
        record.restored = true;
        record.of(Computer::Person1).mustNotice = true;
    });
    row("a server is called restored that was not", promises::trueWords,
        [](Record &record) { record.of(Computer::Person1).noticed = true; });
    row("something is called lost without a restored server", promises::trueWords,
        [](Record &record) { record.of(Computer::Person2).state.refused.last().code = u"journal.lost"_s; });
    row("something is refused to a member", promises::trueWords,
        [](Record &record) { record.of(Computer::Person2).wasRemoved = false; });
    row("what could not be kept was sent", promises::trueWords,
        [](Record &record) { record.said.first().answer = Answer::Failed; });
    row("a program ends", promises::noSilentEnd, [](Record &record) { record.wordlessEnds.append(u"crashed"_s); });
}

void JudgeTest::everyMistakeIsFound()
{
    QFETCH(Mistake, mistake);
    QFETCH(QString, promise);
    Record record = wellRecord();
    mistake(record);
    const QVector<Broken> broken = judge(record);
    QStringList found;
    for (const Broken &one : broken) {
        QVERIFY(!one.words.isEmpty());
        found.append(one.promise);
    }
    QVERIFY2(found.contains(promise), qPrintable(found.join(u", "_s)));
}

QTEST_GUILESS_MAIN(JudgeTest)
#include "JudgeTest.moc"
