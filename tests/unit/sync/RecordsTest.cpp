// SPDX-License-Identifier: GPL-3.0-or-later
#include "BesideTheClient.h"
#include "Desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using connection::State;

/// Changes of records, edits and own values over the real server, made side by side and without a connection.
class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theSameFieldChangedTwiceIsAConflictForBoth();
    void aConflictIsDecidedWithoutAConnection();
    void whatDoesNotMeetIsMerged();
    void ownChangesWithoutAConnectionAreNoConflict();
    void aDialogThatWasOpenForLongOverwritesNothing();
    void theProfileIsChangedAsARecord();
    void anEditReachesEverybody();
    void anEditOfAnUnsentMessageFollowsIt();
    void aRefusedMessageIsReplacedByABetterOne();
    void devicesShareOwnValues();
    void anOwnValueOfUnknownFateGivesWayToANewerOne();
    void changesThatTheServerLostAreOfferedAgain();
    void anOutboxThatCannotBeReadIsNotAnEmptyOne();
    void changesThatSawALostVersionOverwriteNothing();

private:
    [[nodiscard]] std::unique_ptr<Client> connected(const User &user) const
    {
        auto client = std::make_unique<Client>(m_desk->url(), m_desk->token(user.name));
        client->connectAndCatchUp();
        return client;
    }
    /// A group of both that both know.
    ConversationId group(Client &ada, Client &ben) const
    {
        const ConversationId id = ada.makeGroup(u"Before"_s, {m_ben.id});
        [&] { QTRY_VERIFY(ben.knows(id) && ada.knows(id) && !ada.summary(id)->pending); }();
        return id;
    }
    void backUp()
    {
        m_desk->stop();
        m_desk->keepBackup();
        m_desk->startAgain();
    }
    void goBackToTheBackup()
    {
        m_desk->stop();
        m_desk->restoreBackup();
        m_desk->startAgain();
    }
    static void goOffline(Client &client)
    {
        client.session->goOffline();
        client.becomes(State::Offline);
    }
    static QString title(const Client &client, const ConversationId &id)
    {
        return client.summary(id)->conversation.title;
    }
    static QVector<Conflict> conflicts(const Client &client) { return valueOf(client.store().conflicts()); }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
};

void RecordsTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(u"ada"_s);
    m_ben = m_desk->add(u"ben"_s);
}

void RecordsTest::theSameFieldChangedTwiceIsAConflictForBoth()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    goOffline(*ben);
    ben->submit(renameConversation(id, u"Ben's"_s));
    QTRY_COMPARE(title(*ben, id), u"Ben's"_s); // at once, over what the cache has
    ada->submit(renameConversation(id, u"Ada's"_s));
    ada->settle();
    ben->connectAndCatchUp();
    ben->settle();

    for (const Client *client : {ada.get(), ben.get()}) {
        QTRY_COMPARE(conflicts(*client).size(), 1);
        QCOMPARE(title(*client, id), u"Ada's"_s);
        const Conflict conflict = conflicts(*client).first();
        QCOMPARE(conflict.record, recordOf(id));
        QCOMPARE(conflict.wanted.value, QJsonValue(u"Ben's"_s));
        QCOMPARE(conflict.wanted.by, m_ben.id);
        QCOMPARE(conflict.kept.value, QJsonValue(u"Ada's"_s));
        QCOMPARE(conflict.kept.by, m_ada.id);
        QCOMPARE(conflict.before, QJsonValue(u"Before"_s));
    }
    ChangeRecord decision = renameConversation(id, u"Both's"_s);
    decision.resolves = conflicts(*ada).first().id;
    ada->submit(decision);
    for (const Client *client : {ada.get(), ben.get()}) {
        QTRY_COMPARE(title(*client, id), u"Both's"_s);
        QTRY_VERIFY(conflicts(*client).isEmpty());
    }
    // One that comes later sees nothing of it.
    const auto late = connected(m_ben);
    QVERIFY(conflicts(*late).isEmpty());
}

void RecordsTest::aConflictIsDecidedWithoutAConnection()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    goOffline(*ben);
    ben->submit(renameConversation(id, u"Ben's"_s));
    ada->submit(renameConversation(id, u"Ada's"_s));
    ada->settle();
    ben->connectAndCatchUp();
    QTRY_COMPARE(conflicts(*ben).size(), 1);
    goOffline(*ben);
    // To keep what is there: nothing is set.
    ChangeRecord decision{
        .record = recordOf(id), .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = conflicts(*ben).first().id};
    ben->submit(decision);
    QTRY_VERIFY(conflicts(*ben).isEmpty());
    QTRY_COMPARE(conflicts(*ada).size(), 1);
    ben->connectAndCatchUp();
    QTRY_VERIFY(conflicts(*ada).isEmpty());
    QCOMPARE(title(*ada, id), u"Ada's"_s);
}

void RecordsTest::whatDoesNotMeetIsMerged()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    goOffline(*ben);
    ben->submit(changeLabels(id, {u"vip"_s, u"late"_s}, {}));
    ada->submit(renameConversation(id, u"Ada's"_s));
    ada->submit(changeLabels(id, {u"berlin"_s}, {u"late"_s}));
    ada->settle();
    ben->connectAndCatchUp();
    ben->settle();
    for (const Client *client : {ada.get(), ben.get()}) {
        QTRY_COMPARE(client->summary(id)->conversation.labels, (QStringList{u"berlin"_s, u"late"_s, u"vip"_s}));
        QCOMPARE(title(*client, id), u"Ada's"_s);
        QVERIFY(conflicts(*client).isEmpty());
    }
}

void RecordsTest::ownChangesWithoutAConnectionAreNoConflict()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId known = group(*ada, *ben);
    goOffline(*ada);
    const ConversationId fresh = ada->makeGroup(u"Made"_s, {m_ben.id});
    for (const ConversationId &id : {known, fresh})
        for (const QString &name : {u"First"_s, u"Second"_s, u"Third"_s})
            ada->submit(renameConversation(id, name));
    ada->connectAndCatchUp();
    for (const ConversationId &id : {known, fresh}) {
        QTRY_VERIFY(ben->knows(id));
        QTRY_COMPARE(title(*ben, id), u"Third"_s);
    }
    QTRY_COMPARE(ada->waiting(), 0);
    QVERIFY(conflicts(*ada).isEmpty() && ada->refused.isEmpty());
}

void RecordsTest::aDialogThatWasOpenForLongOverwritesNothing()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    ChangeRecord dialog = renameConversation(id, u"Typed for long"_s);
    dialog.basis.version = ada->summary(id)->conversation.version;
    dialog.was = {{fields::title, u"Before"_s}};
    ben->submit(renameConversation(id, u"Meanwhile"_s));
    QTRY_COMPARE(title(*ada, id), u"Meanwhile"_s);
    ada->submit(dialog);
    ada->settle();
    QTRY_COMPARE(conflicts(*ada).size(), 1);
    QCOMPARE(conflicts(*ada).first().before, QJsonValue(u"Before"_s));
    QCOMPARE(title(*ada, id), u"Meanwhile"_s);
}

void RecordsTest::theProfileIsChangedAsARecord()
{
    const auto desktop = connected(m_ada);
    const auto laptop = connected(m_ada);
    const auto ben = connected(m_ben);
    const auto profile = [&](const QJsonObject &set) {
        return ChangeRecord{
            .record = recordOf(m_ada.id), .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}};
    };
    const auto seenBy = [&](const Client &client) {
        for (const User &user : valueOf(client.store().users()))
            if (user.id == m_ada.id)
                return user;
        return User();
    };
    goOffline(*laptop);
    laptop->submit(profile({{fields::displayName, u"Ada on the train"_s}, {fields::about, u"Nights"_s}}));
    QTRY_COMPARE(seenBy(*laptop).displayName, u"Ada on the train"_s);
    desktop->submit(profile({{fields::displayName, u"Ada at her desk"_s}}));
    QTRY_COMPARE(seenBy(*ben).displayName, u"Ada at her desk"_s);
    laptop->connectAndCatchUp();
    for (const Client *client : {desktop.get(), laptop.get(), ben.get()}) {
        QTRY_COMPARE(seenBy(*client).about, u"Nights"_s); // the other field is taken
        QTRY_COMPARE(seenBy(*client).displayName, u"Ada at her desk"_s);
        QTRY_COMPARE(conflicts(*client).size(), 1);
    }
    QCOMPARE(seenBy(*laptop), seenBy(*desktop));
    // A client that begins anew is told of it too.
    const auto late = connected(m_ada);
    QCOMPARE(conflicts(*late), conflicts(*desktop));
    QCOMPARE(seenBy(*late), seenBy(*desktop));
}

void RecordsTest::anEditReachesEverybody()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    const CommandId message = ada->say(id, u"Tpyo"_s);
    QTRY_COMPARE(ben->texts(id), QStringList{u"Tpyo"_s});
    goOffline(*ben);
    ada->submit(EditMessage{id, message, u"Typo"_s});
    QTRY_COMPARE(ada->texts(id), QStringList{u"Typo"_s});
    ben->connectAndCatchUp();
    QTRY_COMPARE(ben->texts(id), QStringList{u"Typo"_s});
    QCOMPARE(valueOf(ben->store().message(message)), valueOf(ada->store().message(message)));
    QVERIFY(valueOf(ben->store().message(message))->editSeq > 0);

    ben->submit(EditMessage{id, message, u"Not mine"_s});
    QTRY_COMPARE(ben->refused.size(), 1);
    QCOMPARE(ben->refused.first().second.code, u"message.foreign"_s);
    QCOMPARE(ben->texts(id), QStringList{u"Typo"_s});
    const auto late = connected(m_ben);
    QCOMPARE(valueOf(late->store().message(message)), valueOf(ada->store().message(message)));
}

void RecordsTest::anEditOfAnUnsentMessageFollowsIt()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    goOffline(*ada);
    const CommandId message = ada->say(id, u"First"_s);
    ada->submit(EditMessage{id, message, u"Second"_s});
    ada->say(id, u"Next"_s);
    ada->connectAndCatchUp();
    QTRY_COMPARE(ben->texts(id), (QStringList{u"Second"_s, u"Next"_s}));
    QTRY_COMPARE(ada->waiting(), 0);
}

void RecordsTest::aRefusedMessageIsReplacedByABetterOne()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    goOffline(*ada);
    const CommandId tooLong = ada->say(id, QString(limits::messageText + 1, u'x'));
    const CommandId edit = ada->submit(EditMessage{id, tooLong, u"Edited"_s});
    ada->say(id, u"goes on"_s);
    ada->connectAndCatchUp();
    QTRY_COMPARE(ada->refused.size(), 1);
    QTRY_COMPARE(ben->texts(id), QStringList{u"goes on"_s});
    QTRY_COMPARE(ada->waiting(), 2); // the edit waits for its message

    const CommandId shorter = ada->session->replace(tooLong, SendMessage{id, u"Shorter"_s});
    QTRY_COMPARE(ada->waiting(), 0);
    QTRY_COMPARE(ben->texts(id), (QStringList{u"goes on"_s, u"Edited"_s}));
    QTRY_VERIFY(ada->answered.contains(shorter) && ada->answered.contains(edit));
    QCOMPARE(valueOf(ben->store().messages(id, {}, 10)).messages.last().id, shorter);
    QCOMPARE(ada->refused.size(), 1);

    const CommandId gone = ada->session->replace(tooLong, SendMessage{id, u"Again"_s});
    QTRY_COMPARE(ada->failed.size(), 1);
    QCOMPARE(ada->failed.first().code, u"command.gone"_s);
    QCOMPARE(ada->failed.first().detail["command"_L1].toString(), gone.text());
}

void RecordsTest::devicesShareOwnValues()
{
    const auto desktop = connected(m_ada);
    const auto laptop = connected(m_ada);
    const auto ben = connected(m_ben);
    const QString sound = ownSettingKey(u"sound"_s);
    const QString theme = ownSettingKey(u"theme"_s);
    goOffline(*laptop);
    for (int value = 0; value < 5; ++value)
        laptop->submit(SetOwnValue{sound, value});
    QTRY_COMPARE(laptop->waiting(), 1); // only the newest
    desktop->submit(SetOwnValue{theme, QJsonObject{{u"name"_s, u"dark"_s}}});
    desktop->submit(SetOwnValue{sound, u"old"_s});
    desktop->settle();
    laptop->connectAndCatchUp();
    const QHash<QString, QJsonValue> both{{sound, 4}, {theme, QJsonObject{{u"name"_s, u"dark"_s}}}};
    for (const Client *client : {desktop.get(), laptop.get()})
        QTRY_COMPARE(valueOf(client->store().ownValues()), both);
    const auto late = connected(m_ada);
    QCOMPARE(valueOf(late->store().ownValues()), both);
    late->submit(SetOwnValue{theme, QJsonValue::Null});
    QTRY_COMPARE(valueOf(desktop->store().ownValues()).keys(), QStringList{sound});
    QVERIFY(valueOf(ben->store().ownValues()).isEmpty());
}

void RecordsTest::anOwnValueOfUnknownFateGivesWayToANewerOne()
{
    const auto ada = connected(m_ada);
    goOffline(*ada);
    const QString sound = ownSettingKey(u"sound"_s);
    ada->submit(SetOwnValue{sound, u"older"_s});
    QTRY_COMPARE(ada->waiting(), 1);
    QVERIFY(valueOf(ada->store().markSending(
        {valueOf(ada->store().pending()).first().command}))); // as if the connection had gone in between
    ada->submit(SetOwnValue{sound, u"newer"_s});
    QTRY_COMPARE(ada->waiting(), 2);
    ada->close();
    ada->open(m_desk->url());
    ada->connectAndCatchUp();
    QTRY_COMPARE(ada->waiting(), 0);
    QCOMPARE(valueOf(ada->store().ownValues()), (QHash<QString, QJsonValue>{{sound, u"newer"_s}}));
}

void RecordsTest::changesThatTheServerLostAreOfferedAgain()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    const CommandId kept = ada->say(id, u"Kept"_s);
    ada->settle();
    ben->close();
    backUp();
    ada->session->connectNow();
    ada->becomes(State::Online);
    const CommandId renaming = ada->submit(renameConversation(id, u"After"_s));
    const CommandId editing = ada->submit(EditMessage{id, kept, u"Kept, better"_s});
    const CommandId lost = ada->say(id, u"Lost"_s);
    const CommandId editOfLost = ada->submit(EditMessage{id, lost, u"Lost, better"_s});
    ada->settle();
    goOffline(*ada); // or it would be back by itself, and be cut by what is asked for below

    goBackToTheBackup();
    ada->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(ada->refused.size(), 3, 20'000);
    QSet<CommandId> offered;
    for (const auto &[command, reason] : std::as_const(ada->refused)) {
        QCOMPARE(reason.code, u"journal.lost"_s);
        offered.insert(command);
    }
    QCOMPARE(offered, (QSet<CommandId>{renaming, editing, lost}));
    ada->becomes(State::Online);
    QCOMPARE(ada->texts(id), QStringList{u"Kept"_s});
    QCOMPARE(title(*ada, id), u"Before"_s);
    QCOMPARE(ada->waiting(), 4);
    QCOMPARE(valueOf(ada->store().pending(editOfLost))->state, Delivery::Queued);

    for (const CommandId &command : {renaming, editing, lost})
        ada->session->retry(command);
    QTRY_COMPARE(ada->waiting(), 0);
    QTRY_COMPARE(ada->texts(id), (QStringList{u"Kept, better"_s, u"Lost, better"_s}));
    QCOMPARE(title(*ada, id), u"After"_s);
    QVERIFY(conflicts(*ada).isEmpty());
}

void RecordsTest::anOutboxThatCannotBeReadIsNotAnEmptyOne()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    ada->settle();
    ben->close();
    backUp();
    ada->session->connectNow();
    ada->becomes(State::Online);
    const CommandId lost = ada->say(id, u"Lost"_s);
    ada->settle();
    goOffline(*ada);
    goBackToTheBackup();

    runOn(ada->outboxFile(), {u"ALTER TABLE settled RENAME TO away"_s});
    ada->session->connectNow();
    const auto couldNotRead = [&] {
        return std::any_of(ada->failed.cbegin(), ada->failed.cend(),
                           [](const Error &error) { return error.code.startsWith("storage."_L1); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(couldNotRead(), 20'000);
    QVERIFY(ada->refused.isEmpty());

    runOn(ada->outboxFile(), {u"ALTER TABLE away RENAME TO settled"_s});
    ada->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(ada->refused.size(), 1, 20'000);
    QCOMPARE(ada->refused.constBegin()->first, lost);
    ada->becomes(State::Online);
}

void RecordsTest::changesThatSawALostVersionOverwriteNothing()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const ConversationId id = group(*ada, *ben);
    ada->settle();
    backUp();
    for (Client *client : {ada.get(), ben.get()}) {
        client->session->connectNow();
        client->becomes(State::Online);
    }
    ben->submit(renameConversation(id, u"Lost"_s));
    QTRY_COMPARE(title(*ada, id), u"Lost"_s);
    goOffline(*ada);
    ada->submit(renameConversation(id, u"Seen the lost one"_s)); // its version will be given to another title
    ben->settle();
    goOffline(*ben);
    goBackToTheBackup();
    const auto fresh = connected(m_ben);
    fresh->submit(renameConversation(id, u"After the backup"_s));
    fresh->settle();

    ada->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(conflicts(*ada).size(), 1, 20'000);
    QTRY_COMPARE(ada->waiting(), 0);
    QCOMPARE(title(*ada, id), u"After the backup"_s);
    QCOMPARE(conflicts(*ada).first().wanted.value, QJsonValue(u"Seen the lost one"_s));
    QCOMPARE(conflicts(*ada).first().before, QJsonValue(u"Lost"_s));
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "RecordsTest.moc"
