// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeptRows.h"
#include "RecordsUnderTest.h"
#include "domain/Mentions.h"
#include "domain/Stages.h"
#include "server/storage/Requests.h"
#include "server/storage/Seed.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

namespace {

RecordRef newRecord(RecordKind kind)
{
    return {kind, QUuid::createUuid().toString(QUuid::WithoutBraces)};
}

ChangeRecord changeOf(const RecordRef &record, qint64 seen, const QJsonObject &set, const ListChanges &lists = {})
{
    return {.record = record, .basis = {seen, {}}, .set = set, .was = {}, .lists = lists, .resolves = {}};
}

QJsonObject resultOf(const Result<QJsonObject> &result)
{
    return result ? result.value() : QJsonObject{{u"refused"_s, result.error().code}};
}

QJsonObject money(const QString &amount)
{
    return {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}};
}

/// What each row says happened.
QStringList eventsOf(const QJsonArray &rows)
{
    QStringList events;
    for (const QJsonValue &row : rows)
        events.append(row["event"_L1].toString() + u' ' +
                      row["payload"_L1]["record"_L1].toString().section(u':', 0, 0));
    return events;
}

} // namespace

/// Contacts, companies, deals, tasks and notes as the server keeps them.
class CrmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RecordsUnderTest>();
        m_ada = m_desk->addUser(u"ada"_s, Role::Admin);
        m_ben = m_desk->addUser(u"ben"_s);
    }

    void newRecordIsKeptToldAndInTheSnapshot();
    void everyKindIsTold_data();
    void everyKindIsTold();
    void recordOfAnotherCommandIsRefused();
    void whatCannotBeMade_data();
    void whatCannotBeMade();
    void whatCannotBeChanged_data();
    void whatCannotBeChanged();
    void changeTellsWhatWasThere();
    void differentFieldsAreBothTaken();
    void sameFieldIsAConflict();
    void valuesOfEveryTypeAreMerged();
    void ownEarlierChangesAreNoConflict();
    void deletingWhatSomebodyChangedIsAConflict();
    void deletingWhatOneHasSeenIsNone();
    void deletedIsRestored();
    void listsAreSetsWithAnEnd();
    void noteIsItsAuthors();
    void aNoteMentionsPeopleWhoAreThere();
    void fieldsThatAnAdminDefines();
    void keysAreUniqueForOneKind();
    void definedFieldsHaveAnEnd();
    void role_data();
    void role();
    void roleThatIsChanged();
    void snapshotIsPaged();
    void conflictsAreInTheSnapshot();
    void historyIsAboutWhatNamesIt();
    void historyIsPaged();
    void newOnesAreOneActivityForOneBurst();
    void dealThatMovesIsToldAsActivity();
    void pipelineWithDealsStays();
    void stageWithDealsStays();
    void workspaceBeginsWithAPipeline();
    void workspaceIsMadeWithTheServer();
    void workspaceSaysWhichStatusesThereAre();
    void teamsAreOfPeople();

private:
    /// A record that Ada made; its version is 1.
    RecordRef make(RecordKind kind, const QJsonObject &set, const ListValues &lists = {})
    {
        const RecordRef record = newRecord(kind);
        const auto made = m_desk->give(m_ada, CreateRecord{record, set, lists});
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        return record;
    }
    static QVector<Stage> someStages()
    {
        const auto id = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
        return {{id(), u"Lead"_s, 10, u"open"_s}, {id(), u"Won"_s, 100, u"won"_s}, {id(), u"Lost"_s, 0, u"lost"_s}};
    }
    RecordRef makeDeal(const RecordRef &pipeline, const Stage &stage)
    {
        return make(RecordKind::Deal,
                    {{fields::name, u"Chairs"_s},
                     {fields::place, QJsonObject{{u"pipeline"_s, pipeline.id}, {u"stage"_s, stage.id}}}});
    }
    RecordRef makeContact(const QString &name) { return make(RecordKind::Contact, {{fields::name, name}}); }
    RecordState stateOf(const RecordRef &record) { return m_desk->records().crm.find(record).value_or(RecordState{}); }
    QJsonObject give(const User &user, const CommandBody &body) { return resultOf(m_desk->give(user, body)); }
    QJsonObject history(const User &user, const RecordRef &record, QJsonObject fields = {})
    {
        fields.insert(u"record"_s, record.text());
        const auto asked = readRequest(u"record:history"_s, fields).value()(m_desk->records(), user.id);
        QJsonObject answer = asked.value().fields;
        answer.insert(u"rows"_s, QJsonDocument::fromJson(asked.value().rows).array());
        return answer;
    }

    std::unique_ptr<RecordsUnderTest> m_desk;
    User m_ada;
    User m_ben;
};

void CrmTest::newRecordIsKeptToldAndInTheSnapshot()
{
    const RecordRef company = make(RecordKind::Company, {{fields::name, u"Meridian"_s}});
    const RecordRef contact = newRecord(RecordKind::Contact);
    const QJsonObject given{{fields::name, u"  Grace Hopper "_s},
                            {fields::company, company.id},
                            {fields::owner, m_ben.id.text()},
                            {fields::status, u"lead"_s}};
    const QJsonObject result =
        give(m_ben, CreateRecord{contact, given, {{fields::emails, {u"b@x.org"_s, u"a@x.org"_s, u"b@x.org "_s}}}});
    QCOMPARE(result, (QJsonObject{{u"version"_s, 1}}));

    QJsonObject kept = given;
    kept[fields::name] = u"Grace Hopper"_s;
    const RecordState expected{.record = contact,
                               .version = 1,
                               .createdBy = m_ben.id,
                               .createdAt = m_desk->now,
                               .changedAt = m_desk->now,
                               .fields = kept,
                               .lists = {{fields::emails, {u"a@x.org"_s, u"b@x.org"_s}}}};
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"record:added"_s, u"activity:new"_s}));
    QCOMPARE(m_desk->written[0].stream, recordsStreamOf(m_ben.id));
    QCOMPARE(m_desk->written[0].actor, m_ben.id);
    QCOMPARE(decode(m_desk->written[0].payload, readRecordState).value(), expected);
    QCOMPARE(stateOf(contact), expected);

    const QVector<QJsonObject> items = m_desk->snapshot(m_ada, u"record"_s);
    QCOMPARE(items.size(), 2);
    QVERIFY(items.contains(toJson(expected)));
    QVERIFY(items.contains(toJson(stateOf(company))));
}

void CrmTest::everyKindIsTold_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QJsonObject>("set");
    QTest::addColumn<QString>("stream");
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QJsonObject named{{fields::name, u"Something"_s}};
    QTest::newRow("contact") << RecordKind::Contact << named << recordsStream();
    QTest::newRow("company") << RecordKind::Company << named << recordsStream();
    QTest::newRow("deal") << RecordKind::Deal
                          << QJsonObject{{fields::name, u"Chairs"_s},
                                         {fields::value, money(u"12.50"_s)},
                                         {fields::place, QJsonObject{{u"pipeline"_s, id}, {u"stage"_s, id}}},
                                         {u"probability"_s, 40},
                                         {u"expectedClose"_s, u"2026-12-24"_s}}
                          << recordsStream();
    QTest::newRow("task") << RecordKind::Task
                          << QJsonObject{{fields::name, u"Call"_s},
                                         {fields::due, qint64(1'800'000'000'000)},
                                         {u"reminder"_s, QJsonValue()},
                                         {fields::done, false},
                                         {fields::about, u"deal:"_s + id}}
                          << recordsStream();
    QTest::newRow("note") << RecordKind::Note
                          << QJsonObject{{fields::text, u"Two\nlines"_s}, {fields::about, u"contact:"_s + id}}
                          << QString();
    QTest::newRow("pipeline") << RecordKind::Pipeline
                              << QJsonObject{{fields::name, u"Sales"_s}, {fields::stages, toJson(someStages())}}
                              << workspaceStream();
    QTest::newRow("field") << RecordKind::CustomField
                           << QJsonObject{{fields::name, u"Size"_s}, {u"of"_s, u"contact"_s}, {u"key"_s, u"size"_s}}
                           << workspaceStream();
    QTest::newRow("segment") << RecordKind::Segment
                             << QJsonObject{{fields::name, u"Mine"_s},
                                            {u"of"_s, u"contact"_s},
                                            {u"filter"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                                            {u"columns"_s, QJsonArray{u"name"_s}}}
                             << workspaceStream();
    QTest::newRow("team") << RecordKind::Team << named << workspaceStream();
}

void CrmTest::everyKindIsTold()
{
    QFETCH(RecordKind, kind);
    QFETCH(QJsonObject, set);
    QFETCH(QString, stream);
    if (kind == RecordKind::Note)
        stream = recordsStreamOf(m_ada.id); // while what it is about is not there
    const RecordRef record = make(kind, set);
    QCOMPARE(m_desk->written[0].stream, stream);
    QCOMPARE(m_desk->told(u"record:added"_s)["fields"_L1].toObject(), set);
    QCOMPARE(give(m_ada, changeOf(record, 1, {{fields::deleted, true}}))["version"_L1].toInt(), 2);
    QCOMPARE(m_desk->written[0].stream, stream);
    QCOMPARE(m_desk->snapshot(m_ben, u"record"_s), QVector<QJsonObject>{toJson(stateOf(record))}); // in the bin
}

void CrmTest::recordOfAnotherCommandIsRefused()
{
    const RecordRef record = newRecord(RecordKind::Contact);
    const CreateRecord create{record, {{fields::name, u"Grace"_s}}, {}};
    const CommandId id = m_desk->newId();
    const auto first = m_desk->give(m_ada, create, id);
    const qint64 head = m_desk->records().journal.head();
    QCOMPARE(m_desk->give(m_ada, create, id).value(), first.value());
    QCOMPARE(m_desk->refusalOf(m_ada, create), u"record.exists"_s);
    QCOMPARE(m_desk->records().journal.head(), head);
    // The same id names something else among another kind.
    QCOMPARE(m_desk->refusalOf(m_ada, CreateRecord{{RecordKind::Company, record.id}, {{fields::name, u"G"_s}}, {}}),
             QString());
}

void CrmTest::whatCannotBeMade_data()
{
    QTest::addColumn<CreateRecord>("create");
    QTest::addColumn<QString>("code");
    const RecordRef contact = newRecord(RecordKind::Contact);
    const RecordRef deal = newRecord(RecordKind::Deal);
    const QJsonObject name{{fields::name, u"Grace"_s}};
    const auto with = [&](const QString &field, const QJsonValue &value) {
        QJsonObject set = name;
        set.insert(field, value);
        return set;
    };
    const QString nobody = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QStringList many;
    for (int i = 0; i < 21; ++i)
        many.append(u"tag %1"_s.arg(i));
    const auto row = [](const char *what, const RecordRef &record, const QJsonObject &set, const ListValues &lists,
                        const QString &code) {
        QTest::newRow(what) << CreateRecord{record, set, lists} << code;
    };

    row("without a name", contact, {{fields::status, u"lead"_s}}, {}, u"name.empty"_s);
    row("empty name", contact, {{fields::name, u" "_s}}, {}, u"name.empty"_s);
    row("name too long", contact, {{fields::name, QString(201, u'n')}}, {}, u"name.tooLong"_s);
    row("name of two lines", contact, {{fields::name, u"a\nb"_s}}, {}, u"name.invalid"_s);
    row("name is a number", contact, {{fields::name, 7}}, {}, u"name.invalid"_s);
    row("field of another kind", contact, with(fields::place, {}), {}, u"field.unknown"_s);
    row("field that nobody defined", contact, with(u"x:size"_s, u"L"_s), {}, u"field.unknown"_s);
    row("field that cannot be defined", newRecord(RecordKind::Task), with(u"x:size"_s, u"L"_s), {}, u"field.unknown"_s);
    row("list of another kind", deal, name, {{fields::emails, {u"a@x.org"_s}}}, u"field.unknown"_s);
    row("owner is nobody", contact, with(fields::owner, nobody), {}, u"user.unknown"_s);
    row("owner is no id", contact, with(fields::owner, u"ben"_s), {}, u"owner.invalid"_s);
    row("unknown status", contact, with(fields::status, u"friend"_s), {}, u"status.invalid"_s);
    row("empty entry", contact, name, {{fields::emails, {u" "_s}}}, u"email.empty"_s);
    row("too many tags", contact, name, {{fields::tags, many}}, u"tags.tooMany"_s);
    row("money as a number", deal, with(fields::value, 12.5), {}, u"value.invalid"_s);
    row("money without a currency", deal, with(fields::value, QJsonObject{{u"amount"_s, u"1"_s}}), {},
        u"value.invalid"_s);
    row("more than certain", deal, with(u"probability"_s, 101), {}, u"probability.invalid"_s);
    row("no day", deal, with(u"expectedClose"_s, u"2026-02-30"_s), {}, u"expectedClose.invalid"_s);
    row("about nothing that there could be", newRecord(RecordKind::Task), with(fields::about, u"deal:x"_s), {},
        u"about.invalid"_s);
    row("note without a text", newRecord(RecordKind::Note), {}, {}, u"text.empty"_s);
    row("stages of nothing", newRecord(RecordKind::Pipeline), with(u"stages"_s, QJsonArray{u"Lead"_s}), {},
        u"stages.invalid"_s);
    row("definition without a kind", newRecord(RecordKind::CustomField), with(u"key"_s, u"size"_s), {}, u"of.empty"_s);
    QJsonObject size = with(u"key"_s, u"Größe"_s);
    size.insert(u"of"_s, u"contact"_s);
    row("definition with a key of other letters", newRecord(RecordKind::CustomField), size, {}, u"key.invalid"_s);
}

void CrmTest::whatCannotBeMade()
{
    QFETCH(CreateRecord, create);
    QFETCH(QString, code);
    const qint64 head = m_desk->records().journal.head();
    const auto result = m_desk->give(m_ada, create);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY(!result.error().message.isEmpty());
    QCOMPARE(m_desk->records().journal.head(), head);
    QVERIFY(!m_desk->records().crm.find(create.record));
}

void CrmTest::whatCannotBeChanged_data()
{
    QTest::addColumn<QJsonObject>("set");
    QTest::addColumn<ListChanges>("lists");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *what, const QJsonObject &set, const ListChanges &lists, const QString &code) {
        QTest::newRow(what) << set << lists << code;
    };
    row("to no name", {{fields::name, u""_s}}, {}, u"name.empty"_s);
    row("name to nothing", {{fields::name, QJsonValue()}}, {}, u"name.invalid"_s);
    row("another kind's field", {{fields::due, 1}}, {}, u"field.unknown"_s);
    row("a field that nobody defined", {{u"x:size"_s, u"L"_s}}, {}, u"field.unknown"_s);
    row("a list that it has not", {}, {{fields::labels, {{u"x"_s}, {}}}}, u"field.unknown"_s);
    row("to nobody's", {{fields::owner, QUuid::createUuid().toString(QUuid::WithoutBraces)}}, {}, u"user.unknown"_s);
    row("deleted perhaps", {{fields::deleted, u"yes"_s}}, {}, u"deleted.invalid"_s);
    row("a long phone number", {}, {{fields::phones, {{QString(51, u'1')}, {}}}}, u"phone.tooLong"_s);
    row("in both lists", {}, {{fields::tags, {{u"x"_s}, {u"x"_s}}}}, u"payload.invalid"_s);
}

void CrmTest::whatCannotBeChanged()
{
    QFETCH(QJsonObject, set);
    QFETCH(ListChanges, lists);
    QFETCH(QString, code);
    const RecordRef contact = makeContact(u"Grace"_s);
    const RecordState before = stateOf(contact);
    const qint64 head = m_desk->records().journal.head();
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 1, set, lists)), code);
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(newRecord(RecordKind::Contact), 1, {{fields::name, u"x"_s}})),
             u"record.unknown"_s);
    QCOMPARE(m_desk->records().journal.head(), head);
    QCOMPARE(stateOf(contact), before);
}

void CrmTest::changeTellsWhatWasThere()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    const QJsonObject result =
        give(m_ben, changeOf(contact, 1, {{fields::name, u"Grace Hopper"_s}, {u"job"_s, u"Admiral"_s}},
                             {{fields::phones, {{u"+1 555"_s}, {u"+1 444"_s}}}}));
    QCOMPARE(result, (QJsonObject{{u"version"_s, 2}, {u"conflicts"_s, QJsonArray()}}));
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:changed"_s}); // no activity for a field
    QCOMPARE(m_desk->told(u"record:changed"_s),
             (QJsonObject{{u"record"_s, contact.text()},
                          {u"version"_s, 2},
                          {u"set"_s, QJsonObject{{u"name"_s, u"Grace Hopper"_s}, {u"job"_s, u"Admiral"_s}}},
                          {u"add"_s, QJsonObject{{u"phones"_s, QJsonArray{u"+1 555"_s}}}},
                          {u"was"_s, QJsonObject{{u"name"_s, u"Grace"_s}, {u"job"_s, QJsonValue()}}}}));
    const RecordState state = stateOf(contact);
    QCOMPARE(state.version, 2);
    QCOMPARE(state.changedAt, m_desk->now);
    QCOMPARE(state.createdBy, m_ada.id);
    QCOMPARE(state.fields, (QJsonObject{{u"name"_s, u"Grace Hopper"_s}, {u"job"_s, u"Admiral"_s}}));
    QCOMPARE(state.lists, (ListValues{{fields::phones, {u"+1 555"_s}}}));
}

void CrmTest::differentFieldsAreBothTaken()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ada, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}}));
    const QJsonObject result = give(m_ben, changeOf(contact, 1, {{fields::status, u"customer"_s}}));
    QCOMPARE(result, (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    QCOMPARE(stateOf(contact).fields["job"_L1].toString(), u"Admiral"_s);
    QCOMPARE(stateOf(contact).fields[fields::status].toString(), u"customer"_s);
}

void CrmTest::sameFieldIsAConflict()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ada, changeOf(contact, 1, {{fields::name, u"Grace H."_s}}));
    const qint64 keptAt = m_desk->now;
    ChangeRecord change = changeOf(contact, 1, {{fields::name, u"Hopper"_s}, {u"job"_s, u"Admiral"_s}});
    change.was = {{fields::name, u"Grace"_s}};
    const CommandId command = m_desk->newId();
    const auto result = m_desk->give(m_ben, change, command);
    QCOMPARE(resultOf(result), (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray{command.text()}}}));
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"conflict:opened"_s, u"record:changed"_s}));
    QCOMPARE(m_desk->written[0].stream, recordsStream());
    const Conflict expected{.id = command,
                            .record = contact,
                            .field = fields::name,
                            .wanted = {u"Hopper"_s, m_ben.id, m_desk->now},
                            .kept = {u"Grace H."_s, m_ada.id, keptAt},
                            .before = u"Grace"_s,
                            .seq = m_desk->written[0].seq};
    QCOMPARE(decode(m_desk->written[0].payload, readConflict).value(), expected);
    QCOMPARE(m_desk->told(u"record:changed"_s)["set"_L1].toObject(), (QJsonObject{{u"job"_s, u"Admiral"_s}}));

    ChangeRecord decided = changeOf(contact, 3, {{fields::name, u"Grace Hopper"_s}});
    decided.resolves = command;
    QCOMPARE(give(m_ada, decided), (QJsonObject{{u"version"_s, 4}, {u"conflicts"_s, QJsonArray()}}));
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"conflict:closed"_s, u"record:changed"_s}));
    QVERIFY(m_desk->records().conflicts.of(contact).isEmpty());
}

void CrmTest::valuesOfEveryTypeAreMerged()
{
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Chairs"_s}, {fields::value, money(u"10"_s)}});
    (void)give(m_ada, changeOf(deal, 1, {{fields::value, money(u"20"_s)}, {u"probability"_s, 20}}));
    // The same values agree, whatever their type; others are in conflict with what was there.
    const QJsonObject same = give(m_ben, changeOf(deal, 1, {{fields::value, money(u"20"_s)}, {u"probability"_s, 20}}));
    QCOMPARE(same, (QJsonObject{{u"version"_s, 2}, {u"conflicts"_s, QJsonArray()}}));
    ChangeRecord other = changeOf(deal, 1, {{fields::value, QJsonValue()}});
    other.was = {{fields::value, money(u"10"_s)}};
    QCOMPARE(give(m_ben, other)["conflicts"_L1].toArray().size(), 1);
    const Conflict conflict = m_desk->records().conflicts.of(deal).value(0);
    QCOMPARE(conflict.wanted.value, QJsonValue(QJsonValue::Null));
    QCOMPARE(conflict.kept.value, QJsonValue(money(u"20"_s)));
    QCOMPARE(conflict.before, QJsonValue(money(u"10"_s)));
}

void CrmTest::ownEarlierChangesAreNoConflict()
{
    const RecordRef contact = newRecord(RecordKind::Contact);
    const CommandId creation = m_desk->newId();
    const CommandId rename = m_desk->newId();
    QVERIFY(m_desk->give(m_ada, CreateRecord{contact, {{fields::name, u"G"_s}}, {}}, creation).ok());
    ChangeRecord change = changeOf(contact, 1, {{fields::name, u"Grace"_s}});
    change.basis.after = {creation};
    QVERIFY(m_desk->give(m_ada, change, rename).ok());
    ChangeRecord deletion = changeOf(contact, 1, {{fields::deleted, true}});
    deletion.basis.after = {creation, rename};
    QCOMPARE(give(m_ada, deletion), (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
}

void CrmTest::deletingWhatSomebodyChangedIsAConflict()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ben, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}}));
    const qint64 changedAt = m_desk->now;
    const QJsonObject result = give(m_ada, changeOf(contact, 1, {{fields::deleted, true}}));
    QCOMPARE(result["version"_L1].toInt(), 2);
    QCOMPARE(result["conflicts"_L1].toArray().size(), 1);
    QVERIFY(!stateOf(contact).fields.contains(fields::deleted));
    const Conflict conflict = m_desk->records().conflicts.of(contact).value(0);
    QCOMPARE(conflict.field, fields::deleted);
    QCOMPARE(conflict.wanted.value, QJsonValue(true));
    QCOMPARE(conflict.kept, (FieldValue{false, m_ben.id, changedAt}));

    // Who has seen both decides.
    ChangeRecord decided = changeOf(contact, 2, {{fields::deleted, true}});
    decided.resolves = conflict.id;
    QCOMPARE(give(m_ada, decided)["version"_L1].toInt(), 3);
    QVERIFY(stateOf(contact).fields[fields::deleted].toBool());
    // A list is nobody's value: it keeps nothing out of the bin.
    const RecordRef other = makeContact(u"Ann"_s);
    (void)give(m_ben, changeOf(other, 1, {}, {{fields::tags, {{u"eu"_s}, {}}}}));
    QVERIFY(give(m_ada, changeOf(other, 1, {{fields::deleted, true}}))["conflicts"_L1].toArray().isEmpty());
}

void CrmTest::deletingWhatOneHasSeenIsNone()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ben, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}}));
    QCOMPARE(give(m_ada, changeOf(contact, 2, {{fields::deleted, true}})),
             (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    // Two who delete agree.
    QCOMPARE(give(m_ben, changeOf(contact, 2, {{fields::deleted, true}})),
             (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    QVERIFY(m_desk->written.isEmpty());
}

void CrmTest::deletedIsRestored()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ada, changeOf(contact, 1, {{fields::deleted, true}}));
    QCOMPARE(m_desk->told(u"record:changed"_s)["was"_L1].toObject(),
             (QJsonObject{{fields::deleted, QJsonValue(QJsonValue::Null)}}));
    // Bringing back stands on its own: somebody's change of a field does not stop it.
    (void)give(m_ben, changeOf(contact, 2, {{u"job"_s, u"Admiral"_s}}));
    QCOMPARE(give(m_ada, changeOf(contact, 2, {{fields::deleted, false}})),
             (QJsonObject{{u"version"_s, 4}, {u"conflicts"_s, QJsonArray()}}));
    QVERIFY(!stateOf(contact).fields[fields::deleted].toBool());
}

void CrmTest::listsAreSetsWithAnEnd()
{
    QStringList tags;
    for (int i = 0; i < 20; ++i)
        tags.append(u"tag %1"_s.arg(i));
    const RecordRef contact = make(RecordKind::Contact, {{fields::name, u"Grace"_s}}, {{fields::tags, tags}});
    const auto change = [&](const QStringList &add, const QStringList &remove) {
        return changeOf(contact, 1, {}, {{fields::tags, {add, remove}}});
    };
    QCOMPARE(m_desk->refusalOf(m_ben, change({u"one more"_s}, {})), u"tags.tooMany"_s);
    QCOMPARE(m_desk->refusalOf(m_ben, change({u"tag 0"_s}, {u"not there"_s})), QString());
    QVERIFY(m_desk->written.isEmpty());
    QCOMPARE(m_desk->refusalOf(m_ben, change({u"one more"_s}, {u"tag 0"_s})), QString());
    QCOMPARE(stateOf(contact).version, 2);
    QCOMPARE(stateOf(contact).lists.value(fields::tags).size(), 20);
    QVERIFY(stateOf(contact).lists.value(fields::tags).contains(u"one more"_s));
}

void CrmTest::noteIsItsAuthors()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    const RecordRef note = make(RecordKind::Note, {{fields::text, u"Called"_s}, {fields::about, contact.text()}});
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(note, 1, {{fields::text, u"Did not call"_s}})), u"note.foreign"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(note, 1, {{fields::text, u"Called twice"_s}})), QString());
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(note, 2, {{fields::deleted, true}})), QString());
}

void CrmTest::aNoteMentionsPeopleWhoAreThere()
{
    const QJsonObject said{{fields::text, u"@ben"_s}, {fields::mentionNames, QJsonObject{{m_ben.id.text(), u"ben"_s}}}};
    const RecordRef note = make(RecordKind::Note, said, {{fields::mentions, {m_ben.id.text()}}});
    QCOMPARE(stateOf(note).lists.value(fields::mentions), QStringList{m_ben.id.text()});
    const auto mention = [&](const QStringList &who) { return changeOf(note, 1, {}, {{fields::mentions, {who, {}}}}); };
    QCOMPARE(m_desk->refusalOf(m_ben, mention({m_ada.id.text()})), u"note.foreign"_s);
    const QString nobody = u"01a1f849-0000-7000-8000-000000000000"_s;
    QCOMPARE(m_desk->refusalOf(m_ada, mention({nobody})), u"user.unknown"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, mention({m_ada.id.text()})), QString());
    QCOMPARE(stateOf(note).lists.value(fields::mentions).size(), 2);
}

void CrmTest::fieldsThatAnAdminDefines()
{
    const RecordRef size = make(RecordKind::CustomField, {{fields::name, u"Size"_s},
                                                          {u"of"_s, u"contact"_s},
                                                          {u"key"_s, u"size"_s},
                                                          {u"type"_s, u"choice"_s},
                                                          {u"choices"_s, QJsonArray{u"S"_s, u"L"_s}}});
    const RecordRef contact =
        make(RecordKind::Contact, {{fields::name, u"Grace"_s}, {customFieldName(u"size"_s), u"L"_s}});
    QCOMPARE(stateOf(contact).fields["x:size"_L1].toString(), u"L"_s);
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 1, {{u"x:size"_s, u"S"_s}})), QString());
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 2, {{u"x:size"_s, u"XL"_s}})), u"x:size.invalid"_s);
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 2, {{u"x:weight"_s, u"1"_s}})), u"field.unknown"_s);
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Chairs"_s}});
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(deal, 1, {{u"x:size"_s, u"S"_s}})), u"field.unknown"_s);
    // What was in a field that is deleted stays, and nothing else can be put there.
    QVERIFY(m_desk->give(m_ada, changeOf(size, 1, {{fields::deleted, true}})).ok());
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 2, {{u"x:size"_s, u"L"_s}})), u"field.unknown"_s);
    QCOMPARE(stateOf(contact).fields["x:size"_L1].toString(), u"S"_s);
}

void CrmTest::keysAreUniqueForOneKind()
{
    const auto definition = [](const QString &of, const QString &key) {
        return QJsonObject{{fields::name, u"Size"_s}, {u"of"_s, of}, {u"key"_s, key}};
    };
    const auto refusal = [&](const QJsonObject &set) {
        return m_desk->refusalOf(m_ada, CreateRecord{newRecord(RecordKind::CustomField), set, {}});
    };
    const RecordRef size = make(RecordKind::CustomField, definition(u"contact"_s, u"size"_s));
    QCOMPARE(refusal(definition(u"contact"_s, u"size"_s)), u"key.taken"_s);
    QCOMPARE(refusal(definition(u"deal"_s, u"size"_s)), QString());
    const RecordRef weight = make(RecordKind::CustomField, definition(u"contact"_s, u"weight"_s));
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(weight, 1, {{u"key"_s, u"size"_s}})), u"key.taken"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(weight, 1, {{u"key"_s, u"Weight!"_s}})), u"key.invalid"_s);
    // One that is deleted has given its key away, and comes back only when it is free again.
    QVERIFY(m_desk->give(m_ada, changeOf(size, 1, {{fields::deleted, true}})).ok());
    QVERIFY(m_desk->give(m_ada, changeOf(weight, 1, {{u"key"_s, u"size"_s}})).ok());
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(size, 2, {{fields::deleted, false}})), u"key.taken"_s);
}

void CrmTest::definedFieldsHaveAnEnd()
{
    const auto define = [&](const QString &of, int number) {
        return m_desk->refusalOf(
            m_ada, CreateRecord{newRecord(RecordKind::CustomField),
                                {{fields::name, u"Field"_s}, {u"of"_s, of}, {u"key"_s, u"field-%1"_s.arg(number)}},
                                {}});
    };
    for (int number = 0; number < CrmChecks::mostFields; ++number)
        QCOMPARE(define(u"contact"_s, number), QString());
    QCOMPARE(define(u"contact"_s, CrmChecks::mostFields), u"fields.tooMany"_s);
    QCOMPARE(define(u"company"_s, CrmChecks::mostFields), QString());
}

void CrmTest::role_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("least"); // the least role that may
    QTest::newRow("write a message") << u"message:send"_s << int(Role::Agent);
    QTest::newRow("edit a message") << u"message:edit"_s << int(Role::Agent);
    QTest::newRow("create a conversation") << u"conversation:create"_s << int(Role::Agent);
    QTest::newRow("label a conversation") << u"conversation"_s << int(Role::Agent);
    QTest::newRow("read on") << u"read:move"_s << int(Role::Reader);
    QTest::newRow("set an own value") << u"own:set"_s << int(Role::Reader);
    QTest::newRow("change the own profile") << u"person"_s << int(Role::Reader);
    QTest::newRow("change the workspace") << u"record:change workspace"_s << int(Role::Admin);
    for (const RecordKind kind : crmKinds) {
        if (kind == RecordKind::Workspace)
            continue; // it is there, and nobody makes another
        const bool isEverybodys =
            kind == RecordKind::Pipeline || kind == RecordKind::CustomField || kind == RecordKind::Team;
        const int least = int(isEverybodys ? Role::Manager : Role::Agent);
        QTest::newRow(qPrintable(u"make a "_s + nameOf(kind))) << u"record:create "_s + nameOf(kind) << least;
        QTest::newRow(qPrintable(u"change a "_s + nameOf(kind))) << u"record:change "_s + nameOf(kind) << least;
    }
}

void CrmTest::role()
{
    QFETCH(QString, what);
    QFETCH(int, least);
    const QJsonObject something{{fields::name, u"Something"_s},
                                {fields::text, u"Something"_s},
                                {u"of"_s, u"contact"_s},
                                {u"key"_s, u"key"_s},
                                {fields::about, newRecord(RecordKind::Contact).text()},
                                {fields::file, toJson(FileRef{hashOf("x"), u"A.txt"_s, 1, u"text/plain"_s})}};
    const auto setFor = [&](RecordKind kind) {
        QJsonObject set;
        for (const FieldRule &rule : schemaOf(kind).fields)
            if (rule.required)
                set.insert(rule.name, something[rule.name]);
        return set;
    };
    for (const Role role : {Role::Reader, Role::Agent, Role::Manager, Role::Admin}) {
        const User user = m_desk->addUser(nameOf(role), role);
        const ConversationId group = m_desk->createGroup(m_ada, u"Launch"_s, {user.id});
        const RecordKind kind = recordKindFrom(what.section(u' ', 1)).value_or(RecordKind::Contact);
        CommandBody body = SendMessage{group, u"Hello"_s};
        if (what == u"message:edit")
            body = EditMessage{group, MessageId(m_desk->newId().text()), u"Hello"_s};
        else if (what == u"conversation:create")
            body = CreateConversation{ConversationId(QUuid::createUuid().toString(QUuid::WithoutBraces)),
                                      ConversationKind::Group,
                                      u"Mine"_s,
                                      {m_ada.id}};
        else if (what == u"conversation")
            body = CommandBody(changeOf(recordOf(group), 1, {}, {{fields::labels, {{u"eu"_s}, {}}}}));
        else if (what == u"read:move")
            body = MoveRead{group, 0};
        else if (what == u"own:set")
            body = SetOwnValue{ownSettingKey(u"theme"_s), u"dark"_s};
        else if (what == u"person")
            body = changeOf(recordOf(user.id), 1, {{fields::about, u"Here"_s}});
        else if (what.startsWith(u"record:create"))
            body = CreateRecord{newRecord(kind), setFor(kind), {}};
        else if (what.startsWith(u"record:change"))
            body = kind == RecordKind::Workspace ? changeOf(workspaceRecord(), 1, {{fields::visibility, u"team"_s}})
                                                 : changeOf(newRecord(kind), 1, {{fields::deleted, true}});
        const QString code = m_desk->refusalOf(user, body);
        QVERIFY2((code == u"role.forbidden") == (int(role) < least), qPrintable(nameOf(role) + u' ' + code));
        if (code.isEmpty() && what.startsWith(u"record:create field")) // for the next role
            (void)m_desk->give(m_ada,
                               changeOf(*RecordRef::from(m_desk->told(u"record:added"_s)["record"_L1].toString()), 1,
                                        {{fields::deleted, true}}));
    }
}

void CrmTest::roleThatIsChanged()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    m_desk->write([&](Records &records) { QVERIFY(records.accounts.setRole(u"Ben"_s, Role::Reader, ++m_desk->now)); });
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"user:added"_s});
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
    m_ben.role = Role::Reader;
    QCOMPARE(decode(m_desk->written[0].payload, readUser).value(), m_ben);
    QVERIFY(m_desk->snapshot(m_ada, u"user"_s).contains(toJson(m_ben)));
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 1, {{fields::name, u"x"_s}})), u"role.forbidden"_s);
    m_desk->write([&](Records &records) { QVERIFY(records.accounts.setRole(u"ben"_s, Role::Reader, ++m_desk->now)); });
    QVERIFY(m_desk->written.isEmpty()); // as it was
    m_desk->write([&](Records &records) {
        QCOMPARE(records.accounts.setRole(u"nobody"_s, Role::Reader, ++m_desk->now).error().code, u"user.unknown"_s);
    });
}

void CrmTest::snapshotIsPaged()
{
    m_desk = std::make_unique<RecordsUnderTest>(10'000); // units of a page: about twenty records
    m_ada = m_desk->addUser(u"ada"_s, Role::Admin);
    QStringList expected;
    for (int i = 0; i < 300; ++i)
        expected.append(make(i % 3 == 0 ? RecordKind::Company : RecordKind::Contact,
                             {{fields::name, QString(i % 100, u'n') + u"!"_s}})
                            .text());
    const User eve = m_desk->addUser(u"eve"_s); // who enters later sees all of it
    QStringList found;
    for (const QJsonObject &item : m_desk->snapshot(eve, u"record"_s))
        found.append(item["record"_L1].toString());
    QVERIFY2(m_desk->pages > 10, qPrintable(QString::number(m_desk->pages)));
    expected.sort();
    QVERIFY(std::is_sorted(found.begin(), found.end()));
    QCOMPARE(found, expected);

    const QJsonArray items = snapshotPage(m_desk->records(), eve.id, {}).value()["items"_L1].toArray();
    const QJsonObject stream{{u"kind"_s, u"stream"_s},
                             {u"stream"_s, recordsStream()},
                             {u"n"_s, m_desk->records().journal.countOf(recordsStream())}};
    QCOMPARE(m_desk->records().journal.countOf(recordsStream()), 300); // activities have no n
    QVERIFY(items.contains(stream));
    // Without a snapshot they are not there: rows of before may be about what has come to belong to somebody since.
    const auto addedIn = [&](const User &user) {
        const JournalPage page = m_desk->records().reader.page(user.id, 0, {500, 1'000'000});
        return std::count_if(page.rows.begin(), page.rows.end(),
                             [](const KeptRow &row) { return readRow(row).event == u"record:added"_s; });
    };
    QCOMPARE(addedIn(m_ada), 300);
    QCOMPARE(addedIn(eve), 0);
}

void CrmTest::conflictsAreInTheSnapshot()
{
    m_desk = std::make_unique<RecordsUnderTest>(30'000);
    m_ada = m_desk->addUser(u"ada"_s, Role::Admin);
    m_ben = m_desk->addUser(u"ben"_s);
    QVector<Conflict> open;
    for (int i = 0; i < 5; ++i) {
        const RecordRef note = make(RecordKind::Note, {{fields::text, u"1"_s}, {fields::about, u""_s}});
        (void)give(m_ada, changeOf(note, 1, {{fields::text, QString(9'000, u'2')}}));
        (void)give(m_ada, changeOf(note, 1, {{fields::text, QString(9'000, u'3')}}));
        open += m_desk->records().conflicts.of(note);
    }
    QCOMPARE(open.size(), 5);
    QVector<QJsonObject> expected;
    for (const Conflict &conflict : open)
        expected.append(toJson(conflict));
    QCOMPARE(m_desk->snapshot(m_ben, u"conflict"_s), expected); // by id, which are in the order of their commands
    QVERIFY(m_desk->pages >= 6);
}

void CrmTest::historyIsAboutWhatNamesIt()
{
    const RecordRef first = make(RecordKind::Company, {{fields::name, u"Meridian"_s}});
    const RecordRef second = make(RecordKind::Company, {{fields::name, u"Parallel"_s}});
    const RecordRef contact = make(RecordKind::Contact, {{fields::name, u"Grace"_s}, {fields::company, first.id}});
    (void)give(m_ada, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}})); // not the company's business
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Chairs"_s}, {fields::contact, contact.id}});
    (void)give(m_ben, changeOf(deal, 1, {{fields::value, money(u"10"_s)}}));
    (void)give(m_ben, changeOf(deal, 1, {{fields::name, u"Tables"_s}, {fields::contact, u""_s}}));
    (void)give(m_ada, changeOf(deal, 1, {{fields::name, u"Stools"_s}})); // Ben's has been there first
    (void)give(m_ada, changeOf(deal, 3, {{u"probability"_s, 5}}));       // nobody's any more
    (void)make(RecordKind::Task, {{fields::name, u"Call"_s}, {fields::about, contact.text()}});
    (void)give(m_ada, changeOf(contact, 2, {{fields::company, second.id}}));

    const auto of = [&](const RecordRef &record) { return eventsOf(history(m_ben, record)["rows"_L1].toArray()); };
    QCOMPARE(of(contact), (QStringList{u"record:changed contact"_s, u"record:added task"_s, u"record:changed deal"_s,
                                       u"record:changed deal"_s, u"record:added deal"_s, u"record:changed contact"_s,
                                       u"record:added contact"_s}));
    QCOMPARE(of(first),
             (QStringList{u"record:changed contact"_s, u"record:added contact"_s, u"record:added company"_s}));
    QCOMPARE(of(second), (QStringList{u"record:changed contact"_s, u"record:added company"_s}));
    QCOMPARE(of(deal), (QStringList{u"record:changed deal"_s, u"conflict:opened deal"_s, u"record:changed deal"_s,
                                    u"record:changed deal"_s, u"record:added deal"_s}));
    QVERIFY(of(newRecord(RecordKind::Deal)).isEmpty());

    // A conversation has its own, for those who are in it.
    const User eve = m_desk->addUser(u"eve"_s);
    const ConversationId group = m_desk->createGroup(m_ada, u"Launch"_s, {eve.id});
    (void)give(m_ada, changeOf(recordOf(group), 1, {{fields::title, u"Landing"_s}}));
    (void)make(RecordKind::Task, {{fields::name, u"Reply"_s}, {fields::about, recordOf(group).text()}});
    QCOMPARE(of(recordOf(group)), QStringList{u"record:added task"_s});
    QCOMPARE(eventsOf(history(m_ada, recordOf(group))["rows"_L1].toArray()),
             (QStringList{u"record:added task"_s, u"record:changed conversation"_s}));
}

void CrmTest::historyIsPaged()
{
    const RecordRef contact = makeContact(u"0"_s);
    for (int i = 1; i <= 9; ++i)
        (void)give(m_ada, changeOf(contact, i, {{fields::name, QString::number(i)}}));
    QStringList names;
    qint64 before = 0;
    for (bool more = true; more;) {
        const QJsonObject page =
            history(m_ben, contact,
                    before > 0 ? QJsonObject{{u"limit"_s, 4}, {u"before"_s, before}} : QJsonObject{{u"limit"_s, 4}});
        const QJsonArray rows = page["rows"_L1].toArray();
        QVERIFY(rows.size() <= 4);
        for (const QJsonValue &row : rows)
            names.append(row["payload"_L1]["set"_L1]["name"_L1].toString(u"added"_s));
        before = rows.last()["seq"_L1].toInteger();
        more = page["more"_L1].toBool();
    }
    QCOMPARE(names, (QStringList{u"9"_s, u"8"_s, u"7"_s, u"6"_s, u"5"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s, u"added"_s}));
}

void CrmTest::newOnesAreOneActivityForOneBurst()
{
    (void)makeContact(u"Grace"_s);
    const QJsonObject first = m_desk->told(u"activity:new"_s);
    const RecordRef second = makeContact(u"Ann"_s);
    const QJsonObject activity = m_desk->told(u"activity:new"_s);
    QCOMPARE(activity["id"_L1], first["id"_L1]);
    QCOMPARE(activity["verb"_L1].toString(), u"Create"_s);
    QCOMPARE(activity["object"_L1].toObject(),
             (QJsonObject{{u"type"_s, u"Profile"_s}, {u"id"_s, second.id}, {u"name"_s, u"Ann"_s}}));
    QCOMPARE(activity["totalItems"_L1].toInt(), 2);
    QCOMPARE(activity["stream"_L1].toString(), recordsStream());
    QCOMPARE(m_desk->written.last().n, 0); // takes the place of the one before

    (void)make(RecordKind::Company, {{fields::name, u"Meridian"_s}});
    QCOMPARE(m_desk->told(u"activity:new"_s)["object"_L1]["type"_L1].toString(), u"Organization"_s);
    QVERIFY(m_desk->told(u"activity:new"_s)["id"_L1] != first["id"_L1]);
    m_desk->now += 11 * 60 * 1000;
    (void)makeContact(u"Joan"_s);
    QVERIFY(m_desk->told(u"activity:new"_s)["id"_L1] != first["id"_L1]);
    (void)make(RecordKind::Task, {{fields::name, u"Call"_s}});
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:added"_s}); // a task is between few
}

void CrmTest::dealThatMovesIsToldAsActivity()
{
    m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, m_desk->now)); });
    const RecordRef pipeline = m_desk->records().crm.all(RecordKind::Pipeline).value(0).record;
    const QJsonArray stages = stateOf(pipeline).fields["stages"_L1].toArray();
    const auto place = [&](int stage) {
        return QJsonObject{{u"pipeline"_s, pipeline.id}, {u"stage"_s, stages[stage]["id"_L1]}};
    };
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Chairs"_s}, {fields::place, place(0)}});
    QCOMPARE(m_desk->told(u"activity:new"_s)["verb"_L1].toString(), u"Create"_s);
    const QVector<std::pair<int, QString>> moves{{1, u"Move"_s}, {4, u"Accept"_s}, {5, u"Reject"_s}};
    for (const auto &[stage, verb] : moves) {
        (void)give(m_ada, changeOf(deal, stateOf(deal).version, {{fields::place, place(stage)}}));
        const QJsonObject activity = m_desk->told(u"activity:new"_s);
        QCOMPARE(activity["verb"_L1].toString(), verb);
        QCOMPARE(activity["object"_L1].toObject(),
                 (QJsonObject{{u"type"_s, u"Deal"_s}, {u"id"_s, deal.id}, {u"name"_s, u"Chairs"_s}}));
        QCOMPARE(activity["target"_L1].toObject(), (QJsonObject{{u"type"_s, u"Stage"_s},
                                                                {u"id"_s, stages[stage]["id"_L1]},
                                                                {u"name"_s, stages[stage]["name"_L1]}}));
    }
    QJsonObject why = place(5);
    why.insert(u"lostReason"_s, u"Price"_s);
    (void)give(m_ada, changeOf(deal, stateOf(deal).version, {{fields::place, why}}));
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:changed"_s}); // it is where it was
}

void CrmTest::pipelineWithDealsStays()
{
    const QVector<Stage> stages = someStages();
    const RecordRef pipeline =
        make(RecordKind::Pipeline, {{fields::name, u"Fitting"_s}, {fields::stages, toJson(stages)}});
    const RecordRef deal = makeDeal(pipeline, stages[1]);
    const auto refused = m_desk->give(m_ada, changeOf(pipeline, 1, {{fields::deleted, true}}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"pipeline.used"_s);
    QVERIFY(refused.error().message.contains(u"1 deals"_s));
    QVERIFY(!stateOf(pipeline).fields[fields::deleted].toBool());
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(pipeline, 1, {{fields::name, u"Fitting out"_s}})), QString());
    QVERIFY(m_desk->give(m_ada, changeOf(deal, 1, {{fields::deleted, true}})).ok()); // what is in the bin holds nothing
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(pipeline, 2, {{fields::deleted, true}})), QString());
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(pipeline, 3, {{fields::deleted, false}})), QString());
}

void CrmTest::stageWithDealsStays()
{
    QVector<Stage> stages = someStages();
    const RecordRef pipeline =
        make(RecordKind::Pipeline, {{fields::name, u"Fitting"_s}, {fields::stages, toJson(stages)}});
    const RecordRef other =
        make(RecordKind::Pipeline, {{fields::name, u"Other"_s}, {fields::stages, toJson(someStages())}});
    const RecordRef deal = makeDeal(pipeline, stages[0]);
    const QVector<Stage> without{stages[1], stages[2]};
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(pipeline, 1, {{fields::stages, toJson(without)}})), u"stage.used"_s);
    stages[0].name = u"Enquiry"_s; // it is still there
    stages.move(0, 2);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(pipeline, 1, {{fields::stages, toJson(stages)}})), QString());
    QVERIFY(m_desk->give(m_ada, changeOf(deal, 1, {{fields::place, QJsonValue::Null}})).ok());
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(pipeline, 2, {{fields::stages, toJson(without)}})), QString());
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(other, 1, {{fields::deleted, true}})), QString());
}

void CrmTest::workspaceBeginsWithAPipeline()
{
    m_desk = std::make_unique<RecordsUnderTest>();
    const User ben = m_desk->addUser(u"ben"_s);
    const auto seed = [&] { m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, ++m_desk->now)); }); };
    seed();
    QVERIFY(m_desk->written.isEmpty()); // nobody may make one yet
    const User ada = m_desk->addUser(u"ada"_s, Role::Admin);
    (void)m_desk->addUser(u"eve"_s, Role::Admin);
    seed();
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"record:added"_s, u"record:added"_s})); // and the workspace
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
    QCOMPARE(m_desk->written[0].actor, ada.id);
    const RecordState pipeline = m_desk->records().crm.all(RecordKind::Pipeline).value(0);
    QCOMPARE(m_desk->snapshot(ben, u"record"_s),
             (QVector<QJsonObject>{toJson(pipeline), toJson(stateOf(workspaceRecord()))}));
    const QJsonValue stages = pipeline.fields["stages"_L1];
    QVERIFY(checkedValue(RecordKind::Pipeline, u"stages"_s, stages).ok());
    QStringList said;
    for (const QJsonValue &stage : stages.toArray())
        said.append(u"%1 %2 %3"_s.arg(stage["name"_L1].toString(), stage["kind"_L1].toString())
                        .arg(stage["probability"_L1].toInt()));
    QCOMPARE(said, (QStringList{u"Lead open 10"_s, u"Qualified open 30"_s, u"Proposal open 50"_s,
                                u"Negotiation open 70"_s, u"Won won 100"_s, u"Lost lost 0"_s}));
    // Once: also when it is deleted.
    (void)m_desk->give(ada, changeOf(pipeline.record, 1, {{fields::deleted, true}}));
    seed();
    QVERIFY(m_desk->written.isEmpty());
}

void CrmTest::workspaceIsMadeWithTheServer()
{
    QCOMPARE(m_desk->refusalOf(m_ada, CreateRecord{workspaceRecord(), {{fields::visibility, u"everyone"_s}}, {}}),
             u"record.unknown"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(workspaceRecord(), 1, {{fields::visibility, u"team"_s}})),
             u"record.unknown"_s);
    m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, ++m_desk->now)); });
    QCOMPARE(stateOf(workspaceRecord()).fields,
             (QJsonObject{{fields::visibility, u"everyone"_s}, {fields::statuses, firstStatuses()}}));
    const QJsonObject result =
        give(m_ada, changeOf(workspaceRecord(), 1, {{fields::revenueTarget, money(u"50000"_s)}}));
    QCOMPARE(result["version"_L1].toInt(), 2);
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(workspaceRecord(), 2, {{fields::deleted, true}})), u"field.unknown"_s);
    m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, ++m_desk->now)); });
    QVERIFY(m_desk->written.isEmpty()); // it is there
}

void CrmTest::workspaceSaysWhichStatusesThereAre()
{
    m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, ++m_desk->now)); });
    const RecordRef contact = make(RecordKind::Contact, {{fields::name, u"Grace"_s}, {fields::status, u"lead"_s}});
    const QJsonObject vip{{u"id"_s, u"vip"_s}, {u"name"_s, u"VIP"_s}, {u"color"_s, u"accent"_s}};
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 1, {{fields::status, u"vip"_s}})), u"status.invalid"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(workspaceRecord(), 1, {{fields::statuses, QJsonArray{vip}}})),
             QString());
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 1, {{fields::status, u"vip"_s}})), QString());
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 2, {{fields::status, u"customer"_s}})), u"status.invalid"_s);
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 2, {{fields::status, QString()}})), QString());
}

void CrmTest::teamsAreOfPeople()
{
    const QString nobody = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const RecordRef team = make(RecordKind::Team, {{fields::name, u"North"_s}}, {{fields::members, {m_ben.id.text()}}});
    QCOMPARE(stateOf(team).lists[fields::members], QStringList{m_ben.id.text()});
    const auto codeOf = [&](const ListChange &members) {
        return m_desk->refusalOf(m_ada, changeOf(team, 1, {}, {{fields::members, members}}));
    };
    QCOMPARE(codeOf({{nobody}, {}}), u"user.unknown"_s);
    QCOMPARE(codeOf({{m_ada.id.text()}, {m_ada.id.text()}}), u"members.invalid"_s);
    QCOMPARE(codeOf({{u"ada"_s}, {}}), u"payload.invalid"_s);
    QCOMPARE(codeOf({{m_ada.id.text()}, {m_ben.id.text()}}), QString());
    QCOMPARE(stateOf(team).lists[fields::members], QStringList{m_ada.id.text()});
    QCOMPARE(m_desk->refusalOf(m_ada, CreateRecord{newRecord(RecordKind::Team),
                                                   {{fields::name, u"South"_s}},
                                                   {{fields::members, {nobody}}}}),
             u"user.unknown"_s);
}

QTEST_GUILESS_MAIN(CrmTest)
#include "CrmTest.moc"
