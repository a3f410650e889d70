// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/Statuses.h"
#include "server/storage/Seed.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

/// What a workspace sets up for everybody: its own fields, pipelines, statuses and teams.
class WorkspaceTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void fieldsThatAnAdminDefines();
    void keysAreUniqueForOneKind();
    void definedFieldsHaveAnEnd();
    void pipelineWithDealsStays();
    void stageWithDealsStays();
    void workspaceBeginsWithAPipeline();
    void workspaceIsMadeWithTheServer();
    void workspaceSaysWhichStatusesThereAre();
    void teamsAreOfPeople();

private:
    RecordRef makeDeal(const RecordRef &pipeline, const Stage &stage)
    {
        return make(RecordKind::Deal,
                    {{fields::name, u"Chairs"_s},
                     {fields::place, QJsonObject{{u"pipeline"_s, pipeline.id}, {u"stage"_s, stage.id}}}});
    }
};

void WorkspaceTest::fieldsThatAnAdminDefines()
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

void WorkspaceTest::keysAreUniqueForOneKind()
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

void WorkspaceTest::definedFieldsHaveAnEnd()
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

void WorkspaceTest::pipelineWithDealsStays()
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

void WorkspaceTest::stageWithDealsStays()
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

void WorkspaceTest::workspaceBeginsWithAPipeline()
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

void WorkspaceTest::workspaceIsMadeWithTheServer()
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

void WorkspaceTest::workspaceSaysWhichStatusesThereAre()
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

void WorkspaceTest::teamsAreOfPeople()
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

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "WorkspaceTest.moc"
