// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

using namespace frontdesk;
using namespace frontdesk::models;
using namespace Qt::Literals::StringLiterals;

using Fields = RecordFieldsModel;
using Stages = StageListModel;

/// What two people who may define it define for everybody: pipelines, fields, statuses and the target.
class SetupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void rolesDecideWhoSeesIt();
    void pipelineIsMadeAndChanged();
    void quickChangesBuildOnEachOther();
    void dealsCanAlwaysBeWonAndLost();
    void whatHoldsDealsStays();
    void dealsThatCameMeanwhileKeepAPipeline();
    void stagesOfTwoAreAConflict();
    void whatOthersChangedElsewhereIsKept();
    void removalHasAnUndo();
    void binHasAWayBack();
    void everyTypeOfFieldIsWrittenAndChecked_data();
    void everyTypeOfFieldIsWrittenAndChecked();
    void definedFieldIsAColumnAndACondition();
    void fieldsStandWhereTheyArePut();
    void requiredFieldIsAskedForAndStays();
    void fieldInTheBinKeepsWhatIsWritten();
    void keysAreNeverUsedAgain();
    void statusesAreTheWorkspaces();
    void statusInUseSaysHowManyHaveIt();
    void targetIsShownOnTheDashboard();

private:
    static Crm &crm(Person &person) { return *person.workspace->crm(); }
    Crm &adas() { return crm(*m_people->atAda); }
    Crm &bens() { return crm(*m_people->atBen); }
    /// A pipeline that Ada has made and that is open at both, with the ids of its stages.
    QStringList openAtBoth(const QString &name)
    {
        m_pipeline = adas().setup()->pipelines()->add(name);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                Person::find(*bens().setup()->pipelines(), PipelineListModel::RecordRole, m_pipeline).isValid(),
                20'000);
        }();
        adas().setup()->open(m_pipeline);
        bens().setup()->open(m_pipeline);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(adas().setup()->stages()->count(), 3, 20'000); }();
        for (Crm *crm : {&adas(), &bens()})
            [&] { QTRY_COMPARE_WITH_TIMEOUT(crm->setup()->page()->version(), 1, 20'000); }();
        QStringList ids;
        for (const QVariant &id : Person::column(*bens().setup()->stages(), Stages::StageRole))
            ids.append(id.toString());
        return ids;
    }
    static QStringList names(Crm &crm)
    {
        QStringList all;
        for (const QVariant &name : Person::column(*crm.setup()->stages(), Stages::NameRole))
            all.append(name.toString());
        return all;
    }
    QString kept(Crm &crm)
    {
        return Person::find(*crm.setup()->pipelines(), PipelineListModel::RecordRole, m_pipeline)
            .data(PipelineListModel::KeptRole)
            .toString();
    }
    QString dealIn(Crm &crm, const QString &stage)
    {
        return crm.create(u"deal"_s, {{fields::name, u"Chairs"_s},
                                      {fields::place, QString(m_pipeline.section(u':', 1) + u' ' + stage)}});
    }
    static QVariant field(RecordPage &page, const QString &name, Fields::Roles role)
    {
        return Person::find(*page.fieldList(), Fields::FieldRole, name).data(role);
    }
    /// A field that Ada has defined for contacts and that both have; its name in the protocol.
    QString define(const QString &name, const QString &type, const QString &choices = {}, bool required = false)
    {
        m_field = adas().setup()->fieldsOf(u"contact"_s)->add(name, type, choices, required);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(!fieldCalled(adas(), name).isEmpty() && !fieldCalled(bens(), name).isEmpty(),
                                     20'000);
        }();
        return fieldCalled(bens(), name);
    }
    static QString fieldCalled(Crm &crm, const QString &name)
    {
        for (const QVariant &defined : crm.definedFields(u"contact"_s))
            if (defined.toMap()[u"label"_s] == name)
                return defined.toMap()[u"field"_s].toString();
        return {};
    }

    std::unique_ptr<TwoPeople> m_people;
    QString m_pipeline; ///< its record
    QString m_field;    ///< the record of the definition that was made last
};

void SetupTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>(Role::Manager);
}

void SetupTest::init()
{
    m_people->sitDown();
}

void SetupTest::cleanup()
{
    m_people->leave();
}

void SetupTest::rolesDecideWhoSeesIt()
{
    TwoPeople others; // of whom one is an agent
    others.sitDown();
    QVERIFY(crm(*others.atAda).setup()->allowed());
    QVERIFY(crm(*others.atAda).setup()->workspaceAllowed());
    QVERIFY(!crm(*others.atBen).setup()->allowed());
    QVERIFY(bens().setup()->allowed()); // a manager
    QVERIFY(!bens().setup()->workspaceAllowed());
    others.leave();
}

void SetupTest::pipelineIsMadeAndChanged()
{
    const QStringList ids = openAtBoth(u"Fitting"_s);
    QCOMPARE(names(bens()), (QStringList{u"New"_s, u"Won"_s, u"Lost"_s}));
    Stages *stages = bens().setup()->stages();
    const QAbstractItemModelTester watched(stages, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!stages->add(u"Measured"_s).isEmpty());
    stages->rename(ids[0], u"Asked"_s);
    stages->setProbability(ids[0], u"25 %"_s);
    stages->moveTo(ids[2], 0);
    QCOMPARE(names(bens()), (QStringList{u"Lost"_s, u"Asked"_s, u"Measured"_s, u"Won"_s})); // at once
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()), names(bens()), 20'000);
    QCOMPARE(Person::find(*adas().setup()->stages(), Stages::StageRole, ids[0]).data(Stages::ProbabilityRole).toInt(),
             25);
    bens().setup()->page()->set(fields::name, u"Fitting out"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().setup()->page()->title(), u"Fitting out"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(adas().board()->pipelines().size() > 1, 20'000); // what the board offers to choose from
    QVERIFY(stages->add(u" "_s).isEmpty());
    QVERIFY(!stages->problemWithName(QString(201, u'n')).isEmpty());
    QVERIFY(!stages->problemWithProbability(u"101"_s).isEmpty());
    QVERIFY(!stages->problemWithProbability(u""_s).isEmpty());
    QVERIFY(bens().setup()->pipelines()->add(u""_s).isEmpty());
}

void SetupTest::quickChangesBuildOnEachOther()
{
    const QStringList ids = openAtBoth(u"Quick"_s);
    Stages *stages = bens().setup()->stages();
    for (int i = 0; i < 5; ++i) // without waiting for any
        QVERIFY(!stages->add(u"Step %1"_s.arg(i)).isEmpty());
    stages->moveTo(ids[0], 4);
    const QStringList wanted{u"Step 0"_s, u"Step 1"_s, u"Step 2"_s, u"Step 3"_s,
                             u"New"_s,    u"Step 4"_s, u"Won"_s,    u"Lost"_s};
    QCOMPARE(names(bens()), wanted);
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()), wanted, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!bens().setup()->page()->waiting(), 20'000);
    QCOMPARE(names(bens()), wanted);
    QCOMPARE(bens().setup()->page()->conflicts()->count(), 0); // one's own are nobody else's
}

void SetupTest::dealsCanAlwaysBeWonAndLost()
{
    const QStringList ids = openAtBoth(u"Ends"_s);
    Stages *stages = bens().setup()->stages();
    stages->remove(ids[1]);
    QVERIFY(!stages->problem().isEmpty());
    QCOMPARE(stages->count(), 3);
    stages->setKind(ids[2], u"open"_s);
    QVERIFY(!stages->problem().isEmpty());
    stages->setKind(ids[0], u"won"_s);
    QVERIFY(stages->problem().isEmpty());
    QCOMPARE(Person::find(*stages, Stages::StageRole, ids[0]).data(Stages::ProbabilityRole).toInt(), 100);
    stages->remove(ids[1]); // another one is won now
    QVERIFY(stages->problem().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()), (QStringList{u"New"_s, u"Lost"_s}), 20'000);
}

void SetupTest::whatHoldsDealsStays()
{
    const QStringList ids = openAtBoth(u"Held"_s);
    const QString deal = dealIn(adas(), ids[0]);
    QTRY_VERIFY_WITH_TIMEOUT(!kept(bens()).isEmpty(), 20'000);
    bens().setup()->pipelines()->moveToBin(m_pipeline);
    bens().setup()->stages()->remove(ids[0]);
    QVERIFY(bens().setup()->stages()->problem().contains(u"New"_s));
    QCOMPARE(names(bens()).size(), 3);
    adas().moveToBin(deal, u"Chairs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(kept(bens()).isEmpty(), 20'000);
    bens().setup()->pipelines()->moveToBin(m_pipeline);
    QTRY_VERIFY_WITH_TIMEOUT(
        !Person::find(*adas().setup()->pipelines(), PipelineListModel::RecordRole, m_pipeline).isValid(), 20'000);
}

void SetupTest::dealsThatCameMeanwhileKeepAPipeline()
{
    const QStringList ids = openAtBoth(u"Meanwhile"_s);
    m_people->atBen->goOffline();
    bens().setup()->pipelines()->moveToBin(m_pipeline);
    (void)dealIn(adas(), ids[0]);
    QTRY_VERIFY_WITH_TIMEOUT(!kept(adas()).isEmpty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(adas().current()->version() > 0, 20'000); // the server has it
    m_people->atBen->goOnline();
    RefusedChangesModel *refused = m_people->atBen->workspace->refusedChanges();
    QTRY_COMPARE_WITH_TIMEOUT(refused->count(), 1, 20'000);
    const QString words = refused->index(0).data(RefusedChangesModel::TextRole).toString();
    QVERIFY2(words.contains(u"1 deals"_s), qPrintable(words));
    refused->discard(refused->index(0).data(RefusedChangesModel::ChangeIdRole).toString());
    QTRY_VERIFY_WITH_TIMEOUT(!kept(bens()).isEmpty(), 20'000); // it is there again
}

void SetupTest::stagesOfTwoAreAConflict()
{
    const QStringList ids = openAtBoth(u"Both"_s);
    m_people->atBen->goOffline();
    bens().setup()->stages()->rename(ids[0], u"Bens"_s);
    const int seen = adas().setup()->page()->version();
    adas().setup()->stages()->rename(ids[0], u"Adas"_s);
    QTRY_VERIFY_WITH_TIMEOUT(adas().setup()->page()->version() > seen, 20'000); // the server has it
    m_people->atBen->goOnline();
    ConflictListModel *bensConflicts = bens().setup()->page()->conflicts();
    ConflictListModel *adasConflicts = adas().setup()->page()->conflicts();
    QTRY_COMPARE_WITH_TIMEOUT(bensConflicts->count(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(adasConflicts->count(), 1, 20'000);
    const auto kept = [&] { return bensConflicts->index(0).data(ConflictListModel::KeptRole).toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(kept().startsWith(u"Adas (10 %) → Won"_s), 20'000); // what stands is read on its own
    const QModelIndex conflict = bensConflicts->index(0);
    QCOMPARE(conflict.data(ConflictListModel::FieldNameRole).toString(), u"Stages"_s);
    QVERIFY(conflict.data(ConflictListModel::WantedRole).toString().startsWith(u"Bens (10 %) → Won"_s));
    QVERIFY(!conflict.data(ConflictListModel::MayTypeRole).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(names(bens()).first(), u"Adas"_s, 20'000);
    const QModelIndex row = Person::find(*bens().setup()->pipelines(), PipelineListModel::RecordRole, m_pipeline);
    QCOMPARE(row.data(PipelineListModel::ConflictsRole).toInt(), 1);
    bensConflicts->take(conflict.data(ConflictListModel::ConflictIdRole).toString());
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()).first(), u"Bens"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(adasConflicts->count(), 0, 20'000);
}

void SetupTest::whatOthersChangedElsewhereIsKept()
{
    const QStringList ids = openAtBoth(u"Elsewhere"_s);
    const int seen = bens().setup()->page()->version(); // Ben's editor of the first stage is opened
    adas().setup()->stages()->rename(ids[1], u"Signed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(names(bens())[1], u"Signed"_s, 20'000);
    bens().setup()->stages()->rename(ids[0], u"Asked"_s, seen, u"New"_s);
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()), (QStringList{u"Asked"_s, u"Signed"_s, u"Lost"_s}), 20'000);

    const int seenAgain = bens().setup()->page()->version();
    adas().setup()->stages()->rename(ids[0], u"Enquired"_s);
    QTRY_COMPARE_WITH_TIMEOUT(names(bens())[0], u"Enquired"_s, 20'000);
    bens().setup()->stages()->rename(ids[0], u"Wondered"_s, seenAgain, u"Asked"_s); // the same name: unseen
    QTRY_COMPARE_WITH_TIMEOUT(bens().setup()->page()->conflicts()->count(), 1, 20'000);
}

void SetupTest::removalHasAnUndo()
{
    const QStringList ids = openAtBoth(u"Undone"_s);
    const QString extra = bens().setup()->stages()->add(u"Extra"_s);
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()).size(), 4, 20'000);
    bens().setup()->stages()->remove(extra);
    QVERIFY(bens().undoText().contains(u"Extra"_s));
    bens().setup()->open({}); // also when it is closed meanwhile
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()).size(), 3, 20'000);
    m_people->atBen->settle(); // what is undone is looked up in what Ben knows
    bens().undo();
    QTRY_COMPARE_WITH_TIMEOUT(names(adas()), (QStringList{u"New"_s, u"Extra"_s, u"Won"_s, u"Lost"_s}), 20'000);
}

void SetupTest::binHasAWayBack()
{
    (void)openAtBoth(u"Binned"_s);
    const auto isListed = [&](Crm &crm) {
        return Person::find(*crm.setup()->pipelines(), PipelineListModel::RecordRole, m_pipeline).isValid();
    };
    const auto binned = [&](Crm &crm) {
        return Person::find(*crm.setup()->deletedPipelines(), BinListModel::RecordRole, m_pipeline);
    };
    bens().setup()->pipelines()->moveToBin(m_pipeline);
    QVERIFY(bens().undoText().contains(u"Binned"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!isListed(adas()) && binned(adas()).isValid(), 20'000);
    QCOMPARE(binned(adas()).data(BinListModel::NameRole).toString(), u"Binned"_s);
    bens().undo();
    QTRY_VERIFY_WITH_TIMEOUT(isListed(adas()) && !binned(adas()).isValid(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(isListed(bens()), 20'000);
    bens().setup()->pipelines()->moveToBin(m_pipeline);
    QTRY_VERIFY_WITH_TIMEOUT(binned(adas()).isValid(), 20'000);
    adas().setup()->deletedPipelines()->restore(m_pipeline);
    QTRY_VERIFY_WITH_TIMEOUT(isListed(bens()), 20'000);
}

void SetupTest::everyTypeOfFieldIsWrittenAndChecked_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("text") << u"text"_s << u"Left wing"_s << u"Left wing"_s << QString(501, u'n');
    QTest::newRow("number") << u"number"_s << u"1,250.5"_s << u"1,250.5"_s << u"many"_s;
    QTest::newRow("date") << u"date"_s << u"2025-11-29"_s << u"29 Nov 2025"_s << u"soon"_s;
    QTest::newRow("choice") << u"choice"_s << u"Large"_s << u"Large"_s << u"Huge"_s;
    QTest::newRow("boolean") << u"boolean"_s << u"true"_s << u"Yes"_s << QString();
    QTest::newRow("link") << u"link"_s << u"portal.example.org/7"_s << u"portal.example.org/7"_s
                          << u"javascript:alert(1)"_s;
}

void SetupTest::everyTypeOfFieldIsWrittenAndChecked()
{
    QFETCH(QString, type);
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    QFETCH(QString, wrong);
    const QString name = u"A field of "_s + type;
    const QString defined = define(name, type, type == u"choice" ? u"Small\n Large \n\nLarge"_s : QString());
    QVERIFY(isCustomField(defined));
    const QString contact = bens().create(u"contact"_s, {{fields::name, u"Maya"_s}});
    adas().open(contact);
    QTRY_COMPARE_WITH_TIMEOUT(adas().current()->title(), u"Maya"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(field(*adas().current(), defined, Fields::LabelRole).toString(), name, 20'000);
    QVERIFY(field(*adas().current(), defined, Fields::TextRole).toString().isEmpty());
    if (!wrong.isEmpty()) {
        QVERIFY(!adas().current()->problemWith(defined, wrong).isEmpty());
        adas().current()->set(defined, wrong);
    }
    QVERIFY(adas().current()->problemWith(defined, typed).isEmpty());
    adas().current()->set(defined, typed);
    QTRY_COMPARE_WITH_TIMEOUT(field(*bens().current(), defined, Fields::TextRole).toString(), shown, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!adas().current()->waiting(), 20'000);
    QCOMPARE(m_people->atAda->workspace->refusedChanges()->count(), 0);
    if (type == u"choice") {
        QStringList choices;
        for (const QVariant &choice : adas().choicesOf(u"contact"_s, defined))
            choices.append(choice.toMap()[u"value"_s].toString());
        QCOMPARE(choices, (QStringList{u"Small"_s, u"Large"_s, QString()}));
    }
}

void SetupTest::definedFieldIsAColumnAndACondition()
{
    const QString seats = define(u"Seats"_s, u"number"_s);
    for (const char *count : {"9", "12.5", "100"})
        (void)adas().create(u"contact"_s, {{fields::name, QString::fromLatin1(count)},
                                           {fields::tags, u"seats"_s},
                                           {seats, QString::fromLatin1(count)}});
    RecordTableModel *table = bens().contacts();
    table->setQuery({.filters = {{fields::tags, FilterTest::Is, u"seats"_s}}});
    QTRY_COMPARE_WITH_TIMEOUT(table->count(), 3, 20'000);
    const auto titles = [&] {
        QStringList all;
        for (int row = 0; row < table->count(); ++row)
            all.append(table->index(row).data(RecordTableModel::TitleRole).toString());
        return all;
    };
    const QVariantList columns = table->columnChoices();
    QVERIFY(std::any_of(columns.begin(), columns.end(), [&](const QVariant &column) {
        return column.toMap()[u"value"_s] == seats && column.toMap()[u"text"_s] == u"Seats"_s;
    }));
    table->showColumn(seats, true);
    QCOMPARE(table->columnTitles().last(), u"Seats"_s);
    table->sortByColumn(seats);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), (QStringList{u"9"_s, u"12.5"_s, u"100"_s}), 20'000); // as numbers
    QTRY_COMPARE_WITH_TIMEOUT(table->index(1).data(RecordTableModel::CellsRole).toMap()[seats].toString(), u"12.5"_s,
                              20'000);
    FilterListModel *filters = table->filters();
    filters->add(seats);
    const int row = filters->count() - 1;
    QCOMPARE(filters->index(row).data().toString(), u"Seats"_s);
    filters->setTest(row, u"atLeast"_s);
    filters->setText(row, u"12"_s);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), (QStringList{u"12.5"_s, u"100"_s}), 20'000);
}

void SetupTest::fieldsStandWhereTheyArePut()
{
    FieldListModel &list = *adas().setup()->fieldsOf(u"company"_s);
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s}) {
        QVERIFY(!list.add(name, u"text"_s, {}, false).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(Person::find(list, FieldListModel::NameRole, name).isValid(), 20'000);
    }
    const auto recordOf = [&](const QString &name) {
        return Person::find(list, FieldListModel::NameRole, name).data(FieldListModel::RecordRole).toString();
    };
    const auto labels = [](Crm &crm) {
        QStringList all;
        for (const QVariant &field : crm.definedFields(u"company"_s))
            all.append(field.toMap()[u"label"_s].toString());
        return all;
    };
    QTRY_COMPARE_WITH_TIMEOUT(labels(bens()), (QStringList{u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s}), 20'000);
    list.moveTo(recordOf(u"Four"_s), 1);
    QTRY_COMPARE_WITH_TIMEOUT(Person::column(list, FieldListModel::NameRole),
                              (QVariantList{u"One"_s, u"Four"_s, u"Two"_s, u"Three"_s}), 20'000);
    list.moveTo(recordOf(u"One"_s), 99);
    QTRY_COMPARE_WITH_TIMEOUT(labels(bens()), (QStringList{u"Four"_s, u"Two"_s, u"Three"_s, u"One"_s}), 20'000);
    // On the page of a record too
    adas().open(adas().create(u"company"_s, {{fields::name, u"Okafor Studio"_s}}));
    const auto shown = [&] {
        QStringList all;
        for (const QVariant &label : Person::column(*adas().current()->fieldList(), Fields::LabelRole))
            if (labels(adas()).contains(label.toString()))
                all.append(label.toString());
        return all;
    };
    QTRY_COMPARE_WITH_TIMEOUT(shown(), (QStringList{u"Four"_s, u"Two"_s, u"Three"_s, u"One"_s}), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).isEmpty(), 20'000);
    QCOMPARE(m_people->atAda->workspace->refusedChanges()->count(), 0);
}

void SetupTest::requiredFieldIsAskedForAndStays()
{
    const QString needed = define(u"Customer number"_s, u"text"_s, {}, true);
    const QVariantList asked = bens().definedFields(u"contact"_s);
    QVERIFY(std::any_of(asked.begin(), asked.end(), [&](const QVariant &one) {
        return one.toMap()[u"field"_s] == needed && one.toMap()[u"required"_s].toBool();
    }));
    (void)bens().create(u"contact"_s, {{fields::name, u"Nia"_s}, {needed, u"K-17"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(field(*bens().current(), needed, Fields::TextRole).toString(), u"K-17"_s, 20'000);
    QVERIFY(!bens().current()->problemWith(needed, u" "_s).isEmpty());
    bens().setup()->open(m_field);
    QTRY_VERIFY_WITH_TIMEOUT(bens().setup()->page()->available(), 20'000);
    bens().setup()->page()->set(fields::required, u"false"_s);
    bens().setup()->page()->set(fields::name, u"Number"_s);
    QTRY_COMPARE_WITH_TIMEOUT(field(*bens().current(), needed, Fields::LabelRole).toString(), u"Number"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(bens().current()->problemWith(needed, {}).isEmpty(), 20'000);
}

void SetupTest::fieldInTheBinKeepsWhatIsWritten()
{
    const QString fax = define(u"Fax"_s, u"text"_s);
    const QString contact = adas().create(u"contact"_s, {{fields::name, u"Otto"_s}, {fax, u"555"_s}});
    bens().open(contact);
    QTRY_COMPARE_WITH_TIMEOUT(field(*bens().current(), fax, Fields::TextRole).toString(), u"555"_s, 20'000);
    FieldListModel *list = bens().setup()->fieldsOf(u"contact"_s);
    list->countUses(m_field);
    QTRY_COMPARE_WITH_TIMEOUT(list->uses(), 1, 20'000);
    list->moveToBin(m_field);
    QTRY_VERIFY_WITH_TIMEOUT(!Person::find(*bens().current()->fieldList(), Fields::FieldRole, fax).isValid(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(fieldCalled(adas(), u"Fax"_s).isEmpty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        Person::find(*adas().setup()->deletedFields(), BinListModel::RecordRole, m_field).isValid(), 20'000);
    bens().undo();
    QTRY_COMPARE_WITH_TIMEOUT(field(*bens().current(), fax, Fields::TextRole).toString(), u"555"_s, 20'000);
}

void SetupTest::keysAreNeverUsedAgain()
{
    const QString first = define(u"Größe!"_s, u"text"_s);
    QCOMPARE(first, u"x:grosse"_s);
    adas().setup()->fieldsOf(u"contact"_s)->moveToBin(m_field);
    QTRY_VERIFY_WITH_TIMEOUT(
        Person::find(*adas().setup()->deletedFields(), BinListModel::RecordRole, m_field).isValid(), 20'000);
    QCOMPARE(define(u"Grosse"_s, u"number"_s), u"x:grosse-2"_s);
    QCOMPARE(define(u"尺寸"_s, u"text"_s), u"x:field"_s);
}

void SetupTest::statusesAreTheWorkspaces()
{
    StatusListModel *statuses = adas().setup()->statuses();
    const QAbstractItemModelTester watched(statuses, QAbstractItemModelTester::FailureReportingMode::QtTest);
    statuses->add(u"Partner"_s);
    const auto id = [&](Crm &crm, const QString &name) {
        for (const QVariant &choice : crm.choicesOf(u"contact"_s, fields::status))
            if (choice.toMap()[u"text"_s] == name)
                return choice.toMap()[u"value"_s].toString();
        return QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!id(bens(), u"Partner"_s).isEmpty(), 20'000);
    const QString partner = id(bens(), u"Partner"_s);
    statuses->setColor(partner, u"error"_s);
    const QString contact = bens().create(u"contact"_s, {{fields::name, u"Ines"_s}, {fields::status, partner}});
    QTRY_COMPARE_WITH_TIMEOUT(bens().current()->statusText(), u"Partner"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens().current()->statusColor(), u"error"_s, 20'000);
    statuses->rename(u"lead"_s, u"Prospect"_s);
    statuses->moveTo(partner, 0);
    QTRY_COMPARE_WITH_TIMEOUT(bens().choicesOf(u"contact"_s, fields::status).value(0).toMap()[u"value"_s].toString(),
                              partner, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(id(bens(), u"Prospect"_s), u"lead"_s, 20'000);
    bens().contacts()->setQuery({.filters = {{fields::status, FilterTest::Is, partner}}});
    QTRY_COMPARE_WITH_TIMEOUT(bens().contacts()->count(), 1, 20'000);
    QVERIFY(!statuses->problemWith(QString(51, u'n')).isEmpty());
}

void SetupTest::statusInUseSaysHowManyHaveIt()
{
    StatusListModel *statuses = adas().setup()->statuses();
    statuses->add(u"Former"_s);
    QTRY_COMPARE_WITH_TIMEOUT(statuses->index(statuses->count() - 1).data(StatusListModel::NameRole).toString(),
                              u"Former"_s, 20'000);
    const QString former = statuses->index(statuses->count() - 1).data(StatusListModel::StatusRole).toString();
    QTRY_COMPARE_WITH_TIMEOUT(bens().choicesOf(u"contact"_s, fields::status).last().toMap()[u"value"_s].toString(),
                              former, 20'000);
    const QString contact = bens().create(u"contact"_s, {{fields::name, u"Ugo"_s}, {fields::status, former}});
    adas().open(contact);
    QTRY_COMPARE_WITH_TIMEOUT(adas().current()->statusText(), u"Former"_s, 20'000);
    statuses->countUses(former);
    QTRY_COMPARE_WITH_TIMEOUT(statuses->uses(), 1, 20'000);
    statuses->remove(former);
    QTRY_VERIFY_WITH_TIMEOUT(
        bens().choicesOf(u"contact"_s, fields::status).last().toMap()[u"value"_s].toString() != former, 20'000);
    // Nobody can be given it any more.
    QTRY_VERIFY_WITH_TIMEOUT(!adas().current()->problemWith(fields::status, former).isEmpty(), 20'000);
    QCOMPARE(field(*adas().current(), fields::status, Fields::EditTextRole).toString(), former); // who has it keeps it
    adas().undo();
    QTRY_COMPARE_WITH_TIMEOUT(bens().choicesOf(u"contact"_s, fields::status).last().toMap()[u"value"_s].toString(),
                              former, 20'000);
}

void SetupTest::targetIsShownOnTheDashboard()
{
    RecordPage *workspace = adas().setup()->workspace();
    QTRY_VERIFY_WITH_TIMEOUT(workspace->available(), 20'000);
    QVERIFY(!workspace->problemWith(fields::revenueTarget, u"much"_s).isEmpty());
    workspace->set(fields::revenueTarget, u"50000 EUR"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas().setup()->revenueTarget(), u"50000.00 EUR"_s, 20'000);
    DashboardModel *dashboard = m_people->atBen->workspace->dashboard();
    dashboard->setWatching(true);
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
    const auto labels = [&] { return Person::column(*dashboard->tiles(), TileListModel::LabelRole); };
    QTRY_VERIFY_WITH_TIMEOUT(labels().contains(u"Revenue against €\u00a050\u00a0k"_s), 20'000);
    QCOMPARE(dashboard->revenue()[u"target"_s].toInt(), 2);
    QCOMPARE(dashboard->revenue()[u"names"_s].toStringList().last(), u"Target"_s);
    dashboard->setWhose(m_people->ben.id.text());
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
    QVERIFY(!labels().contains(u"Revenue against €\u00a050\u00a0k"_s)); // it is of all together
    QCOMPARE(dashboard->revenue()[u"target"_s].toInt(), -1);
}

QTEST_GUILESS_MAIN(SetupTest)
#include "SetupTest.moc"
