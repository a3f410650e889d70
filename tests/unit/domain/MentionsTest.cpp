// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Mentions.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

namespace {

const UserId ada(u"ada"_s);
const UserId ben(u"ben"_s);
const mentions::Names both{{ada, u"Ada"_s}, {ben, u"Ben Okri"_s}};

QStringList markedIn(const mentions::Shown &shown)
{
    QStringList parts;
    for (const search::Range &mark : shown.marks)
        parts.append(shown.text.sliced(mark.from, mark.length));
    return parts;
}

mentions::Shown shownAs(const QString &text, const mentions::Names &written, const mentions::Names &today)
{
    return mentions::shown(text, written, [&](const UserId &id) { return today.value(id); });
}

} // namespace

/// People who stand in a note's text.
class MentionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseWhoStandThereAreMentioned_data();
    void onlyThoseWhoStandThereAreMentioned();
    void whoIsCalledSomethingElseIsShownSo();
    void theLongestNameCounts();
    void whatIsKeptIsReadAgain();
};

void MentionsTest::onlyThoseWhoStandThereAreMentioned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nobody") << u"Call them"_s << QStringList();
    QTest::newRow("one") << u"Call them, @Ada!"_s << QStringList{u"Ada"_s};
    QTest::newRow("both") << u"@Ben Okri and @Ada"_s << QStringList{u"Ada"_s, u"Ben Okri"_s};
    QTest::newRow("without the sign") << u"Ada"_s << QStringList();
    QTest::newRow("changed by hand") << u"@Ad"_s << QStringList();
    QTest::newRow("another name") << u"@Adam"_s << QStringList();
    QTest::newRow("an address") << u"someone@Ada"_s << QStringList();
    QTest::newRow("the sign alone") << u"@"_s << QStringList();
}

void MentionsTest::onlyThoseWhoStandThereAreMentioned()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    QStringList standing = mentions::standingIn(text, both).values();
    standing.sort();
    QCOMPARE(standing, names);
}

void MentionsTest::whoIsCalledSomethingElseIsShownSo()
{
    const mentions::Names today{{ada, u"Ada King"_s}, {ben, u"Ben"_s}};
    const auto shown = shownAs(u"(@Ada)\n@Ben Okri: as @Ada said to Ada"_s, both, today);
    QCOMPARE(shown.text, u"(@Ada King)\n@Ben: as @Ada King said to Ada"_s);
    QCOMPARE(markedIn(shown), (QStringList{u"@Ada King"_s, u"@Ben"_s, u"@Ada King"_s}));
    QCOMPARE(shownAs(u"Nobody, me@Ada"_s, both, today), (mentions::Shown{u"Nobody, me@Ada"_s, {}}));
}

void MentionsTest::theLongestNameCounts()
{
    const mentions::Names names{{ada, u"Ben"_s}, {ben, u"Ben Okri"_s}};
    QCOMPARE(mentions::standingIn(u"@Ben Okri"_s, names).keys(), QList<UserId>{ben});
    QCOMPARE(mentions::standingIn(u"@Ben Smith"_s, names).keys(), QList<UserId>{ada});
}

void MentionsTest::whatIsKeptIsReadAgain()
{
    QCOMPARE(mentions::namesFrom(mentions::toJson(both)), both);
    QVERIFY(mentions::namesFrom({{u"ada"_s, 7}}).isEmpty()); // another version's
}

QTEST_GUILESS_MAIN(MentionsTest)
#include "MentionsTest.moc"
