// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "TwoPeople.h"

#include <QtQml/QJSEngine>
#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

using Views = SavedViewsModel;

/// What a table shows, saved for the team, and what is done to many of its rows at once.
class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_people->sitDown(); }
    void cleanup() { m_people->leave(); }

    void conditionsNarrowWhileTheyAreTyped();
    void aViewIsSavedForEverybody();
    void countsStayLive();
    void aChangedViewIsToldAndSaved();
    void somebodyElsesChangeOfAViewIsShown();
    void aViewThatIsGoneShowsAll();
    void columnsAreChosen();
    void rowsAreChosen();
    void manyAreChangedWithOneUndo();
    void undoKeepsWhatAColleagueDid();
    void aDefinedFieldIsSetForMany_data();
    void aDefinedFieldIsSetForMany();
    void whatMustBeFilledInStays();
    void tagsAndTheBinForMany();
    void thousandsAreGivenInSteps();
    void whatCouldNotBeWrittenIsNotCounted();
    void qmlDeletesNoneOfThem();

private:
    Crm &crm(Person &person) { return *person.workspace->crm(); }
    Crm &adas() { return crm(*m_people->atAda); }
    Crm &bens() { return crm(*m_people->atBen); }
    /// Contacts with a mark in their names, so that tests do not see those of others.
    QVector<RecordRef> make(const QString &mark, int count, const QJsonObject &set = {});
    /// A field that Ada defines for contacts, at her table already: its name in records.
    QString define(const QString &type, bool required = false);
    void ask(Crm &person, const QString &mark)
    {
        person.contacts()->setText(mark);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(person.contacts()->text(), mark, 20'000); }();
    }
    RecordState stateAt(Person &person, const RecordRef &record)
    {
        return valueOf(person.session->store().record(record)).value_or(RecordState());
    }
    QStringList valuesAt(Person &person, const QVector<RecordRef> &records, const QString &field)
    {
        QStringList values;
        for (const RecordRef &record : records)
            values.append(stateAt(person, record).fields[field].toString());
        return values;
    }

    std::unique_ptr<TwoPeople> m_people;
    UuidV7Sequence m_ids;
};

void ViewsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

QVector<RecordRef> ViewsTest::make(const QString &mark, int count, const QJsonObject &set)
{
    QVector<RecordRef> records;
    for (int number = 0; number < count; ++number) {
        records.append({RecordKind::Contact, m_ids.next(SystemClock().utc())});
        QJsonObject fields = set;
        fields.insert(fields::name, u"%1 %2"_s.arg(mark).arg(number, 4, 10, QChar(u'0')));
        m_people->atAda->session->submit(CreateRecord{records.last(), fields, {}});
    }
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_people->atBen->session->store().record(records.last())).has_value(), 60'000);
    }();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).size(), 0, 60'000); }();
    return records;
}

QString ViewsTest::define(const QString &type, bool required)
{
    const QString key = u"%1-%2"_s.arg(type).arg(m_ids.next(SystemClock().utc()).right(12));
    m_people->atAda->session->submit(CreateRecord{{RecordKind::CustomField, m_ids.next(SystemClock().utc())},
                                                  {{fields::name, u"Size"_s},
                                                   {fields::of, u"contact"_s},
                                                   {fields::key, key},
                                                   {fields::type, type},
                                                   {fields::choices, QJsonArray{u"Small"_s, u"Large"_s}},
                                                   {fields::required, required}},
                                                  {}});
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(adas().texts().ruleOf(RecordKind::Contact, customFieldName(key)) != nullptr, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).size(), 0, 20'000);
    }();
    return customFieldName(key);
}

void ViewsTest::conditionsNarrowWhileTheyAreTyped()
{
    make(u"Narrow"_s, 3, {{fields::status, u"lead"_s}});
    make(u"Narrow"_s, 2, {{fields::status, u"customer"_s}});
    RecordTableModel &table = *adas().contacts();
    FilterListModel &conditions = *table.filters();
    ask(adas(), u"Narrow"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 5, 20'000);
    conditions.add(fields::status);
    QCOMPARE(table.filterCount(), 0); // not said yet
    conditions.setText(0, u"lead"_s);
    QCOMPARE(conditions.index(0).data(FilterListModel::ShownRole).toString(), u"Lead"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 3, 20'000);
    conditions.setTest(0, u"isNot"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 2, 20'000);
    conditions.add(fields::name);
    conditions.setText(1, u"0001"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 1, 20'000);
    conditions.setField(1, u"changedAt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 2, 20'000);
    conditions.setText(1, u"nonsense"_s);
    QVERIFY(!conditions.index(1).data(FilterListModel::ProblemRole).toString().isEmpty());
    QCOMPARE(table.filterCount(), 1); // and it narrows nothing
    conditions.removeAt(1);
    conditions.removeAt(0);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 5, 20'000);
}

void ViewsTest::aViewIsSavedForEverybody()
{
    make(u"Saved"_s, 2, {{fields::status, u"lead"_s}});
    make(u"Saved"_s, 1, {{fields::status, u"customer"_s}});
    Views &views = *adas().viewsOf(u"contact"_s);
    RecordTableModel &table = *adas().contacts();
    table.setText(u"Saved"_s);
    table.filterBy(fields::status, u"lead"_s);
    table.sortByColumn(fields::status);
    table.setColumns({fields::status, u"job"_s});
    QVERIFY(!views.problemWith(u" "_s).isEmpty());
    QCOMPARE(views.saveAs(u"  "_s), QString());
    const QString view = views.saveAs(u" Leads "_s);
    QCOMPARE(views.current(), view);
    QVERIFY(!views.differs());
    QTRY_COMPARE(views.currentName(), u"Leads"_s); // at once
    Views &shared = *bens().viewsOf(u"contact"_s);
    QTRY_VERIFY_WITH_TIMEOUT(Person::find(shared, Views::RecordRole, view).isValid(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(Person::find(shared, Views::RecordRole, view).data(Views::CountTextRole).toString(),
                              u"2"_s, 20'000);
    QVERIFY(!Person::find(*bens().viewsOf(u"company"_s), Views::RecordRole, view).isValid());
    shared.choose(view);
    QCOMPARE(bens().contacts()->columns(), (QStringList{fields::status, u"job"_s}));
    QCOMPARE(bens().contacts()->query(), table.query());
    QTRY_COMPARE_WITH_TIMEOUT(bens().contacts()->count(), 2, 20'000);
    shared.choose({});
    QVERIFY(bens().contacts()->columns().contains(fields::emails));
    QCOMPARE(bens().contacts()->filterCount(), 0);
}

void ViewsTest::countsStayLive()
{
    const QVector<RecordRef> made = make(u"Live"_s, 2, {{fields::status, u"lead"_s}});
    Views &views = *adas().viewsOf(u"contact"_s);
    adas().contacts()->setText(u"Live"_s);
    adas().contacts()->filterBy(fields::status, u"lead"_s);
    const QString view = views.saveAs(u"Live leads"_s);
    const auto count = [&] {
        return Person::find(views, Views::RecordRole, view).data(Views::CountTextRole).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"2"_s, 20'000);
    m_people->atBen->session->submit(ChangeRecord{.record = made.first(),
                                                  .basis = {},
                                                  .set = {{fields::status, u"customer"_s}},
                                                  .was = {},
                                                  .lists = {},
                                                  .resolves = {}});
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"1"_s, 20'000);
}

void ViewsTest::aChangedViewIsToldAndSaved()
{
    Views &views = *adas().viewsOf(u"contact"_s);
    adas().contacts()->setText(u"first"_s);
    const QString view = views.saveAs(u"Changing"_s);
    adas().contacts()->setText(u"second"_s);
    QVERIFY(views.differs());
    views.save();
    QVERIFY(!views.differs());
    views.rename(u"Changed"_s);
    Views &shared = *bens().viewsOf(u"contact"_s);
    QTRY_COMPARE_WITH_TIMEOUT(Person::find(shared, Views::RecordRole, view).data(Views::NameRole).toString(),
                              u"Changed"_s, 20'000);
    shared.choose(view);
    QTRY_COMPARE_WITH_TIMEOUT(bens().contacts()->text(), u"second"_s, 20'000);
}

void ViewsTest::somebodyElsesChangeOfAViewIsShown()
{
    Views &views = *adas().viewsOf(u"contact"_s);
    Views &shared = *bens().viewsOf(u"contact"_s);
    adas().contacts()->setText(u"ours"_s);
    const QString view = views.saveAs(u"Ours"_s);
    QTRY_VERIFY_WITH_TIMEOUT(Person::find(shared, Views::RecordRole, view).isValid(), 20'000);
    shared.choose(view);
    QCOMPARE(bens().contacts()->text(), u"ours"_s);
    adas().contacts()->setText(u"better"_s);
    views.save();
    QTRY_COMPARE_WITH_TIMEOUT(bens().contacts()->text(), u"better"_s, 20'000);
    bens().contacts()->setText(u"mine"_s); // what is changed here stays
    adas().contacts()->setText(u"best"_s);
    views.save();
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atBen->session->store().record(*RecordRef::from(view)))
                                  ->fields[u"filter"_s][u"text"_s]
                                  .toString(),
                              u"best"_s, 20'000);
    QCOMPARE(bens().contacts()->text(), u"mine"_s);
    QVERIFY(shared.differs());

    // Nor is hers overwritten unseen.
    views.rename(u"Theirs"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shared.currentName(), u"Theirs"_s, 20'000);
    const QSignalSpy told(&bens(), &Crm::noticed);
    shared.save();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0][0].value<Error>().message.contains(u"“Theirs”"_s));
    QVERIFY(shared.differs());
    QCOMPARE(adas().contacts()->text(), u"best"_s);
    shared.save(); // knowing that
    QCOMPARE(told.size(), 1);
    QVERIFY(!shared.differs());
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->text(), u"mine"_s, 20'000);
    QCOMPARE(bens().contacts()->text(), u"mine"_s);
}

void ViewsTest::aViewThatIsGoneShowsAll()
{
    Views &views = *adas().viewsOf(u"contact"_s);
    Views &shared = *bens().viewsOf(u"contact"_s);
    adas().contacts()->setText(u"gone"_s);
    const QString view = views.saveAs(u"Going"_s);
    QTRY_VERIFY_WITH_TIMEOUT(Person::find(shared, Views::RecordRole, view).isValid(), 20'000);
    shared.choose(view);
    views.moveToBin();
    QCOMPARE(views.current(), QString());
    QVERIFY(adas().undoText().contains(u"Going"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shared.current(), QString(), 20'000);
    QCOMPARE(bens().contacts()->text(), QString());
    adas().undo();
    QTRY_VERIFY_WITH_TIMEOUT(Person::find(shared, Views::RecordRole, view).isValid(), 20'000);
}

void ViewsTest::columnsAreChosen()
{
    RecordTableModel &table = *adas().contacts();
    QVERIFY(!table.columns().contains(u"job"_s));
    table.showColumn(u"job"_s, true);
    QCOMPARE(table.columns().last(), u"job"_s);
    QCOMPARE(table.columnTitles().last(), u"Job"_s);
    const QVariantList choices = table.columnChoices();
    QVERIFY(std::any_of(choices.begin(), choices.end(), [](const QVariant &choice) {
        return choice.toMap()[u"value"_s] == u"job"_s && choice.toMap()[u"shown"_s].toBool();
    }));
    table.showColumn(u"job"_s, false);
    QVERIFY(!table.columns().contains(u"job"_s));
}

void ViewsTest::rowsAreChosen()
{
    const QVector<RecordRef> made = make(u"Chosen"_s, 6);
    RecordTableModel &table = *adas().contacts();
    RecordSelection &selection = *table.selection();
    ask(adas(), u"Chosen"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 6, 20'000);
    selection.toggle(1);
    selection.extendTo(3);
    QCOMPARE(selection.count(), 3);
    QVERIFY(table.index(2).data(RecordTableModel::SelectedRole).toBool());
    selection.toggle(2);
    QCOMPARE(selection.count(), 2);
    // What is not in sight any more is not chosen.
    ask(adas(), u"Chosen 0003"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 1, 20'000);
    QTRY_COMPARE(selection.count(), 1);
    QVERIFY(selection.all());
    ask(adas(), u"Chosen"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table.count(), 6, 20'000);
    QCOMPARE(selection.count(), 1);
    selection.selectAll();
    QVERIFY(selection.all());
    QCOMPARE(table.selected().first.size(), 6);
    selection.clear();
    QCOMPARE(selection.count(), 0);
}

void ViewsTest::manyAreChangedWithOneUndo()
{
    QVector<RecordRef> made = make(u"Many"_s, 3, {{fields::status, u"lead"_s}});
    made += make(u"Many"_s, 1, {{fields::status, u"customer"_s}});
    ask(adas(), u"Many"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 4, 20'000);
    adas().contacts()->selection()->selectAll();
    adas().bulk()->set(adas().contacts(), fields::status, u"customer"_s);
    QVERIFY(adas().bulk()->running());
    QTRY_VERIFY_WITH_TIMEOUT(!adas().bulk()->running(), 20'000);
    QVERIFY2(adas().undoText().contains(u"3"_s), qPrintable(adas().undoText())); // one was one already
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atBen, made, fields::status).count(u"customer"_s), 4, 20'000);
    adas().undo();
    QCOMPARE(adas().undoText(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atBen, made, fields::status).count(u"lead"_s), 3, 20'000);
    QCOMPARE(valuesAt(*m_people->atBen, made, fields::status).last(), u"customer"_s);
}

void ViewsTest::undoKeepsWhatAColleagueDid()
{
    const QVector<RecordRef> made = make(u"Colleague"_s, 2, {{fields::status, u"lead"_s}});
    ask(adas(), u"Colleague"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 2, 20'000);
    adas().contacts()->selection()->selectAll();
    adas().bulk()->set(adas().contacts(), fields::status, u"customer"_s);
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atBen, made, fields::status).count(u"customer"_s), 2, 20'000);
    m_people->atBen->session->submit(ChangeRecord{.record = made.first(),
                                                  .basis = {},
                                                  .set = {{fields::status, u"inactive"_s}},
                                                  .was = {},
                                                  .lists = {},
                                                  .resolves = {}});
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atAda, made, fields::status).first(), u"inactive"_s, 20'000);
    adas().undo();
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atBen, made, fields::status), (QStringList{u"inactive"_s, u"lead"_s}),
                              20'000);
}

void ViewsTest::aDefinedFieldIsSetForMany_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QJsonValue>("afterUndo");
    const QJsonValue nothing = QString();
    QTest::newRow("text") << u"text"_s << u" Left wing "_s << QJsonValue(u"Left wing"_s) << QString(501, u'n')
                          << nothing;
    QTest::newRow("number") << u"number"_s << u"1,250.5"_s << QJsonValue(u"1250.5"_s) << u"many"_s << nothing;
    QTest::newRow("date") << u"date"_s << u"29.11.2026"_s << QJsonValue(u"2026-11-29"_s) << u"soon"_s << nothing;
    QTest::newRow("choice") << u"choice"_s << u"Large"_s << QJsonValue(u"Large"_s) << u"Huge"_s << nothing;
    QTest::newRow("link") << u"link"_s << u"example.org/7"_s << QJsonValue(u"example.org/7"_s) << u"javascript:1"_s
                          << nothing;
    // No is an answer too, and there is no way back to none.
    QTest::newRow("no") << u"boolean"_s << u"false"_s << QJsonValue(false) << QString() << QJsonValue(false);
}

void ViewsTest::aDefinedFieldIsSetForMany()
{
    QFETCH(QString, type);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    QFETCH(QString, wrong);
    QFETCH(QJsonValue, afterUndo);
    const QString field = define(type);
    const QString mark = u"Defined"_s + type;
    const QVector<RecordRef> made = make(mark, 3);
    const auto holding = [&](const QJsonValue &wanted) {
        return std::count_if(made.begin(), made.end(), [&](const RecordRef &record) {
            return stateAt(*m_people->atBen, record).fields[field] == wanted;
        });
    };
    QSignalSpy told(&adas(), &Crm::noticed);
    ask(adas(), mark);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 3, 20'000);
    adas().contacts()->selection()->selectAll();
    if (!wrong.isEmpty())
        adas().bulk()->set(adas().contacts(), field, wrong);
    QVERIFY(!adas().bulk()->running());
    adas().bulk()->set(adas().contacts(), field, typed);
    QTRY_COMPARE_WITH_TIMEOUT(holding(value), 3, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(adas().undoText().startsWith(u"Size of 3 record"_s), 20'000);
    adas().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!adas().bulk()->running(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(holding(afterUndo), 3, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).size(), 0, 20'000);
    QCOMPARE(m_people->atAda->workspace->refusedChanges()->count(), 0);
    QCOMPARE(told.count(), afterUndo == value ? 1 : 0);
}

void ViewsTest::whatMustBeFilledInStays()
{
    const QVector<RecordRef> made = make(u"Required"_s, 2);
    const QString field = define(u"choice"_s, true);
    m_people->atAda->session->submit(ChangeRecord{
        .record = made.first(), .basis = {}, .set = {{field, u"Small"_s}}, .was = {}, .lists = {}, .resolves = {}});
    QTRY_COMPARE_WITH_TIMEOUT(stateAt(*m_people->atBen, made.first()).fields[field], u"Small"_s, 20'000);
    QSignalSpy told(&adas(), &Crm::noticed);
    ask(adas(), u"Required"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 2, 20'000);
    adas().contacts()->selection()->selectAll();
    adas().bulk()->set(adas().contacts(), field, QString());
    QVERIFY(!adas().bulk()->running());
    adas().bulk()->set(adas().contacts(), field, u"Large"_s);
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atBen, made, field), (QStringList{u"Large"_s, u"Large"_s}), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!adas().undoText().isEmpty(), 20'000);
    adas().undo();
    QTRY_COMPARE_WITH_TIMEOUT(valuesAt(*m_people->atBen, made, field), (QStringList{u"Small"_s, u"Large"_s}), 20'000);
    QCOMPARE(told.count(), 1);
    QCOMPARE(m_people->atAda->workspace->refusedChanges()->count(), 0);
}

void ViewsTest::tagsAndTheBinForMany()
{
    const QVector<RecordRef> made = make(u"Tagged"_s, 3);
    const auto tagged = [&](const QString &tag) {
        return std::count_if(made.begin(), made.end(), [&](const RecordRef &record) {
            return stateAt(*m_people->atBen, record).lists.value(fields::tags).contains(tag);
        });
    };
    ask(adas(), u"Tagged"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 3, 20'000);
    adas().contacts()->selection()->selectAll();
    BulkActions &bulk = *adas().bulk();
    QVERIFY(!bulk.mayTag(adas().contacts(), u" "_s));
    bulk.addTag(adas().contacts(), u" spring "_s);
    QTRY_COMPARE_WITH_TIMEOUT(tagged(u"spring"_s), 3, 20'000);
    bulk.removeTag(adas().contacts(), u"spring"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tagged(u"spring"_s), 0, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!bulk.running(), 20'000);
    adas().undo();
    QTRY_COMPARE_WITH_TIMEOUT(tagged(u"spring"_s), 3, 20'000);
    bulk.moveToBin(adas().contacts());
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 0, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(stateAt(*m_people->atBen, made.last()).fields[fields::deleted].toBool(), 20'000);
    QCOMPARE(adas().contacts()->selection()->count(), 0);
    QTRY_VERIFY(!bulk.running());
    adas().undo();
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 3, 20'000);
}

void ViewsTest::thousandsAreGivenInSteps()
{
    constexpr int many = 1'050;
    const QVector<RecordRef> made = make(u"Thousand"_s, many);
    m_people->atAda->goOffline(); // what is given waits, so that it can be counted
    ask(adas(), u"Thousand"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), many, 20'000);
    adas().contacts()->selection()->selectAll();
    int longest = 0; // commands that were given in one turn of the event loop
    int inTurn = 0;
    QObject context;
    connect(adas().bulk(), &BulkActions::progressed, &context, [&] { inTurn = 0; });
    connect(m_people->atAda->session.get(), &sync::Session::queued, &context, [&] {
        longest = std::max(longest, ++inTurn);
        if (inTurn == 1) // what fails elsewhere ends nothing here
            Q_EMIT m_people->atAda->session->failed({u"storage.failed"_s, u"Something else"_s});
    });
    adas().bulk()->set(adas().contacts(), fields::status, u"lead"_s);
    QCOMPARE(valueOf(m_people->atAda->session->store().pending()).size(), 0); // nothing is done in the call itself
    QTRY_VERIFY_WITH_TIMEOUT(!adas().bulk()->running(), 60'000);
    QCOMPARE(longest, int(BulkChange::perStep));
    QCOMPARE(valueOf(m_people->atAda->session->store().pending()).size(), many);
    QVERIFY(adas().undoText().contains(u"1050"_s) || adas().undoText().contains(u"1,050"_s));
}

void ViewsTest::whatCouldNotBeWrittenIsNotCounted()
{
    make(u"Unwritten"_s, 2);
    ask(adas(), u"Unwritten"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().contacts()->count(), 2, 20'000);
    adas().contacts()->selection()->selectAll();
    const OutboxLock lock(m_people->atAda->outboxFile());
    QVERIFY(lock.holds());
    adas().bulk()->set(adas().contacts(), fields::status, u"lead"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!adas().bulk()->running(), 20'000);
    QVERIFY2(adas().undoText().contains(u"0 record"_s), qPrintable(adas().undoText()));
}

void ViewsTest::qmlDeletesNoneOfThem()
{
    QPointer<SavedViewsModel> views;
    QPointer<RecordTableModel> choices;
    {
        QJSEngine engine;
        const QJSValue crm = engine.newQObject(&adas());
        QJSEngine::setObjectOwnership(&adas(), QJSEngine::CppOwnership);
        views = qobject_cast<SavedViewsModel *>(
            crm.property(u"viewsOf"_s).callWithInstance(crm, {u"contact"_s}).toQObject());
        choices = qobject_cast<RecordTableModel *>(
            crm.property(u"choicesFrom"_s).callWithInstance(crm, {u"company"_s}).toQObject());
        QVERIFY(views && choices);
        engine.collectGarbage();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(views && choices);
}

QTEST_GUILESS_MAIN(ViewsTest)
#include "ViewsTest.moc"
