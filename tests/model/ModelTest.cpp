// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"
#include "Promises.h"

#include <QtTest/QTest>

using namespace frontdesk::model;

/// The small machine of docs/sync.md, searched at random for a broken promise.
class ModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPromiseIsKept();
    void everyMistakeIsFound_data();
    void everyMistakeIsFound();
};

void ModelTest::everyPromiseIsKept()
{
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        const Verdict verdict = play(seed, Bug::None);
        if (!verdict.broken.isEmpty())
            QFAIL(qPrintable(QStringLiteral("seed %1: not kept: %2: %3\n%4")
                                 .arg(seed)
                                 .arg(verdict.broken, verdict.words, verdict.trace.join(QLatin1Char('\n')))));
    }
}

void ModelTest::everyMistakeIsFound_data()
{
    QTest::addColumn<Bug>("bug");
    QTest::addColumn<QString>("promise");
    const auto row = [](const char *name, Bug bug, QLatin1String promise) {
        QTest::newRow(name) << bug << QString(promise);
    };
    row("answers before the commit", Bug::ServerAnswersBeforeItCommits, promises::nothingLost);
    row("gives up after a time-out", Bug::ClientGivesUpAfterATimeOut, promises::nothingLost);
    row("forgets what is answered", Bug::ClientForgetsWhatIsAnswered, promises::nothingLost);
    row("writes the cursor first", Bug::ClientWritesTheCursorFirst, promises::holesNamed);
    row("forgets the ids of commands", Bug::ServerForgetsCommandIds, promises::nothingTwice);
    row("makes new ids", Bug::ClientMakesNewIds, promises::nothingTwice);
    row("sends a lane at once", Bug::ClientSendsALaneAtOnce, promises::oneOrder);
    row("trusts every cursor", Bug::ServerTrustsEveryCursor, promises::nothingLost);
    row("ignores after", Bug::ClientIgnoresAfter, promises::holesNamed);
    row("overlooks holes", Bug::ClientOverlooksHoles, promises::holesNamed);
    row("pushes to those who left", Bug::ServerPushesToThoseWhoLeft, promises::onlyForThem);
    row("pages ignore membership", Bug::ServerPagesIgnoreMembership, promises::onlyForThem);
    row("overwrites what was not seen", Bug::ServerOverwritesWhatWasNotSeen, promises::conflictsShown);
    row("drops the later change", Bug::ServerDropsTheLaterChange, promises::conflictsShown);
    row("claims to have seen holes", Bug::ClientClaimsToHaveSeenHoles, promises::conflictsShown);
    row("trusts versions of a lost journal", Bug::ClientTrustsVersionsOfALostJournal, promises::conflictsShown);
    row("opens conflicts again", Bug::ClientOpensConflictsAgain, promises::conflictsShown);
    row("forgets its own changes", Bug::ClientForgetsItsOwnChanges, promises::ownIsNoConflict);
    row("takes late edits", Bug::ClientTakesLateEdits, promises::oneOrder);
    row("forgets early edits", Bug::ClientForgetsEarlyEdits, promises::oneOrder);
    row("takes late labels", Bug::ClientTakesLateLabels, promises::oneOrder);
    row("keeps the older own value", Bug::ClientKeepsTheOlderOwnValue, promises::nothingLost);
    row("keeps what it left", Bug::ClientKeepsWhatItLeft, promises::onlyForThem);
}

void ModelTest::everyMistakeIsFound()
{
    QFETCH(Bug, bug);
    QFETCH(QString, promise);
    QStringList found;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        const Verdict verdict = play(seed, bug);
        if (verdict.broken == promise)
            return;
        if (!verdict.broken.isEmpty() && !found.contains(verdict.broken))
            found.append(verdict.broken);
    }
    QFAIL(qPrintable(QStringLiteral("not found; others were broken: ") + found.join(QStringLiteral(", "))));
}

QTEST_GUILESS_MAIN(ModelTest)
#include "ModelTest.moc"
