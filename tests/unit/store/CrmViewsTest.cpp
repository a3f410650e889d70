// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/SearchMatch.h"

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

namespace {

/// What the answer has to be, by looking at every record.
QVector<RecordState> oracle(const QVector<RecordState> &all, const RecordQuery &query)
{
    QVector<RecordState> wanted;
    for (const RecordState &record : all)
        if (passes(record, query) && search::nameMatches(recordText(record), query.text))
            wanted.append(record);
    std::stable_sort(wanted.begin(), wanted.end(), [&](const RecordState &a, const RecordState &b) {
        const QString keyA = sortKey(a, query.sortBy);
        const QString keyB = sortKey(b, query.sortBy);
        if (keyA.isEmpty() != keyB.isEmpty())
            return keyB.isEmpty();
        return query.descending ? keyB < keyA : keyA < keyB;
    });
    return wanted;
}

QStringList refsOf(const QVector<RecordState> &states)
{
    QStringList refs;
    for (const RecordState &state : states)
        refs.append(state.record.text());
    refs.sort();
    return refs;
}

QStringList keysOf(const QVector<RecordState> &states, const QString &sortBy)
{
    QStringList keys;
    for (const RecordState &state : states)
        keys.append(sortKey(state, sortBy));
    return keys;
}

class Generator {
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }
    int upTo(int most) { return int(m_random() % quint32(most)); }
    template <class Values>
    auto one(const Values &values)
    {
        return values[upTo(int(values.size()))];
    }
    QString word()
    {
        static const QStringList words{u"anna"_s, u"Ánna"_s,   u"Bär"_s, u"berg"_s,   u"Zoë"_s, u"ann"_s,
                                       u"東京"_s, u"東京都"_s, u"von"_s, u"O'Neil"_s, u"42"_s,  u"😀x"_s};
        return one(words);
    }
    QJsonObject fields(bool whole)
    {
        QJsonObject set;
        const auto maybe = [&] { return whole ? upTo(4) > 0 : upTo(3) == 0; };
        if (whole || maybe())
            set.insert(fields::name, upTo(10) == 0 && !whole ? QString() : QString(word() + u' ' + word()));
        if (maybe())
            set.insert(fields::status, one(QStringList{u"lead"_s, u"qualified"_s, u"customer"_s, u""_s}));
        if (maybe())
            set.insert(fields::owner, one(QStringList{u"01a1f849-0000-7000-8000-00000000000a"_s, u""_s}));
        if (maybe())
            set.insert(u"x:size"_s, QString::number(upTo(200) - 100));
        if (maybe())
            set.insert(u"job"_s, word());
        if (upTo(8) == 0)
            set.insert(fields::deleted, upTo(2) == 0);
        return set;
    }
    ListValues lists()
    {
        ListValues lists;
        if (upTo(2) == 0)
            lists.insert(fields::tags, {one(tags())});
        if (upTo(2) == 0)
            lists.insert(fields::emails, {u"%1@example.org"_s.arg(upTo(50))});
        return lists;
    }
    static QStringList tags() { return {u"vip"_s, u"EU"_s, u"späť"_s}; }
    RecordQuery query()
    {
        RecordQuery query{.kind = RecordKind::Contact};
        query.sortBy = one(QStringList{fields::name, u"changedAt"_s, fields::status, u"x:size"_s, fields::tags});
        query.descending = upTo(2) == 0;
        query.deleted = upTo(5) == 0;
        if (upTo(2) == 0)
            query.text = one(QStringList{u"a"_s, u"an"_s, u"ann b"_s, u"東"_s, u"東京"_s, u"東京都"_s, u"4"_s, u"o'n"_s,
                                         u"xample"_s, u"example"_s, u"vip"_s, u"01a1"_s, u"!"_s, u" "_s, u"😀"_s,
                                         u"a-word-that-is-longer-than-any-of-those-which-the-index-has"_s});
        if (upTo(2) == 0)
            query.filters.append({.field = fields::status,
                                  .test = one(QVector{FilterTest::Is, FilterTest::IsNot, FilterTest::IsEmpty}),
                                  .value = u"lead"_s});
        if (upTo(4) == 0)
            query.filters.append({.field = fields::tags,
                                  .test = one(QVector{FilterTest::Is, FilterTest::IsNot, FilterTest::IsEmpty}),
                                  .value = one(tags())});
        if (upTo(4) == 0)
            query.filters.append({.field = fields::name, .test = FilterTest::Contains, .value = u"AN"_s});
        if (upTo(6) == 0)
            query.filters.append(isOneOf(fields::status, {u"lead"_s, u"customer"_s}));
        if (upTo(6) == 0)
            query.filters.append(
                {.field = u"createdAt"_s, .test = FilterTest::AtLeast, .value = qint64(1'700'000'000'000)});
        return query;
    }

private:
    std::mt19937 m_random;
};

} // namespace

/// Which records a view shows, and in which order.
class CrmViewsTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void aViewIsInOrder();
    void whatIsEmptyComesLast();
    void whatWaitsStandsInItsPlace();
    void aViewFollowsWhatChanges();
    void anyQueryIsAnsweredAsByLookingAtAll_data();
    void anyQueryIsAnsweredAsByLookingAtAll();
    void manyChangesAtOnce();
    void whatIsNotIndexedYetIsFound();
    void thePaletteFindsAcrossKinds();

private:
    [[nodiscard]] QStringList names(const RecordQuery &query) { return namesIn(*m_store, query); }
};

void CrmViewsTest::aViewIsInOrder()
{
    apply({row(RecordAdded{stateOf(refOf(RecordKind::Contact, 1), named(u"Zoë"_s))}),
           row(RecordAdded{stateOf(refOf(RecordKind::Contact, 2), named(u"émile"_s))}),
           row(RecordAdded{stateOf(refOf(RecordKind::Contact, 3), named(u"Anna"_s))}),
           row(RecordAdded{stateOf(acme, named(u"Acme"_s))})});
    QCOMPARE(names({.kind = RecordKind::Contact}), (QStringList{u"Anna"_s, u"émile"_s, u"Zoë"_s}));
    QCOMPARE(names({.kind = RecordKind::Contact, .descending = true}), (QStringList{u"Zoë"_s, u"émile"_s, u"Anna"_s}));
    QCOMPARE(names({.kind = RecordKind::Company}), QStringList{u"Acme"_s});
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"zo"_s}), QStringList{u"Zoë"_s});
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"oë"_s}), QStringList());
}

void CrmViewsTest::whatIsEmptyComesLast()
{
    for (int index = 0; index < 4; ++index)
        apply({row(RecordAdded{stateOf(refOf(RecordKind::Contact, index),
                                       {{fields::name, QString(QChar(u'D' - index))},
                                        {fields::status, index < 2 ? u""_s : QString::number(index)}})})});
    const RecordQuery query{.kind = RecordKind::Contact, .sortBy = fields::status};
    QCOMPARE(names(query), (QStringList{u"B"_s, u"A"_s, u"D"_s, u"C"_s}));
    RecordQuery backwards = query;
    backwards.descending = true;
    QCOMPARE(names(backwards), (QStringList{u"A"_s, u"B"_s, u"D"_s, u"C"_s}));
}

void CrmViewsTest::whatWaitsStandsInItsPlace()
{
    apply({row(RecordAdded{stateOf(refOf(RecordKind::Contact, 1), named(u"Berta"_s))}),
           row(RecordAdded{stateOf(refOf(RecordKind::Contact, 2), named(u"Dora"_s))})});
    const RecordQuery all{.kind = RecordKind::Contact};
    QCOMPARE(names(all), (QStringList{u"Berta"_s, u"Dora"_s}));
    changesOf(m_store->enqueue(creating(u"a"_s, refOf(RecordKind::Contact, 3), named(u"Cleo"_s))));
    changesOf(m_store->enqueue(creating(u"b"_s, refOf(RecordKind::Contact, 4), named(u"Aida"_s))));
    changesOf(m_store->enqueue(changing(u"c"_s, refOf(RecordKind::Contact, 1), named(u"Emil"_s))));
    QCOMPARE(names(all), (QStringList{u"Aida"_s, u"Cleo"_s, u"Dora"_s, u"Emil"_s}));
    QCOMPARE(names({.kind = RecordKind::Contact, .descending = true}),
             (QStringList{u"Emil"_s, u"Dora"_s, u"Cleo"_s, u"Aida"_s}));
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"berta"_s}), QStringList());
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"em"_s}), QStringList{u"Emil"_s});
    const RecordKeys keys = valueOf(m_store->records(all));
    QCOMPARE(std::count_if(keys.keys.begin(), keys.keys.end(), [](qint64 key) { return key < 0; }), 2);
    QCOMPARE(keys.waiting.size(), 2);
    QVERIFY(keys.first.isEmpty());
    const RecordKeys top = valueOf(m_store->records(all, 3)); // two of them are in `waiting`
    QCOMPARE(namesOf(top.first.values()), QStringList{u"Dora"_s});
    const RecordKeys backwards = valueOf(m_store->records({.kind = RecordKind::Contact, .descending = true}, 1));
    QCOMPARE(namesOf(backwards.first.values()), QStringList{u"Emil"_s}); // as it waits to be
    changesOf(m_store->enqueue(changing(u"d"_s, refOf(RecordKind::Contact, 2), {{fields::deleted, true}})));
    QCOMPARE(names(all), (QStringList{u"Aida"_s, u"Cleo"_s, u"Emil"_s}));
    QCOMPARE(names({.kind = RecordKind::Contact, .deleted = true}), QStringList{u"Dora"_s});
    changesOf(m_store->remove(CommandId(u"c"_s)));
    QCOMPARE(names(all), (QStringList{u"Aida"_s, u"Berta"_s, u"Cleo"_s}));
}

void CrmViewsTest::aViewFollowsWhatChanges()
{
    const RecordQuery leads{.kind = RecordKind::Contact, .filters = {{.field = fields::status, .value = u"lead"_s}}};
    apply({row(RecordAdded{stateOf(marina, {{fields::name, u"Marina"_s}, {fields::status, u"lead"_s}})})});
    QCOMPARE(names(leads), QStringList{u"Marina"_s});
    apply({row(changeOf(marina, 2, {{fields::status, u"customer"_s}}))});
    QCOMPARE(names(leads), QStringList());
    apply({row(changeOf(marina, 3, {{fields::status, u"lead"_s}, {fields::name, u"Ruiz"_s}})),
           row(RecordAdded{
               stateOf(refOf(RecordKind::Contact, 2), {{fields::name, u"A"_s}, {fields::status, u"lead"_s}})})});
    QCOMPARE(names(leads), (QStringList{u"A"_s, u"Ruiz"_s}));
    apply({row(changeOf(marina, 4, {{fields::deleted, true}}))});
    QCOMPARE(names(leads), QStringList{u"A"_s});
    changesOf(m_store->clearCache());
    QCOMPARE(names(leads), QStringList());
}

void CrmViewsTest::anyQueryIsAnsweredAsByLookingAtAll_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U, 4U, 5U, 6U})
        QTest::addRow("%u", seed) << seed;
}

void CrmViewsTest::anyQueryIsAnsweredAsByLookingAtAll()
{
    QFETCH(quint32, seed);
    Generator generator(seed);
    QVector<RecordRef> records;
    QHash<RecordRef, qint64> versions;
    int commands = 0;
    for (int round = 0; round < 12; ++round) {
        QVector<DecodedRow> rows;
        for (int made = 0; made < 20; ++made) {
            if (generator.upTo(2) == 0 || records.isEmpty()) {
                const RecordRef record = refOf(RecordKind::Contact, 1000 + int(records.size()));
                records.append(record);
                versions.insert(record, 1);
                RecordState state = stateOf(record, generator.fields(true), generator.lists());
                state.changedAt += generator.upTo(1000);
                rows.append(row(RecordAdded{state}));
            } else {
                const RecordRef record = generator.one(records);
                const QStringList tags = Generator::tags();
                rows.append(row(changeOf(record, ++versions[record], generator.fields(false),
                                         {{fields::tags, {{generator.one(tags)}, {generator.one(tags)}}}})));
            }
        }
        apply(rows);
        for (int typed = generator.upTo(5); typed > 0; --typed) {
            const QString id = QString::number(++commands);
            if (generator.upTo(3) == 0)
                changesOf(m_store->enqueue(creating(id, refOf(RecordKind::Contact, 100 + commands),
                                                    generator.fields(true), generator.lists())));
            else
                changesOf(m_store->enqueue(changing(id, generator.one(records), generator.fields(false))));
            if (generator.upTo(4) == 0)
                changesOf(m_store->refuse(CommandId(id), {u"x"_s, u"no"_s}));
            else if (generator.upTo(4) == 0)
                changesOf(m_store->remove(CommandId(id)));
        }
        QVector<RecordState> all;
        for (const RecordRef &record : std::as_const(records))
            all.append(*valueOf(m_store->record(record)));
        for (int command = 1; command <= commands; ++command)
            if (const auto made = valueOf(m_store->record(refOf(RecordKind::Contact, 100 + command))))
                all.append(*made);
        for (int asked = 0; asked < 15; ++asked) {
            const RecordQuery query = generator.query();
            const QVector<RecordState> expected = oracle(all, query);
            const QVector<RecordState> found = shownBy(*m_store, query);
            const QByteArray what =
                QJsonDocument(toJson(query)).toJson(QJsonDocument::Compact) + (query.deleted ? " bin" : "");
            QVERIFY2(refsOf(found) == refsOf(expected), what.constData());
            QVERIFY2(keysOf(found, query.sortBy) == keysOf(expected, query.sortBy), what.constData());
        }
    }
}

void CrmViewsTest::manyChangesAtOnce()
{
    constexpr int count = 40;
    QVector<DecodedRow> rows;
    for (int index = 0; index < count; ++index)
        rows.append(row(RecordAdded{stateOf(refOf(RecordKind::Contact, index), named(u"Name %1"_s.arg(100 + index)))}));
    apply(rows);
    const RecordQuery all{.kind = RecordKind::Contact};
    QCOMPARE(names(all).first(), u"Name 100"_s);
    changesOf(m_store->enqueue(creating(u"c"_s, refOf(RecordKind::Contact, 999), named(u"Name 150"_s)))); // reads sorts
    QCOMPARE(names(all).size(), count + 1);
    rows.clear();
    for (int index = 0; index < count; ++index)
        rows.append(row(changeOf(refOf(RecordKind::Contact, index), 2, named(u"Name %1"_s.arg(300 - index)))));
    apply(rows);
    const QStringList now = names(all);
    QCOMPARE(now.size(), count + 1);
    QCOMPARE(now.first(), u"Name 150"_s);
    QVERIFY(std::is_sorted(now.begin(), now.end()));
}

void CrmViewsTest::whatIsNotIndexedYetIsFound()
{
    // While the journal goes on, new records wait for the index.
    JournalBatch batch = batchOf(0, {row(RecordAdded{stateOf(marina, named(u"Marina"_s))})});
    batch.more = true;
    changesOf(m_store->apply(batch));
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"mar"_s}), QStringList{u"Marina"_s});
    apply({row(changeOf(marina, 2, named(u"Ruiz"_s)))});
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"ru"_s}), QStringList{u"Ruiz"_s});
    QCOMPARE(names({.kind = RecordKind::Contact, .text = u"mar"_s}), QStringList());
    QTRY_COMPARE(namesOf(valueOf(m_store->findRecords(u"ruiz"_s, 5))), QStringList{u"Ruiz"_s});
    QCOMPARE(namesOf(valueOf(m_store->findRecords(u"marina"_s, 5))), QStringList());
}

void CrmViewsTest::thePaletteFindsAcrossKinds()
{
    const auto find = [&](const QString &text, int limit = 10) {
        return namesOf(valueOf(m_store->findRecords(text, limit)));
    };
    apply({row(RecordAdded{stateOf(acme, named(u"Ruiz & Sons"_s))}),
           row(RecordAdded{stateOf(marina, {{fields::name, u"Marina Ruiz"_s}, {fields::company, acme.id}})}),
           row(RecordAdded{stateOf(order, {{fields::name, u"Order"_s}, {fields::contact, marina.id}},
                                   {{fields::tags, {u"ruiz"_s}}})}),
           row(RecordAdded{stateOf(refOf(RecordKind::Note, 1), {{fields::text, u"Ruiz called"_s}})}),
           row(RecordAdded{
               stateOf(refOf(RecordKind::Task, 1), {{fields::name, u"Gone: Ruiz"_s}, {fields::deleted, true}})})});
    const QStringList found = find(u"ruiz"_s);
    QCOMPARE(QSet<QString>(found.begin(), found.end()),
             (QSet<QString>{u"Ruiz & Sons"_s, u"Marina Ruiz"_s, u"Order"_s}));
    QCOMPARE(found.last(), u"Order"_s); // not by its name
    QCOMPARE(find(u"ruiz"_s, 1).size(), 1);
    QCOMPARE(find(u"mar ru"_s), QStringList{u"Marina Ruiz"_s});
    QCOMPARE(find(u""_s), QStringList());
    changesOf(m_store->enqueue(changing(u"c"_s, marina, named(u"Marina Berg"_s))));
    QCOMPARE(find(u"marina ruiz"_s), QStringList());
    QCOMPARE(find(u"berg"_s), QStringList{u"Marina Berg"_s});
}

QTEST_GUILESS_MAIN(CrmViewsTest)
#include "CrmViewsTest.moc"
