// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/Mentions.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

/// Contacts, companies, deals, tasks and notes as the server keeps them.
class CrmTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void newRecordIsKeptToldAndInTheSnapshot();
    void everyKindIsTold_data();
    void everyKindIsTold();
    void recordOfAnotherCommandIsRefused();
    void whatCannotBeMade_data();
    void whatCannotBeMade();
    void whatCannotBeChanged_data();
    void whatCannotBeChanged();
    void changeTellsWhatWasThere();
    void listsAreSetsWithAnEnd();
    void noteIsItsAuthors();
    void aConflictTakesAlongWhatItsFieldCanHold();
    void aNoteMentionsPeopleWhoAreThere();
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
    const QJsonObject named{{m_ada.id.text(), u"Called"_s}};
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(note, 1, {{fields::mentionNames, named}})), u"note.foreign"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(note, 1, {{fields::text, u"Called twice"_s}})), QString());
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(note, 2, {{fields::deleted, true}})), QString());
}

void CrmTest::aConflictTakesAlongWhatItsFieldCanHold()
{
    (void)make(RecordKind::CustomField,
               {{fields::name, u"Size"_s}, {fields::of, u"contact"_s}, {fields::key, u"size"_s}});
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ada, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}, {u"x:size"_s, u"L"_s}}));
    const auto beforeOf = [&](const QJsonValue &job, const QJsonValue &size) {
        ChangeRecord change = changeOf(contact, 1, {{u"job"_s, u"Captain"_s}, {u"x:size"_s, u"M"_s}});
        change.was = {{u"job"_s, job}, {u"x:size"_s, size}};
        QJsonArray before;
        if (m_desk->give(m_ben, change))
            for (const Conflict &conflict : m_desk->records().conflicts.of(contact))
                before.append(conflict.before);
        return before;
    };
    QCOMPARE(beforeOf(u"Ensign"_s, u"S"_s), (QJsonArray{u"Ensign"_s, u"S"_s}));
    const QJsonValue nothing;
    QCOMPARE(beforeOf(QString(201, u'j'), QString(501, u's')), (QJsonArray{nothing, nothing}));
    QCOMPARE(beforeOf(QJsonArray{u"Ensign"_s}, QJsonObject{{u"S"_s, 1}}), (QJsonArray{nothing, nothing}));
    QCOMPARE(beforeOf(QString(), true), (QJsonArray{u""_s, true}));
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

QTEST_GUILESS_MAIN(CrmTest)
#include "CrmTest.moc"
