// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/FreedesktopNotifier.h"
#include "platform/NoNotifier.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk::platform;

namespace {

constexpr int patience = 20'000; // milliseconds

/// A bus of its own, as a real process, that starts nothing by itself.
class Bus {
public:
    Bus()
    {
        QFile configuration(m_folder.filePath(u"bus.conf"_s));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("<busconfig><type>session</type><listen>unix:path=" + m_folder.filePath(u"bus"_s).toUtf8() +
                            "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow "
                            "receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
        configuration.close();
        m_process.start(u"dbus-daemon"_s,
                        {u"--config-file="_s + configuration.fileName(), u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_process.waitForReadyRead(patience), qPrintable(m_process.errorString()));
        m_address = QString::fromUtf8(m_process.readLine()).trimmed();
    }
    ~Bus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QString address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

/// A desktop's notification service, as a real process.
class Service {
public:
    explicit Service(const Bus &bus, const QString &capabilities = u"body,body-markup,sound"_s, bool isMute = false)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(SERVICE), {bus.address(), capabilities, isMute ? u"mute"_s : u"answers"_s});
        QCOMPARE(next()[u"call"_s].toString(), u"ready"_s);
    }
    ~Service() { end(); }
    void end()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// What it was asked next; the test's event loop goes on meanwhile. Empty when nothing comes in time.
    QJsonObject next()
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_process.canReadLine(), patience); }();
        return m_process.canReadLine() ? QJsonDocument::fromJson(m_process.readLine()).object() : QJsonObject();
    }
    void order(const QString &what) { m_process.write(what.toUtf8() + '\n'); }

private:
    QProcess m_process;
};

QString idIn(const QSignalSpy &spy)
{
    return spy.isEmpty() ? QString() : spy.last()[0].toString();
}

} // namespace

/// Notifications over a real bus, with a real process as the desktop's service on it.
class NotifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIsToldTo();
    void markupIsEscapedForThoseWhoUnderstandIt();
    void theSameIdTakesThePlace();
    void whatIsShownIsClosed();
    void whatIsAboutToBeShownIsClosed();
    void pressingIsTold();
    void whatSomebodyDismissedIsShownAnew();
    void aServiceThatStartsAgainIsUsed();
    void aServiceWithoutSoundSaysSo();
    void withoutAServiceEachFails();
    void withoutABusEachFails();
    void aBusThatNeverAnswersHoldsNobodyUp();
    void aServiceThatNeverAnswersHoldsNobodyUp();
    void whereThereIsNoneEachFails();
};

void NotifierTest::saysWhatItIsToldTo()
{
    const Bus bus;
    Service service(bus);
    FreedesktopNotifier notifier(bus.address());
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = u"Hello"_s, .sound = true});
    QJsonObject call = service.next();
    QCOMPARE(call[u"program"_s].toString(), u"Frontdesk"_s);
    QCOMPARE(call[u"title"_s].toString(), u"Ben"_s);
    QCOMPARE(call[u"body"_s].toString(), u"Hello"_s);
    QCOMPARE(call[u"action"_s].toString(), u"default"_s);
    QCOMPARE(call[u"urgency"_s].toInt(), 1);
    QCOMPARE(call[u"sound"_s].toString(), u"message-new-instant"_s);
    QVERIFY(!call[u"isSilent"_s].toBool());
    notifier.show({.id = u"b"_s, .title = u"Alarm"_s, .body = {}, .urgency = Notification::Urgency::Critical});
    call = service.next();
    QCOMPARE(call[u"urgency"_s].toInt(), 2);
    QCOMPARE(call[u"sound"_s].toString(), QString());
    QVERIFY(call[u"isSilent"_s].toBool());
}

void NotifierTest::markupIsEscapedForThoseWhoUnderstandIt()
{
    const QString body = u"<b>2 < 3</b> & more"_s;
    for (const bool understands : {true, false}) {
        const Bus bus;
        Service service(bus, understands ? u"body,body-markup"_s : u"body"_s);
        FreedesktopNotifier notifier(bus.address());
        notifier.show({.id = u"a"_s, .title = body, .body = body});
        const QJsonObject call = service.next();
        QCOMPARE(call[u"body"_s].toString(), understands ? u"&lt;b&gt;2 &lt; 3&lt;/b&gt; &amp; more"_s : body);
        QCOMPARE(call[u"title"_s].toString(), body); // a title has no markup for anybody
    }
}

void NotifierTest::theSameIdTakesThePlace()
{
    const Bus bus;
    Service service(bus);
    FreedesktopNotifier notifier(bus.address());
    // All before the first has an answer: the second is overtaken.
    for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s})
        notifier.show({.id = u"a"_s, .title = title, .body = {}});
    QJsonObject call = service.next();
    if (call[u"title"_s].toString() == u"One"_s) { // the first had gone out by then
        QCOMPARE(call[u"replaces"_s].toInt(), 0);
        call = service.next();
        QCOMPARE(call[u"replaces"_s].toInt(), 1);
    }
    QCOMPARE(call[u"title"_s].toString(), u"Three"_s);
    notifier.show({.id = u"b"_s, .title = u"Other"_s, .body = {}});
    call = service.next();
    QCOMPARE(call[u"replaces"_s].toInt(), 0);
    QCOMPARE(call[u"number"_s].toInt(), 2);
}

void NotifierTest::whatIsShownIsClosed()
{
    const Bus bus;
    Service service(bus);
    FreedesktopNotifier notifier(bus.address());
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QCOMPARE(service.next()[u"number"_s].toInt(), 1);
    notifier.close(u"never shown"_s);
    notifier.close(u"a"_s);
    const QJsonObject call = service.next();
    QCOMPARE(call[u"call"_s].toString(), u"CloseNotification"_s);
    QCOMPARE(call[u"number"_s].toInt(), 1);
}

void NotifierTest::whatIsAboutToBeShownIsClosed()
{
    const Bus bus;
    Service service(bus);
    FreedesktopNotifier notifier(bus.address());
    notifier.show({.id = u"b"_s, .title = u"First"_s, .body = {}});
    QCOMPARE(service.next()[u"title"_s].toString(), u"First"_s); // what it can do is known from here on
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    notifier.close(u"a"_s);
    QCOMPARE(service.next()[u"number"_s].toInt(), 2);
    QCOMPARE(service.next()[u"call"_s].toString(), u"CloseNotification"_s);
}

void NotifierTest::pressingIsTold()
{
    const Bus bus;
    Service service(bus);
    FreedesktopNotifier notifier(bus.address());
    QSignalSpy activated(&notifier, &Notifier::activated);
    for (const QString &id : {u"a"_s, u"b"_s}) {
        notifier.show({.id = id, .title = u"Ben"_s, .body = {}});
        QVERIFY(!service.next().isEmpty());
    }
    notifier.show({.id = u"c"_s, .title = u"Ben"_s, .body = {}}); // the answers to the others are there before its call
    QVERIFY(!service.next().isEmpty());
    service.order(u"press 9"_s); // somebody else's
    service.order(u"press 2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(activated.count(), 1, patience);
    QVERIFY(idIn(activated) == u"a"_s || idIn(activated) == u"b"_s); // capabilities come before both: in any order
}

void NotifierTest::whatSomebodyDismissedIsShownAnew()
{
    const Bus bus;
    Service service(bus);
    FreedesktopNotifier notifier(bus.address());
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QCOMPARE(service.next()[u"number"_s].toInt(), 1);
    notifier.show({.id = u"b"_s, .title = u"Ben"_s, .body = {}});
    QCOMPARE(service.next()[u"number"_s].toInt(), 2);
    service.order(u"dismiss 1"_s);
    service.order(u"press 2"_s); // once that is told, the other was dismissed
    QTRY_COMPARE_WITH_TIMEOUT(idIn(activated), u"b"_s, patience);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    const QJsonObject call = service.next();
    QCOMPARE(call[u"replaces"_s].toInt(), 0);
    QCOMPARE(call[u"number"_s].toInt(), 3);
}

void NotifierTest::aServiceThatStartsAgainIsUsed()
{
    const Bus bus;
    FreedesktopNotifier notifier(bus.address());
    QSignalSpy failed(&notifier, &Notifier::failed);
    {
        Service service(bus);
        notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
        QCOMPARE(service.next()[u"number"_s].toInt(), 1);
    }
    notifier.show({.id = u"x"_s, .title = u"Nobody hears it"_s, .body = {}});
    QTRY_COMPARE_WITH_TIMEOUT(idIn(failed), u"x"_s, patience);
    Service service(bus, u"body"_s);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = u"1 < 2"_s});
    const QJsonObject call = service.next();
    QCOMPARE(call[u"replaces"_s].toInt(), 0);
    QCOMPARE(call[u"body"_s].toString(), u"1 < 2"_s); // what it can do was asked anew
}

void NotifierTest::aServiceWithoutSoundSaysSo()
{
    const Bus bus;
    Service service(bus, u"body"_s);
    FreedesktopNotifier notifier(bus.address());
    const QString before = notifier.description();
    QSignalSpy described(&notifier, &Notifier::descriptionChanged);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}, .sound = true});
    QTRY_COMPARE_WITH_TIMEOUT(described.count(), 1, patience);
    QVERIFY(notifier.description() != before);
}

void NotifierTest::withoutAServiceEachFails()
{
    const Bus bus;
    FreedesktopNotifier notifier(bus.address());
    QSignalSpy failed(&notifier, &Notifier::failed);
    const QString before = notifier.description();
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QTRY_COMPARE_WITH_TIMEOUT(idIn(failed), u"a"_s, patience);
    notifier.show({.id = u"b"_s, .title = u"Ben"_s, .body = {}});
    QTRY_COMPARE_WITH_TIMEOUT(idIn(failed), u"b"_s, patience);
    QVERIFY(notifier.description() != before);
    notifier.close(u"a"_s);
}

void NotifierTest::withoutABusEachFails()
{
    FreedesktopNotifier notifier(u"unix:path=/nonexistent"_s);
    QSignalSpy failed(&notifier, &Notifier::failed);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QTRY_COMPARE_WITH_TIMEOUT(idIn(failed), u"a"_s, patience);
}

void NotifierTest::aBusThatNeverAnswersHoldsNobodyUp()
{
    const QTemporaryDir folder;
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
    FreedesktopNotifier notifier(u"unix:path="_s + bus.fullServerName());
    QSignalSpy failed(&notifier, &Notifier::failed);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QTRY_VERIFY_WITH_TIMEOUT(bus.hasPendingConnections(), patience); // it waits there
    QScopedPointer<QLocalSocket> connection(bus.nextPendingConnection());
    notifier.show({.id = u"b"_s, .title = u"Ben"_s, .body = {}}); // returns, and so does the next
    notifier.close(u"a"_s);
    QVERIFY(failed.isEmpty());
    connection.reset(); // now that is an answer
    bus.close();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, patience);
}

void NotifierTest::aServiceThatNeverAnswersHoldsNobodyUp()
{
    const Bus bus;
    Service service(bus, u"body"_s, true);
    FreedesktopNotifier notifier(bus.address());
    QSignalSpy failed(&notifier, &Notifier::failed);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QCOMPARE(service.next()[u"title"_s].toString(), u"Ben"_s);
    notifier.show({.id = u"a"_s, .title = u"Again"_s, .body = {}}); // waits for the answer
    notifier.show({.id = u"b"_s, .title = u"Other"_s, .body = {}}); // does not
    QCOMPARE(service.next()[u"title"_s].toString(), u"Other"_s);
    notifier.close(u"a"_s);
    QVERIFY(failed.isEmpty());
    service.end();
    QTRY_COMPARE_WITH_TIMEOUT(idIn(failed), u"b"_s, patience);
    QCOMPARE(failed.count(), 1); // nobody waits for the other one
}

void NotifierTest::whereThereIsNoneEachFails()
{
    NoNotifier notifier;
    QSignalSpy failed(&notifier, &Notifier::failed);
    notifier.show({.id = u"a"_s, .title = u"Ben"_s, .body = {}});
    QCOMPARE(idIn(failed), u"a"_s);
    QVERIFY(!notifier.description().isEmpty());
}

QTEST_GUILESS_MAIN(NotifierTest)
#include "NotifierTest.moc"
