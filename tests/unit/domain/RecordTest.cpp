// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Overlay.h"
#include "domain/Permissions.h"
#include "domain/RecordQuery.h"
#include "domain/RecordSchema.h"
#include "domain/Stages.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

namespace {

const QString someId = u"01a1f849-0000-7000-8000-000000000001"_s;

QString idOf(int number)
{
    return u"01a1f849-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

RecordState stateOf(const QJsonObject &fields, const ListValues &lists = {})
{
    return {.record = {RecordKind::Deal, someId},
            .version = 1,
            .createdBy = {},
            .createdAt = 1'000,
            .changedAt = 2'000,
            .fields = fields,
            .lists = lists};
}

QJsonObject money(const QString &amount)
{
    return {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}};
}

} // namespace

/// What records of the CRM hold, which are wanted and in which order, and who may make and change them.
class RecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsHaveNames();
    void valuesAreChecked_data();
    void valuesAreChecked();
    void customFieldsAreDefined();
    void definedValuesAreChecked_data();
    void definedValuesAreChecked();
    void workspaceSaysWhichStatusesThereAre();
    void whatIsMissingIsSaid();
    void filters_data();
    void filters();
    void amountsSortAsNumbers();
    void queriesAreKept();
    void creationAndChangesAreShown();
    void rolesMayGive_data();
    void rolesMayGive();
};

void RecordTest::kindsHaveNames()
{
    QSet<QString> names;
    for (const RecordKind kind : crmKinds) {
        QVERIFY(isCrm(kind));
        QCOMPARE(recordKindFrom(nameOf(kind)), std::optional(kind));
        const RecordRef record{kind, someId};
        QCOMPARE(RecordRef::from(record.text()), std::optional(record));
        names.insert(nameOf(kind));
    }
    QCOMPARE(names.size(), qsizetype(crmKinds.size()));
    QVERIFY(!isCrm(RecordKind::Person) && !isCrm(RecordKind::Conversation));
}

void RecordTest::valuesAreChecked_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code"); // empty: it is taken
    const auto row = [](const char *name, const QString &kind, const QString &field, const QJsonValue &value,
                        const QString &code) { QTest::newRow(name) << kind << field << value << code; };
    row("name", u"contact"_s, u"name"_s, u" Maya "_s, {});
    row("no name", u"contact"_s, u"name"_s, u"  "_s, u"name.empty"_s);
    row("name of two lines", u"contact"_s, u"name"_s, u"Maya\nOkafor"_s, u"name.invalid"_s);
    row("longest name", u"contact"_s, u"name"_s, u"🎉"_s.repeated(200), {});
    row("too long a name", u"contact"_s, u"name"_s, u"x"_s.repeated(201), u"name.tooLong"_s);
    row("number as name", u"contact"_s, u"name"_s, 5, u"name.invalid"_s);
    row("address of two lines", u"contact"_s, u"address"_s, u"1 Quay\nCork"_s, {});
    row("status", u"contact"_s, u"status"_s, u"customer"_s, {});
    row("no status", u"contact"_s, u"status"_s, QString(), {});
    row("another status", u"contact"_s, u"status"_s, u"friend"_s, {}); // the workspace knows
    row("a status in words", u"contact"_s, u"status"_s, u"A friend"_s, u"status.invalid"_s);
    row("owner", u"contact"_s, u"owner"_s, someId, {});
    row("owner by name", u"contact"_s, u"owner"_s, u"ada"_s, u"owner.invalid"_s);
    row("money", u"deal"_s, u"value"_s, money(u"-12.50"_s), {});
    row("most money", u"deal"_s, u"value"_s, money(u"999999999999999.99"_s), {});
    row("money of too many digits", u"deal"_s, u"value"_s, money(u"-92233720368547758.08"_s), u"value.invalid"_s);
    row("no money", u"deal"_s, u"value"_s, QJsonValue::Null, {});
    row("floating money", u"deal"_s, u"value"_s, 12.5, u"value.invalid"_s);
    row("money with a comma", u"deal"_s, u"value"_s, money(u"12,50"_s), u"value.invalid"_s);
    row("money of no currency", u"deal"_s, u"value"_s, QJsonObject{{u"amount"_s, u"1"_s}}, u"value.invalid"_s);
    row("yen with cents", u"deal"_s, u"value"_s, QJsonObject{{u"amount"_s, u"1.5"_s}, {u"currency"_s, u"JPY"_s}},
        u"value.invalid"_s);
    row("probability", u"deal"_s, u"probability"_s, 100, {});
    row("too probable", u"deal"_s, u"probability"_s, 101, u"probability.invalid"_s);
    row("day", u"deal"_s, u"expectedClose"_s, u"2028-02-29"_s, {});
    row("no such day", u"deal"_s, u"expectedClose"_s, u"2027-02-29"_s, u"expectedClose.invalid"_s);
    row("stage", u"deal"_s, u"place"_s, QJsonObject{{u"pipeline"_s, someId}, {u"stage"_s, someId}}, {});
    row("stage with a reason", u"deal"_s, u"place"_s,
        QJsonObject{{u"pipeline"_s, someId}, {u"stage"_s, someId}, {u"lostReason"_s, u"price"_s}}, {});
    row("stage with more", u"deal"_s, u"place"_s,
        QJsonObject{{u"pipeline"_s, someId}, {u"stage"_s, someId}, {u"colour"_s, u"red"_s}}, u"place.invalid"_s);
    row("stage with a reason of no text", u"deal"_s, u"place"_s,
        QJsonObject{{u"pipeline"_s, someId}, {u"stage"_s, someId}, {u"lostReason"_s, QJsonArray{u"price"_s}}},
        u"place.invalid"_s);
    const QJsonObject plan{{u"hash"_s, u"a"_s.repeated(64)},
                           {u"name"_s, u"Plan.pdf"_s},
                           {u"size"_s, 5},
                           {u"type"_s, u"application/pdf"_s}};
    row("file", u"file"_s, u"file"_s, plan, {});
    QJsonObject more = plan;
    more.insert(u"bytes"_s, u"x"_s);
    row("file with more", u"file"_s, u"file"_s, more, u"file.invalid"_s);
    row("due", u"task"_s, u"due"_s, qint64(1'700'000'000'000), {});
    row("due in words", u"task"_s, u"due"_s, u"tomorrow"_s, u"due.invalid"_s);
    row("done", u"task"_s, u"done"_s, true, {});
    row("done by number", u"task"_s, u"done"_s, 1, u"done.invalid"_s);
    row("about a deal", u"task"_s, u"about"_s, u"deal:"_s + someId, {});
    row("about a planet", u"task"_s, u"about"_s, u"planet:"_s + someId, u"about.invalid"_s);
    const Stage lead{idOf(1), u"Lead"_s, 10, u"open"_s};
    const Stage won{idOf(2), u"Won"_s, 100, u"won"_s};
    const Stage lost{idOf(3), u"Lost"_s, 0, u"lost"_s};
    row("stages", u"pipeline"_s, u"stages"_s, toJson(QVector<Stage>{lead, won, lost}), {});
    row("stages without an open one", u"pipeline"_s, u"stages"_s, toJson(QVector<Stage>{won, lost}), {});
    const auto wrong = [&](const char *name, const QVector<Stage> &stages) {
        row(name, u"pipeline"_s, u"stages"_s, toJson(stages), u"stages.invalid"_s);
    };
    wrong("nothing can be won", {lead, lost});
    wrong("nothing can be lost", {lead, won});
    wrong("no stages", {});
    wrong("the same stage twice", {lead, lead, won, lost});
    wrong("stage of no kind", {{idOf(1), u"Lead"_s, 10, u"maybe"_s}, won, lost});
    wrong("stage without a name", {{idOf(1), u" "_s, 10, u"open"_s}, won, lost});
    wrong("stage more than certain", {{idOf(1), u"Lead"_s, 101, u"open"_s}, won, lost});
    QVector<Stage> many{won, lost};
    while (many.size() <= limits::stages)
        many.append({idOf(int(many.size()) + 10), u"Step"_s, 50, u"open"_s});
    wrong("too many stages", many);
    row("visibility", u"workspace"_s, u"visibility"_s, u"team"_s, {});
    row("no visibility", u"workspace"_s, u"visibility"_s, QString(), u"visibility.invalid"_s);
    row("another visibility", u"workspace"_s, u"visibility"_s, u"nobody"_s, u"visibility.invalid"_s);
    row("target", u"workspace"_s, u"revenueTarget"_s, money(u"1000"_s), {});
    row("no target", u"workspace"_s, u"revenueTarget"_s, QJsonValue::Null, {});
    const QJsonObject vip{{u"id"_s, u"vip"_s}, {u"name"_s, u"VIP"_s}, {u"color"_s, u"accent"_s}};
    const QJsonObject old{{u"id"_s, u"old"_s}, {u"name"_s, u"Old"_s}};
    row("statuses", u"workspace"_s, u"statuses"_s, QJsonArray{vip, old}, {});
    row("first statuses", u"workspace"_s, u"statuses"_s, firstStatuses(), {});
    row("no statuses", u"workspace"_s, u"statuses"_s, QJsonArray(), u"statuses.invalid"_s);
    row("the same status twice", u"workspace"_s, u"statuses"_s, QJsonArray{old, old}, u"statuses.invalid"_s);
    row("status without a name", u"workspace"_s, u"statuses"_s,
        QJsonArray{QJsonObject{{u"id"_s, u"vip"_s}, {u"name"_s, u" "_s}}}, u"statuses.invalid"_s);
    row("status of an id in words", u"workspace"_s, u"statuses"_s,
        QJsonArray{QJsonObject{{u"id"_s, u"A friend"_s}, {u"name"_s, u"A friend"_s}}}, u"statuses.invalid"_s);
    row("status of a colour in numbers", u"workspace"_s, u"statuses"_s,
        QJsonArray{QJsonObject{{u"id"_s, u"vip"_s}, {u"name"_s, u"VIP"_s}, {u"color"_s, u"#ff0000"_s}}},
        u"statuses.invalid"_s);
    row("team without a name", u"team"_s, u"name"_s, QString(), u"name.empty"_s);
    row("unknown field", u"deal"_s, u"colour"_s, u"red"_s, u"field.unknown"_s);
    row("field of another kind", u"deal"_s, u"status"_s, u"lead"_s, u"field.unknown"_s);
}

void RecordTest::valuesAreChecked()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, code);
    const auto checked = checkedValue(*recordKindFrom(kind), field, value);
    QCOMPARE(checked ? QString() : checked.error().code, code);
    QVERIFY(checked.ok() || !checked.error().message.isEmpty());
    if (checked && value.isString())
        QCOMPARE(checked.value().toString(), value.toString().trimmed());
}

void RecordTest::customFieldsAreDefined()
{
    RecordState definition = stateOf({{u"name"_s, u"Size"_s},
                                      {u"of"_s, u"company"_s},
                                      {u"key"_s, u"size"_s},
                                      {u"type"_s, u"choice"_s},
                                      {u"choices"_s, QJsonArray{u"small"_s, u"large"_s}}});
    const auto rule = ruleFrom(definition);
    QVERIFY(rule);
    QCOMPARE(rule->first, RecordKind::Company);
    CustomFields custom;
    custom.rules[int(rule->first)].append(rule->second);
    QVERIFY(checkedValue(RecordKind::Company, u"x:size"_s, u"small"_s, custom).ok());
    QCOMPARE(checkedValue(RecordKind::Company, u"x:size"_s, u"huge"_s, custom).error().code, u"x:size.invalid"_s);
    QCOMPARE(checkedValue(RecordKind::Contact, u"x:size"_s, u"small"_s, custom).error().code, u"field.unknown"_s);
    definition.fields.insert(fields::deleted, true);
    QVERIFY(!ruleFrom(definition));
    QVERIFY(!isCustomField(u"x:Size"_s) && !isCustomField(u"size"_s) && isCustomField(customFieldName(u"a-1"_s)));
}

void RecordTest::definedValuesAreChecked_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("required");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code"); // empty: it is taken
    const auto row = [](const char *name, const QString &type, bool required, const QJsonValue &value,
                        const QString &code = {}) { QTest::newRow(name) << type << required << value << code; };
    row("link", u"link"_s, false, u"https://x.example/a?b=c"_s);
    row("link without a scheme", u"link"_s, false, u"x.example:8080/a"_s);
    row("address of mail", u"link"_s, false, u"mailto:maya@x.example"_s);
    row("no link", u"link"_s, false, QString());
    row("link to a program", u"link"_s, false, u"javascript:alert(1.5)"_s, u"x:it.invalid"_s);
    row("link to a file", u"link"_s, false, u"file:///etc/passwd"_s, u"x:it.invalid"_s);
    row("link of words", u"link"_s, false, u"our portal"_s, u"x:it.invalid"_s);
    row("long link", u"link"_s, false, QString(u"https://x.example/"_s + QString(300, u'a')), u"x:it.tooLong"_s);
    row("required text", u"text"_s, true, u" "_s, u"x:it.empty"_s);
    row("required number", u"number"_s, true, QString(), u"x:it.empty"_s);
    row("number that need not be", u"number"_s, false, QString());
    row("number", u"number"_s, true, u"-12.5"_s);
    row("number of words", u"number"_s, false, u"twelve"_s, u"x:it.invalid"_s);
    row("required day", u"date"_s, true, QString(), u"x:it.empty"_s);
    row("day", u"date"_s, true, u"2026-11-29"_s);
    row("yes", u"boolean"_s, false, true);
    row("perhaps", u"boolean"_s, false, u"perhaps"_s, u"x:it.invalid"_s);
}

void RecordTest::definedValuesAreChecked()
{
    QFETCH(const QString, type);
    QFETCH(const bool, required);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, code);
    const auto rule = ruleFrom(stateOf({{fields::name, u"It"_s},
                                        {fields::of, u"deal"_s},
                                        {fields::key, u"it"_s},
                                        {fields::type, type},
                                        {fields::required, required}}));
    QVERIFY(rule);
    const CustomFields custom{{{int(rule->first), {rule->second}}}};
    const auto checked = checkedValue(RecordKind::Deal, u"x:it"_s, value, custom);
    QCOMPARE(checked ? QString() : checked.error().code, code);
}

void RecordTest::workspaceSaysWhichStatusesThereAre()
{
    RecordState workspace =
        stateOf({{fields::statuses, QJsonArray{QJsonObject{{u"id"_s, u"vip"_s}, {u"name"_s, u"VIP"_s}}}}});
    workspace.record = workspaceRecord();
    const auto rule = ruleFrom(workspace);
    QVERIFY(rule);
    QCOMPARE(rule->first, RecordKind::Contact);
    const CustomFields today{{{int(rule->first), {rule->second}}}};
    const auto codeOf = [&](const QString &status) {
        const auto checked = checkedValue(RecordKind::Contact, fields::status, status, today);
        return checked ? QString() : checked.error().code;
    };
    QCOMPARE(codeOf(u"vip"_s), QString());
    QCOMPARE(codeOf({}), QString());
    QCOMPARE(codeOf(u"lead"_s), u"status.invalid"_s);
    workspace.fields = {{fields::visibility, u"everyone"_s}};
    QVERIFY(!ruleFrom(workspace));
    QVERIFY(isCanonicalUuid(workspaceRecord().id));
}

void RecordTest::whatIsMissingIsSaid()
{
    QCOMPARE(missingIn(RecordKind::Contact, {{u"job"_s, u"Clerk"_s}})->code, u"name.empty"_s);
    QVERIFY(!missingIn(RecordKind::Contact, {{u"name"_s, u"Maya"_s}}));
    QCOMPARE(missingIn(RecordKind::Note, {})->code, u"text.empty"_s);
    QCOMPARE(checkedEntry(RecordKind::Contact, fields::emails, u" a@b.example "_s).value(), u"a@b.example"_s);
    QCOMPARE(checkedEntry(RecordKind::Contact, fields::tags, u" "_s).error().code, u"tag.empty"_s);
    QCOMPARE(checkedEntry(RecordKind::Deal, fields::emails, u"a@b.example"_s).error().code, u"field.unknown"_s);
}

void RecordTest::filters_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("test");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *name, const QString &field, const QString &test, const QJsonValue &value,
                        bool passes) { QTest::newRow(name) << field << test << value << passes; };
    row("is, case and diacritics apart", u"name"_s, u"is"_s, u"ANNUAL plan"_s, true);
    row("is not", u"name"_s, u"isNot"_s, u"Annual plan"_s, false);
    row("is one of", u"name"_s, u"isOneOf"_s, QJsonArray{u"weekly"_s, u"annual plan"_s}, true);
    row("is none of", u"name"_s, u"isOneOf"_s, QJsonArray{u"weekly"_s}, false);
    row("is one of none", u"name"_s, u"isOneOf"_s, QJsonArray(), false);
    row("contains", u"name"_s, u"contains"_s, u"nual"_s, true);
    row("contains not", u"name"_s, u"contains"_s, u"weekly"_s, false);
    row("at least as much", u"value"_s, u"atLeast"_s, u"900"_s, true);
    row("at least more", u"value"_s, u"atLeast"_s, u"8640.51"_s, false);
    row("at most as much", u"value"_s, u"atMost"_s, u"8640.5"_s, true);
    row("at most less", u"value"_s, u"atMost"_s, u"900"_s, false);
    row("day", u"expectedClose"_s, u"atMost"_s, u"2026-12-31"_s, true);
    row("later day", u"expectedClose"_s, u"atLeast"_s, u"2026-12-31"_s, false);
    row("stage", u"place"_s, u"is"_s, someId, true);
    row("empty", u"owner"_s, u"isEmpty"_s, QJsonValue::Null, true);
    row("not empty", u"owner"_s, u"isNotEmpty"_s, QJsonValue::Null, false);
    row("empty is not at most", u"probability"_s, u"atMost"_s, 50, false);
    row("entry of a list", u"tags"_s, u"is"_s, u"VIP"_s, true);
    row("one of several entries", u"tags"_s, u"isOneOf"_s, QJsonArray{u"eu"_s, u"VIP"_s}, true);
    row("none of several entries", u"tags"_s, u"isOneOf"_s, QJsonArray{u"eu"_s}, false);
    row("part of an entry", u"tags"_s, u"contains"_s, u"ip"_s, true);
    row("none of a list", u"tags"_s, u"isNot"_s, u"vip"_s, false);
    row("list with something", u"tags"_s, u"isNotEmpty"_s, QJsonValue::Null, true);
    row("number", u"x:seats"_s, u"atLeast"_s, u"9"_s, true); // not as a text: "12.5" < "9"
    row("too large a number", u"x:seats"_s, u"atMost"_s, u"9"_s, false);
    row("the same number", u"x:seats"_s, u"is"_s, u"12.50"_s, true);
    row("defined text", u"x:note"_s, u"contains"_s, u"wing"_s, true);
    row("created", u"createdAt"_s, u"atLeast"_s, 1'000, true);
    row("created later", u"createdAt"_s, u"atLeast"_s, 1'001, false);
}

void RecordTest::filters()
{
    QFETCH(const QString, field);
    QFETCH(const QString, test);
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, passes);
    const RecordState deal = stateOf({{u"name"_s, u"Annüal plan"_s},
                                      {u"value"_s, money(u"8640.50"_s)},
                                      {u"expectedClose"_s, u"2026-12-04"_s},
                                      {u"place"_s, QJsonObject{{u"pipeline"_s, someId}, {u"stage"_s, someId}}},
                                      {u"x:seats"_s, u"12.5"_s},
                                      {u"x:note"_s, u"Left wing"_s},
                                      {u"owner"_s, QString()}},
                                     {{fields::tags, {u"harbour"_s, u"vip"_s}}});
    RecordQuery query{.kind = RecordKind::Deal, .filters = {{field, *filterTestFrom(test), value}}};
    QCOMPARE(frontdesk::passes(deal, query), passes);
    query.kind = RecordKind::Task;
    QVERIFY(!frontdesk::passes(deal, query));
    query.kind = RecordKind::Deal;
    query.deleted = true;
    QVERIFY(!frontdesk::passes(deal, query));
}

void RecordTest::amountsSortAsNumbers()
{
    QStringList keys;
    for (const QString &amount :
         {u"-1000"_s, u"-99.5"_s, u"-1"_s, u"0"_s, u"0.5"_s, u"9"_s, u"10"_s, u"10.25"_s, u"100000"_s})
        keys.append(sortKey(stateOf({{fields::value, money(amount)}}), fields::value));
    QVERIFY2(std::is_sorted(keys.begin(), keys.end()), qPrintable(keys.join(u' ')));
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    QVERIFY(sortKey(stateOf({}), fields::value).isEmpty());
    const auto seats = [](const QString &number) { return sortKey(stateOf({{u"x:seats"_s, number}}), u"x:seats"_s); };
    QVERIFY(seats(u"-3"_s) < seats(u"9"_s) && seats(u"9"_s) < seats(u"12.5"_s) && seats(u"12.5"_s) < seats(u"100"_s));
    QCOMPARE(sortKey(stateOf({{fields::name, u"Özil"_s}}), fields::name), u"ozil"_s);
}

void RecordTest::queriesAreKept()
{
    const RecordQuery query{.kind = RecordKind::Deal,
                            .text = u"plan"_s,
                            .filters = {{fields::value, FilterTest::AtLeast, u"900"_s},
                                        {fields::owner, FilterTest::IsEmpty, QJsonValue::Null},
                                        isOneOf(fields::owner, {u"ada"_s, u"ben"_s})},
                            .sortBy = fields::value,
                            .descending = true};
    QCOMPARE(recordQueryFrom(RecordKind::Deal, toJson(query)), query);
    QJsonObject later = toJson(query);
    later.insert(u"filters"_s, QJsonArray{QJsonObject{{u"field"_s, u"name"_s}, {u"test"_s, u"soundsLike"_s}}});
    QVERIFY(recordQueryFrom(RecordKind::Deal, later).filters.isEmpty());
    QCOMPARE(isOneOf(fields::owner, {u"ada"_s}), (RecordFilter{fields::owner, FilterTest::Is, u"ada"_s}));
}

void RecordTest::creationAndChangesAreShown()
{
    const RecordRef record{RecordKind::Contact, someId};
    const UserId me(u"ada"_s);
    const auto pending = [](CommandBody body, Delivery state) {
        return PendingCommand{{CommandId(u"c"_s), 5'000, std::move(body)}, state, {}};
    };
    const CreateRecord create{record, {{fields::name, u"Maya"_s}}, {{fields::tags, {u"b"_s, u"a"_s}}}};
    const ChangeRecord change{.record = record,
                              .basis = {},
                              .set = {{u"job"_s, u"Founder"_s}},
                              .was = {},
                              .lists = {{fields::tags, {.add = {u"c"_s}, .remove = {u"a"_s}}}},
                              .resolves = {}};
    QVERIFY(!overlay(record, {}, {}, me));
    QVERIFY(!overlay(record, {}, {pending(create, Delivery::Refused)}, me));
    QVERIFY(!overlay(record, {}, {pending(change, Delivery::Queued)}, me)); // of what is not there
    const auto shown = overlay(record, {}, {pending(create, Delivery::Queued), pending(change, Delivery::Sending)}, me);
    QVERIFY(shown);
    QCOMPARE(shown->createdBy, me);
    QCOMPARE(shown->fields, (QJsonObject{{fields::name, u"Maya"_s}, {u"job"_s, u"Founder"_s}}));
    QCOMPARE(shown->lists[fields::tags], (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(seenBefore(change, *overlay(record, {}, {pending(create, Delivery::Queued)}, me)),
             (QJsonObject{{u"job"_s, QJsonValue::Null}}));
    QVERIFY(isCreation(create) && !isCreation(change));
    QCOMPARE(laneOf(create), laneOf(change));
    QVERIFY(setsFieldsOf(create, record));
}

void RecordTest::rolesMayGive_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("may");
    for (const QString &role : {u"reader"_s, u"agent"_s, u"manager"_s, u"admin"_s})
        for (const RecordKind kind : crmKinds) {
            const bool isForAll =
                kind == RecordKind::Pipeline || kind == RecordKind::CustomField || kind == RecordKind::Team;
            const bool may = kind == RecordKind::Workspace ? role == u"admin"_s
                             : isForAll                    ? role == u"manager"_s || role == u"admin"_s
                                                           : role != u"reader"_s;
            QTest::addRow("%s, %s", qPrintable(role), qPrintable(nameOf(kind))) << role << nameOf(kind) << may;
        }
}

void RecordTest::rolesMayGive()
{
    QFETCH(const QString, role);
    QFETCH(const QString, kind);
    QFETCH(const bool, may);
    const RecordRef record{*recordKindFrom(kind), someId};
    ChangeRecord change;
    change.record = record;
    QCOMPARE(mayGive(*roleFrom(role), CreateRecord{record, {}, {}}), may);
    QCOMPARE(mayGive(*roleFrom(role), change), may);
    QVERIFY(mayGive(*roleFrom(role), SetOwnValue{u"setting:sound"_s, 1}));
    QVERIFY(mayGive(*roleFrom(role), MoveRead{}));
    QCOMPARE(mayGive(*roleFrom(role), SendMessage{}), role != u"reader"_s);
}

QTEST_APPLESS_MAIN(RecordTest)
#include "RecordTest.moc"
