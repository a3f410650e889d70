// SPDX-License-Identifier: MIT
// What a namespace keeps for clients that are away, as a function of what was sent and of time; no time passes here.
#include "socketio/RecoveryLog.h"

#include <QtTest/QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::Frames;
using socketio::RecoverableSession;
using socketio::RecoveryLog;
using socketio::RecoveryOptions;

/// A log and one client of it, by name "a", that is in the room "r".
struct Scene {
    explicit Scene(const RecoveryOptions &options = {})
        : log(options)
    {
        session.sid = u"a"_s;
        session.pid = u"secret"_s;
        session.rooms = {{u"r"_s, 0}};
    }

    /// Sends a packet; `reaches` says whether the client was there and got it. Gives its offset.
    QString send(const QByteArray &text, const QStringList &rooms, bool reaches, const QStringList &except = {})
    {
        const qint64 number = log.next();
        log.record({text, {}}, rooms, except, now);
        if (reaches)
            session.lastSent = number;
        return log.offsetOf(number);
    }

    void cut() { log.save(session, now); }

    /// What the client is sent on coming back; "lost" when its session cannot go on.
    QByteArray comeBack(const QString &offset)
    {
        const auto announced = log.find(session.pid, offset, now);
        const auto recovered = log.take(session.pid, offset, now);
        if (announced.has_value() != recovered.has_value())
            return "find and take disagree";
        if (!recovered)
            return "lost";
        QByteArrayList texts;
        for (const auto &frames : recovered->missed)
            texts.append(frames.text);
        session = recovered->session;
        return texts.join(' ');
    }

    RecoveryLog log;
    RecoverableSession session;
    std::chrono::milliseconds now{1'000'000};
};

class RecoveryLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesWhatWasMissed();
    void givesOnlyWhatWasMeantForTheClient_data();
    void givesOnlyWhatWasMeantForTheClient();
    void givesNothingFromBeforeARoomWasJoined();
    void continuesWithoutAnOffset();
    void continuesAfterALongSilence();
    void continuesOnce();
    void continuesTwiceInARow();
    void refusesOffsets_data();
    void refusesOffsets();
    void keepsWithinItsLimits_data();
    void keepsWithinItsLimits();
    void forgetsTheOldestSession();
};

void RecoveryLogTest::givesWhatWasMissed()
{
    Scene scene;
    scene.send("1", {}, true);
    const QString offset = scene.send("2", {u"r"_s}, true);
    scene.send("3", {}, true); // written into a connection that was dead already
    scene.cut();
    scene.send("4", {u"r"_s}, false);
    scene.send("5", {u"a"_s}, false);
    QCOMPARE(scene.comeBack(offset), "3 4 5");
    QCOMPARE(scene.session.sid, u"a"_s);
    QCOMPARE(scene.session.rooms.keys(), QStringList{u"r"_s});
}

void RecoveryLogTest::givesOnlyWhatWasMeantForTheClient_data()
{
    QTest::addColumn<QStringList>("rooms");
    QTest::addColumn<QStringList>("except");
    QTest::addColumn<bool>("given");
    const QStringList none;
    QTest::newRow("everyone") << none << none << true;
    QTest::newRow("its room") << QStringList{u"x"_s, u"r"_s} << none << true;
    QTest::newRow("itself") << QStringList{u"a"_s} << none << true;
    QTest::newRow("another room") << QStringList{u"x"_s} << none << false;
    QTest::newRow("everyone but itself") << none << QStringList{u"a"_s} << false;
    QTest::newRow("everyone but its room") << none << QStringList{u"r"_s} << false;
    QTest::newRow("everyone but another room") << none << QStringList{u"x"_s} << true;
    QTest::newRow("its room but itself") << QStringList{u"r"_s} << QStringList{u"a"_s} << false;
}

void RecoveryLogTest::givesOnlyWhatWasMeantForTheClient()
{
    QFETCH(QStringList, rooms);
    QFETCH(QStringList, except);
    QFETCH(bool, given);
    Scene scene;
    const QString offset = scene.send("seen", {}, true);
    scene.cut();
    scene.send("missed", rooms, false, except);
    QCOMPARE(scene.comeBack(offset), given ? "missed" : "");
}

void RecoveryLogTest::givesNothingFromBeforeARoomWasJoined()
{
    Scene scene;
    const QString early = scene.send("1", {}, true);
    scene.send("2", {u"later"_s}, false);
    scene.session.rooms.insert(u"later"_s, scene.log.next());
    scene.send("3", {u"later"_s}, true);
    scene.cut();
    QCOMPARE(scene.comeBack(early), "3");
}

void RecoveryLogTest::continuesWithoutAnOffset()
{
    Scene scene;
    scene.send("before it came", {}, false);
    scene.session.since = scene.log.next();
    scene.cut();
    scene.send("1", {}, false);
    QCOMPARE(scene.comeBack({}), "1");
    scene.cut(); // its client dies without having told anybody
    QCOMPARE(scene.comeBack({}), "1");
}

void RecoveryLogTest::continuesAfterALongSilence()
{
    Scene scene({.maxPackets = 2});
    const QString offset = scene.send("1", {}, true);
    for (int i = 0; i < 10; ++i)
        scene.send("for others", {u"x"_s}, false);
    scene.cut();
    scene.send("2", {}, false);
    QCOMPARE(scene.comeBack(offset), "2"); // its last packet is forgotten, but it has missed nothing since
}

void RecoveryLogTest::continuesOnce()
{
    Scene scene;
    const QString offset = scene.send("1", {}, true);
    scene.cut();
    QCOMPARE(scene.comeBack(offset), "");
    QCOMPARE(scene.comeBack(offset), "lost");
}

void RecoveryLogTest::continuesTwiceInARow()
{
    Scene scene;
    const QString first = scene.send("1", {}, true);
    scene.cut();
    const QString second = scene.send("2", {}, false);
    QCOMPARE(scene.comeBack(first), "2");
    scene.cut();
    QCOMPARE(scene.comeBack(second), "");
}

void RecoveryLogTest::refusesOffsets_data()
{
    QTest::addColumn<QString>("offset");
    QTest::newRow("of another start of the server") << RecoveryLog({}).offsetOf(0);
    QTest::newRow("of the future") << u"<next>"_s;
    QTest::newRow("the end of a volatile event") << u"hello"_s;
    QTest::newRow("with something behind") << u"<last> "_s;
    QTest::newRow("negative") << u"<start>.-1"_s;
}

void RecoveryLogTest::refusesOffsets()
{
    QFETCH(QString, offset);
    Scene scene;
    const QString last = scene.send("1", {}, true);
    scene.cut();
    offset.replace(u"<next>"_s, scene.log.offsetOf(scene.log.next()));
    offset.replace(u"<last>"_s, last);
    offset.replace(u"<start>"_s, last.section(u'.', 0, 0));
    QCOMPARE(scene.comeBack(offset), "lost");
    QCOMPARE(scene.comeBack(last), ""); // a bad try costs nothing
}

void RecoveryLogTest::keepsWithinItsLimits_data()
{
    QTest::addColumn<int>("packets");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("recovered");
    QTest::newRow("within") << 10 << 100 << 60 << true;
    QTest::newRow("too many") << 11 << 1 << 0 << false;
    QTest::newRow("too large") << 5 << 201 << 0 << false;
    QTest::newRow("too late") << 1 << 1 << 61 << false;
}

void RecoveryLogTest::keepsWithinItsLimits()
{
    QFETCH(int, packets);
    QFETCH(int, size);
    QFETCH(int, seconds);
    QFETCH(bool, recovered);
    Scene scene({.maxDisconnection = 60s, .maxPackets = 10, .maxBytes = 1000});
    const QString offset = scene.send("1", {}, true);
    scene.cut();
    for (int i = 0; i < packets; ++i)
        scene.send(QByteArray(size, 'x'), {}, false);
    scene.now += std::chrono::seconds(seconds);
    QCOMPARE(scene.comeBack(offset) != "lost", recovered); // all or nothing: never with a hole
}

void RecoveryLogTest::forgetsTheOldestSession()
{
    RecoveryLog log({.maxSessions = 2});
    for (const auto *pid : {"one", "two", "three"})
        log.save({.sid = QLatin1String(pid), .pid = QLatin1String(pid), .rooms = {}, .data = {}}, 1s);
    QVERIFY(!log.find(u"one"_s, {}, 1s));
    QVERIFY(log.find(u"two"_s, {}, 1s));
    QVERIFY(log.find(u"three"_s, {}, 1s));
    log.save({.sid = u"four"_s, .pid = u"four"_s, .rooms = {}, .data = {}}, 1000s);
    QVERIFY(!log.find(u"three"_s, {}, 1s)); // its time was over
}

} // namespace

QTEST_APPLESS_MAIN(RecoveryLogTest)
#include "RecoveryLogTest.moc"
