// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FieldText.h"
#include "models/records/FilterValues.h"
#include "models/records/ReversibleChange.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

RecordState stateOf(RecordKind kind, const QJsonObject &fields, const ListValues &lists = {})
{
    RecordState state;
    state.record = {kind, u"one"_s};
    state.fields = fields;
    state.lists = lists;
    return state;
}

} // namespace

/// Values and conditions as they are typed, and changes with their way back; all pure.
class ConditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void amountsAndNumbersAsTheyAreTyped_data();
    void amountsAndNumbersAsTheyAreTyped();
    void timesAsTheyAreTyped();
    void everyFieldHasTests();
    void valuesAsTheyAreTyped_data();
    void valuesAsTheyAreTyped();
    void whatIsNoValueSaysSo_data();
    void whatIsNoValueSaysSo();
    void oneOfSeveralKeepsThemAll();
    void aDayIsMeantWhole();
    void onlyWhatMakesADifferenceIsChanged();
    void whatSomebodyChangedSinceStays();
    void whatWasNeverSetIsEmptyAgain();
    void aDefinedFlagThatWasNeverSetCannotBeEmptyAgain();
};

void ConditionsTest::amountsAndNumbersAsTheyAreTyped_data()
{
    QTest::addColumn<QLocale::Language>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value"); // empty: refused
    QTest::addColumn<QString>("shown");
    const auto row = [](QLocale::Language language, const char *typed, const char *value, const char *shown = "") {
        QTest::addRow("%s %s", qPrintable(QLocale(language).name()), typed)
            << language << QString::fromLatin1(typed) << QString::fromLatin1(value) << QString::fromLatin1(shown);
    };
    row(QLocale::German, "1.200,50 EUR", "1200.50 EUR", "1200,50 EUR");
    row(QLocale::German, "12.50 EUR", "12.50 EUR", "12,50 EUR");
    row(QLocale::German, "1.234 EUR", "1234 EUR", "1234 EUR");
    row(QLocale::German, "1,234 EUR", "");
    row(QLocale::German, "1,234 KWD", "1.234 KWD", "1,234 KWD");
    row(QLocale::German, "12.50.1 EUR", "");
    row(QLocale::German, "12.50", "12.50", "12,50");
    row(QLocale::German, "-0,5", "-0.5", "-0,5");
    row(QLocale::English, "1,234.50 eur", "1234.50 EUR", "1234.50 EUR");
    row(QLocale::English, "12,50 EUR", "12.50 EUR", "12.50 EUR");
    row(QLocale::English, "1.234 EUR", "");
    row(QLocale::English, "12,5", "12.5", "12.5");
    row(QLocale::English, "1,250", "1250", "1250");
}

void ConditionsTest::amountsAndNumbersAsTheyAreTyped()
{
    QFETCH(const QLocale::Language, language);
    QFETCH(const QString, typed);
    QFETCH(const QString, value);
    QFETCH(const QString, shown);
    QLocale::setDefault(QLocale(language));
    const QStringList parts = value.split(u' ');
    const bool isMoney = typed.back().isLetter();
    const FieldRule &rule =
        isMoney ? *schemaOf(RecordKind::Deal).field(fields::value) : *schemaOf(RecordKind::Note).field(fields::minutes);
    const auto read = fieldtext::valueFrom(rule, typed);
    QCOMPARE(read.ok(), !value.isEmpty());
    if (!read) {
        QVERIFY2(read.error().message.contains(typed.section(u' ', 0, 0)), qPrintable(read.error().message));
        return;
    }
    QCOMPARE(read.value(),
             isMoney ? QJsonValue(QJsonObject{{u"amount"_s, parts[0]}, {u"currency"_s, parts[1]}}) : QJsonValue(value));
    QCOMPARE(fieldtext::editTextOf(rule, read.value()), shown);
    QCOMPARE(fieldtext::valueFrom(rule, shown).value(), read.value());
}

void ConditionsTest::timesAsTheyAreTyped()
{
    const FieldRule &rule = *schemaOf(RecordKind::Task).field(fields::due);
    const auto at = [](int hour, int minute) {
        return QJsonValue(QDateTime(QDate(2026, 11, 29), QTime(hour, minute)).toMSecsSinceEpoch());
    };
    const auto read = [&](const QString &text) {
        const auto value = fieldtext::valueFrom(rule, text);
        return value ? value.value() : QJsonValue(value.error().message);
    };
    QCOMPARE(fieldtext::editTextOf(rule, at(9, 5)), u"2026-11-29 09:05"_s);
    for (const QString &text : {u"2026-11-29 09:05"_s, u"29.11.2026 9:05"_s, u"29.11.26, 09:05"_s})
        QCOMPARE(read(text), at(9, 5));
    QCOMPARE(read(u"29.11.2026"_s), at(17, 0)); // as the due day of a new task
    QCOMPARE(read(u" "_s), QJsonValue(QJsonValue::Null));
    for (const QString &wrong : {u"17"_s, u"17:00"_s, u"1800000000000"_s, u"2026-11-29 25:00"_s, u"2026-11-29 9am"_s,
                                 u"2026-11-29T09:05"_s, u"2026-02-30 09:05"_s, u"morgen"_s})
        QVERIFY2(read(wrong).toString().contains(u" 17:00"_s), qPrintable(wrong));
}

void ConditionsTest::everyFieldHasTests()
{
    for (const RecordKind kind : {RecordKind::Contact, RecordKind::Company, RecordKind::Deal}) {
        const QStringList fields = filters::fieldsOf(kind);
        QVERIFY(fields.contains(fields::name) && fields.contains(fields::tags) && fields.contains(u"createdAt"_s));
        QVERIFY(!fields.contains(fields::deleted));
        for (const QString &field : fields) {
            QVERIFY2(!filters::testsOf(kind, field).isEmpty(), qPrintable(field));
            for (const FilterTest test : filters::testsOf(kind, field))
                QVERIFY2(!filters::testName(kind, field, test).isEmpty(), qPrintable(field));
        }
    }
    QCOMPARE(filters::nameOf(filters::inputOf(RecordKind::Deal, fields::place)), u"choice"_s);
    QCOMPARE(filters::nameOf(filters::inputOf(RecordKind::Deal, fields::value)), u"number"_s);
    QCOMPARE(filters::nameOf(filters::inputOf(RecordKind::Deal, fields::contact)), u"record"_s);
    QCOMPARE(filters::nameOf(filters::inputOf(RecordKind::Contact, fields::emails)), u"text"_s);
}

void ConditionsTest::valuesAsTheyAreTyped_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, RecordKind kind, const QString &field, const QString &typed,
                        const QJsonValue &value,
                        const QString &shown) { QTest::newRow(name) << kind << field << typed << value << shown; };
    row("text", RecordKind::Contact, fields::name, u" Maya "_s, u"Maya"_s, u"Maya"_s);
    row("choice", RecordKind::Contact, fields::status, u"lead"_s, u"lead"_s, u"lead"_s);
    row("entry", RecordKind::Contact, fields::tags, u"vip"_s, u"vip"_s, u"vip"_s);
    row("money", RecordKind::Deal, fields::value, u"1.200,50"_s, u"1200.50"_s, u"1200,50"_s);
    row("money with a point", RecordKind::Deal, fields::value, u"12.50"_s, u"12.50"_s, u"12,50"_s);
    row("per cent", RecordKind::Deal, u"probability"_s, u"60 %"_s, 60, u"60"_s);
    row("day", RecordKind::Deal, u"expectedClose"_s, u"4.12.2026"_s, u"2026-12-04"_s, u"2026-12-04"_s);
    row("flag", RecordKind::Task, fields::done, u"false"_s, false, u"false"_s);
}

void ConditionsTest::valuesAsTheyAreTyped()
{
    QFETCH(const RecordKind, kind);
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, shown);
    const auto found = filters::valueFrom(kind, field, FilterTest::Is, typed);
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found.value(), value);
    QCOMPARE(filters::editTextOf(kind, field, value), shown);
    QCOMPARE(filters::valueFrom(kind, field, FilterTest::Is, shown).value(), value);
}

void ConditionsTest::whatIsNoValueSaysSo_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << RecordKind::Contact << fields::name << u"  "_s;
    QTest::newRow("no amount") << RecordKind::Deal << fields::value << u"viel"_s;
    QTest::newRow("two amounts in one") << RecordKind::Deal << fields::value << u"1,000"_s;
    QTest::newRow("no number") << RecordKind::Deal << u"probability"_s << u"hoch"_s;
    QTest::newRow("no day") << RecordKind::Deal << u"expectedClose"_s << u"bald"_s;
    QTest::newRow("no day of a time") << RecordKind::Contact << u"changedAt"_s << u"gestern"_s;
}

void ConditionsTest::whatIsNoValueSaysSo()
{
    QFETCH(const RecordKind, kind);
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    const auto found = filters::valueFrom(kind, field, FilterTest::AtLeast, typed);
    QVERIFY(!found);
    QVERIFY(!found.error().message.isEmpty());
    QVERIFY(filters::valueFrom(kind, field, FilterTest::IsEmpty, typed)); // that test asks for none
}

void ConditionsTest::oneOfSeveralKeepsThemAll()
{
    const QJsonValue owners = QJsonArray{u"ada"_s, u"ben"_s};
    const QString text = filters::editTextOf(RecordKind::Deal, fields::owner, owners);
    QCOMPARE(text, u"ada,ben"_s);
    QCOMPARE(filters::valueFrom(RecordKind::Deal, fields::owner, FilterTest::IsOneOf, text).value(), owners);
    QCOMPARE(filters::testName(RecordKind::Deal, fields::owner, FilterTest::IsOneOf), u"is one of"_s);
}

void ConditionsTest::aDayIsMeantWhole()
{
    const auto at = [](FilterTest test) {
        return filters::valueFrom(RecordKind::Contact, u"changedAt"_s, test, u"2026-11-29"_s).value().toInteger();
    };
    const qint64 begin = QDate(2026, 11, 29).startOfDay().toMSecsSinceEpoch();
    QCOMPARE(at(FilterTest::AtLeast), begin);
    QCOMPARE(at(FilterTest::AtMost), QDate(2026, 11, 30).startOfDay().toMSecsSinceEpoch() - 1);
    for (const FilterTest test : {FilterTest::AtLeast, FilterTest::AtMost})
        QCOMPARE(filters::editTextOf(RecordKind::Contact, u"changedAt"_s, at(test)), u"2026-11-29"_s);
}

void ConditionsTest::onlyWhatMakesADifferenceIsChanged()
{
    const RecordState maya = stateOf(RecordKind::Contact, {{fields::name, u"Maya"_s}, {fields::status, u"lead"_s}},
                                     {{fields::tags, {u"vip"_s}}});
    QVERIFY(!changeOf(maya, {{fields::status, u"lead"_s}}, {{fields::tags, {{u"vip"_s}, {u"none"_s}}}}));
    const auto change = changeOf(maya, {{fields::status, u"customer"_s}, {fields::name, u"Maya"_s}},
                                 {{fields::tags, {{u"eu"_s, u"vip"_s}, {}}}});
    QVERIFY(change);
    QCOMPARE(change->set, (QJsonObject{{fields::status, u"customer"_s}}));
    QCOMPARE(change->before, (QJsonObject{{fields::status, u"lead"_s}}));
    QCOMPARE(change->lists, (ListChanges{{fields::tags, {{u"eu"_s}, {}}}}));
}

void ConditionsTest::whatSomebodyChangedSinceStays()
{
    RecordState maya = stateOf(RecordKind::Contact, {{fields::status, u"lead"_s}, {fields::owner, u"a"_s}});
    const auto done =
        changeOf(maya, {{fields::status, u"customer"_s}, {fields::owner, u"b"_s}}, {{fields::tags, {{u"eu"_s}, {}}}});
    maya.fields = {{fields::status, u"inactive"_s}, {fields::owner, u"b"_s}}; // the status is somebody else's now
    maya.lists = {{fields::tags, {u"eu"_s, u"vip"_s}}};
    const auto back = reverseOf(*done, maya);
    QCOMPARE(back->set, (QJsonObject{{fields::owner, u"a"_s}}));
    QCOMPARE(back->lists, (ListChanges{{fields::tags, {{}, {u"eu"_s}}}}));
    maya.fields[fields::owner] = u"c"_s;
    maya.lists.clear();
    QVERIFY(!reverseOf(*done, maya));
}

void ConditionsTest::whatWasNeverSetIsEmptyAgain()
{
    RecordState deal = stateOf(RecordKind::Deal, {});
    const QJsonObject set{{fields::owner, u"a"_s}, {u"probability"_s, 20}, {fields::deleted, true}};
    const auto done = changeOf(deal, set, {});
    deal.fields = set;
    QCOMPARE(reverseOf(*done, deal)->set,
             (QJsonObject{{fields::owner, QString()}, {u"probability"_s, QJsonValue()}, {fields::deleted, false}}));
}

void ConditionsTest::aDefinedFlagThatWasNeverSetCannotBeEmptyAgain()
{
    CustomFields custom;
    custom.rules[int(RecordKind::Contact)] = {{.name = u"x:vip"_s, .type = FieldType::Flag},
                                              {.name = u"x:size"_s, .type = FieldType::Text, .longest = 10}};
    const RecordState maya = stateOf(RecordKind::Contact, {});
    const auto answered = changeOf(maya, {{u"x:vip"_s, false}}, {}, custom);
    QVERIFY(answered); // nobody has said no yet
    QVERIFY(!canBeTakenBack(*answered, custom));
    const auto sized = changeOf(maya, {{u"x:size"_s, u"L"_s}}, {}, custom);
    QVERIFY(canBeTakenBack(*sized, custom));
    custom.rules[int(RecordKind::Contact)][1].required = true;
    QVERIFY(!canBeTakenBack(*sized, custom));
}

QTEST_GUILESS_MAIN(ConditionsTest)
#include "ConditionsTest.moc"
