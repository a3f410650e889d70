// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/FieldOrder.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

/// Two people change the same record of the CRM without having seen each other's changes.
class CrmMergeTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void differentFieldsAreBothTaken();
    void sameFieldIsAConflict();
    void valuesOfEveryTypeAreMerged();
    void whatNobodyHasToChooseIsTaken();
    void ownEarlierChangesAreNoConflict();
    void deletingWhatSomebodyChangedIsAConflict();
    void deletingWhatOneHasSeenIsNone();
    void deletedIsRestored();
};

void CrmMergeTest::differentFieldsAreBothTaken()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    (void)give(m_ada, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}}));
    const QJsonObject result = give(m_ben, changeOf(contact, 1, {{fields::status, u"customer"_s}}));
    QCOMPARE(result, (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    QCOMPARE(stateOf(contact).fields["job"_L1].toString(), u"Admiral"_s);
    QCOMPARE(stateOf(contact).fields[fields::status].toString(), u"customer"_s);
}

void CrmMergeTest::sameFieldIsAConflict()
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

void CrmMergeTest::valuesOfEveryTypeAreMerged()
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

void CrmMergeTest::whatNobodyHasToChooseIsTaken()
{
    const RecordRef field =
        make(RecordKind::CustomField,
             {{fields::name, u"Size"_s}, {u"of"_s, u"contact"_s}, {u"key"_s, u"size"_s}, {fields::order, u"10"_s}});
    (void)give(m_ada, changeOf(field, 1, {{fields::order, u"20"_s}}));
    QCOMPARE(give(m_ada, changeOf(field, 1, {{fields::order, u"30"_s}})),
             (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    QCOMPARE(stateOf(field).fields[fields::order].toString(), u"30"_s);
    const QJsonObject result = give(m_ada, changeOf(field, 1, {{fields::name, u"Sizes"_s}, {fields::order, u"40"_s}}));
    QCOMPARE(result["conflicts"_L1].toArray().size(), 0); // the name is as it was seen
    QVERIFY(m_desk->records().conflicts.of(field).isEmpty());
}

void CrmMergeTest::ownEarlierChangesAreNoConflict()
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

void CrmMergeTest::deletingWhatSomebodyChangedIsAConflict()
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

void CrmMergeTest::deletingWhatOneHasSeenIsNone()
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

void CrmMergeTest::deletedIsRestored()
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

QTEST_GUILESS_MAIN(CrmMergeTest)
#include "CrmMergeTest.moc"
