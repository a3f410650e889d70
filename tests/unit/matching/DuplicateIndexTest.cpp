// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/DuplicateIndex.h"

#include "matching/NameSimilarity.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>

using namespace frontdesk::matching;
using namespace Qt::StringLiterals;

namespace {

QString numbered(const QString &text, int number)
{
    return text.arg(number);
}

Subject person(const QString &id, const QString &name, const QStringList &emails = {}, const QStringList &phones = {})
{
    return {.id = id, .name = name, .emails = emails, .phones = phones};
}

/// "id: ep" with e for the same e-mail address, p for the same phone number and n for a similar name.
QString describe(const QString &who, const Likeness &why)
{
    return who + u": "_s + (why.sameEmail ? u"e"_s : QString()) + (why.samePhone ? u"p"_s : QString()) +
           (why.name > 0 ? u"n"_s : QString());
}

QStringList describe(const QVector<Candidate> &candidates)
{
    QStringList lines;
    for (const Candidate &candidate : candidates)
        lines.append(describe(candidate.id, candidate.why));
    return lines;
}

QStringList describe(const QVector<DuplicateGroup> &groups)
{
    QStringList lines;
    for (const DuplicateGroup &group : groups)
        lines.append(describe(group.ids.join(u' '), group.why));
    return lines;
}

DuplicateIndex indexOf(const QVector<Subject> &subjects)
{
    DuplicateIndex index(u"DE"_s);
    for (const Subject &subject : subjects)
        index.add(subject);
    return index;
}

} // namespace

class DuplicateIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhy();
    void likeliestComeFirst();
    void neverFindsItself();
    void whatIsReplacedOrRemovedIsNotFound();
    void groupsAreFound();
    void switchboardsAreNoReason();
    void groupsByNameAreBounded();
    void agreesWithComparingAll();
};

void DuplicateIndexTest::saysWhy()
{
    const DuplicateIndex index = indexOf({
        person(u"ada"_s, u"Ada Lovelace"_s, {u"ada@x.example"_s}, {u"030 1234567"_s}),
        person(u"bob"_s, u"Bob Miller"_s, {u"bob@x.example"_s}),
    });
    const auto found = [&index](const Subject &subject) { return describe(index.candidatesFor(subject)); };
    QCOMPARE(found(person({}, u"Somebody Else"_s, {u"ADA+x@X.example"_s})), QStringList{u"ada: e"_s});
    QCOMPARE(found(person({}, {}, {}, {u"+49 30 1234567"_s})), QStringList{u"ada: p"_s});
    QCOMPARE(found(person({}, u"lovelace ada"_s)), QStringList{u"ada: n"_s});
    QCOMPARE(found(person({}, u"Ada Lovelace"_s, {u"ada@x.example"_s}, {u"004930/1234567"_s})),
             QStringList{u"ada: epn"_s});
    QCOMPARE(found(person({}, u"Nobody"_s, {u"n@x.example"_s})), QStringList());
    QCOMPARE(found({}), QStringList());
}

void DuplicateIndexTest::likeliestComeFirst()
{
    const DuplicateIndex index = indexOf({
        person(u"name"_s, u"Ana Schmitt"_s),
        person(u"exact"_s, u"Anna Schmidt"_s),
        person(u"phone"_s, u"X"_s, {}, {u"030 1234567"_s}),
        person(u"mail"_s, u"Y"_s, {u"a@x"_s}),
    });
    const Subject asked = person({}, u"Anna Schmidt"_s, {u"a@x"_s}, {u"030 1234567"_s});
    QCOMPARE(describe(index.candidatesFor(asked)),
             QStringList({u"mail: e"_s, u"phone: p"_s, u"exact: n"_s, u"name: n"_s}));
    QCOMPARE(describe(index.candidatesFor(asked, 2)), QStringList({u"mail: e"_s, u"phone: p"_s}));
}

void DuplicateIndexTest::neverFindsItself()
{
    const Subject ada = person(u"ada"_s, u"Ada Lovelace"_s, {u"a@x"_s});
    QVERIFY(indexOf({ada}).candidatesFor(ada).isEmpty());
}

void DuplicateIndexTest::whatIsReplacedOrRemovedIsNotFound()
{
    DuplicateIndex index = indexOf({person(u"1"_s, u"Ada Lovelace"_s, {u"a@x"_s}), person(u"2"_s, u"Bob Miller"_s)});
    index.add(person(u"1"_s, u"Grace Hopper"_s, {u"g@x"_s}));
    QCOMPARE(index.size(), 2);
    QVERIFY(index.candidatesFor(person({}, u"Ada Lovelace"_s, {u"a@x"_s})).isEmpty());
    QCOMPARE(describe(index.candidatesFor(person({}, u"Grace Hopper"_s))), QStringList{u"1: n"_s});
    index.remove(u"1"_s);
    index.remove(u"unknown"_s);
    QCOMPARE(index.size(), 1);
    QVERIFY(index.candidatesFor(person({}, u"Grace Hopper"_s, {u"g@x"_s})).isEmpty());
    index.add(person(u"3"_s, u"Bob Miller"_s));
    QCOMPARE(describe(index.groups()), QStringList{u"2 3: n"_s});
}

void DuplicateIndexTest::groupsAreFound()
{
    const DuplicateIndex index = indexOf({
        person(u"1"_s, u"Ada Lovelace"_s, {u"a@x"_s}),
        person(u"2"_s, u"A. L."_s, {u"A@x"_s}, {u"030 1234567"_s}),
        person(u"3"_s, u"Countess"_s, {}, {u"+49301234567"_s}),
        person(u"4"_s, u"Jürgen Müller"_s),
        person(u"5"_s, u"Mueller, Juergen"_s),
        person(u"6"_s, u"Grace Hopper"_s, {u"g@x"_s}),
        person(u"7"_s, {}, {}, {}),
        person(u"8"_s, {}, {}, {}),
    });
    QCOMPARE(describe(index.groups()), QStringList({u"1 2 3: ep"_s, u"4 5: n"_s}));
}

void DuplicateIndexTest::switchboardsAreNoReason()
{
    DuplicateIndex index(u"DE"_s);
    for (int i = 0; i <= DuplicateIndex::mostSharing; ++i)
        index.add(person(QString::number(i), numbered(u"Q%1x"_s, i * 7919), {}, {u"030 1234567"_s}));
    for (const DuplicateGroup &group : index.groups())
        QVERIFY(!group.why.samePhone);
    // Who asks is told.
    QVERIFY(index.candidatesFor(person({}, {}, {}, {u"030 1234567"_s}), 1000).size() > DuplicateIndex::mostSharing);
    index.remove(u"0"_s);
    QCOMPARE(index.groups().value(0).ids.size(), DuplicateIndex::mostSharing);
}

void DuplicateIndexTest::groupsByNameAreBounded()
{
    DuplicateIndex index(u"DE"_s);
    for (int i = 0; i < 3 * DuplicateIndex::largestGroup; ++i)
        index.add(person(QString::number(i), u"Anna Schmidt"_s));
    const QVector<DuplicateGroup> groups = index.groups();
    QVERIFY(groups.size() >= 3);
    for (const DuplicateGroup &group : groups)
        QVERIFY(group.ids.size() <= DuplicateIndex::largestGroup);
}

/// The index finds whatever comparing all with all finds.
void DuplicateIndexTest::agreesWithComparingAll()
{
    const QStringList given{u"Anna"_s, u"Ana"_s, u"Jürgen"_s, u"Juergen"_s, u"Peter"_s, u"Petra"_s, u"Maria"_s};
    const QStringList family{u"Schmidt"_s, u"Schmitt"_s, u"Müller"_s, u"Mueller"_s, u"Meier"_s, u"Meyer"_s};
    QRandomGenerator random(7);
    const auto any = [&random](const QStringList &of) { return of[random.bounded(int(of.size()))]; };
    QVector<Subject> subjects;
    for (int i = 0; i < 300; ++i) {
        subjects.append(person(QString::number(i), any(given) + u' ' + any(family),
                               {numbered(u"m%1@x"_s, random.bounded(150))},
                               {numbered(u"030 1234%1"_s, 100 + random.bounded(150))}));
    }
    const DuplicateIndex index = indexOf(subjects);
    const auto shares = [](const QStringList &a, const QStringList &b) {
        return std::any_of(a.begin(), a.end(), [&b](const QString &each) { return b.contains(each); });
    };
    qsizetype found = 0;
    for (const Subject &subject : subjects.mid(0, 60)) {
        const MatchKeys keys = keysOf(subject, u"DE"_s);
        QStringList expected;
        for (const Subject &other : std::as_const(subjects)) {
            const MatchKeys others = keysOf(other, u"DE"_s);
            const Likeness why{.sameEmail = shares(keys.emails, others.emails),
                               .samePhone = shares(keys.phones, others.phones),
                               .name = nameSimilarity(keys.words, others.words)};
            if (other.id != subject.id && why.isAny())
                expected.append(describe(other.id, why));
        }
        QStringList actual = describe(index.candidatesFor(subject, subjects.size()));
        expected.sort();
        actual.sort();
        QCOMPARE(actual, expected);
        found += actual.size();
    }
    QVERIFY(found > 100);
}

QTEST_GUILESS_MAIN(DuplicateIndexTest)
#include "DuplicateIndexTest.moc"
