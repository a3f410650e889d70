// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/Reminders.h"

#include "OutboxLock.h"
#include "TwoPeople.h"

#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

/// What reminds somebody at a window, under a clock of the test's.
struct Reminded {
    Reminded(Person &person, const User &me, std::shared_ptr<FakeClock> testClock)
        : clock(std::move(testClock))
        , directory(*person.session, me, clock)
        , own(*person.session)
        , reminders(*person.session, directory, own, clock)
        , due(&reminders, &Reminders::due)
    {
    }
    /// The names of the tasks that have been said, after another look.
    QStringList said()
    {
        reminders.check();
        QStringList names;
        for (const QVariantList &arguments : due)
            for (const RecordState &task : arguments[0].value<QVector<RecordState>>())
                names.append(task.fields[fields::name].toString());
        names.sort();
        return names;
    }

    std::shared_ptr<FakeClock> clock;
    Directory directory;
    OwnValues own;
    Reminders reminders;
    QSignalSpy due;
};

} // namespace

class RemindersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_people = std::make_unique<TwoPeople>();
        m_people->sitDown();
        m_clock = std::make_shared<FakeClock>(SystemClock().utc());
        m_begin = m_clock->utc().count();
    }
    void cleanup()
    {
        m_people->leave();
        m_people.reset();
    }
    void saysOnceWhatIsDue();
    void saysAtTheStartWhatCameMeanwhile();
    void whatIsDoneOrSomebodyElsesIsNotSaid();
    void whatAnotherDeviceHasSaidIsNotSaidAgain();
    void aHundredThatHaveBeenSaidHideNoOther();
    void moreThanAHundredOfOneMomentAreAllSaid();
    void whatTheDiskDoesNotTakeIsSaidOnce();
    void whatTheDiskDidNotTakeIsWrittenWithTheNext();
    void whatTheDiskDidNotTakeCanBeSetAgain();
    void aClockThatIsAheadSilencesNoOtherDevice();
    void aClockThatIsSetBackSaysWhatComesThen();

private:
    /// Sets it while the outbox cannot be written, until it is known that it was not.
    void setInVain(OwnValues &own, const QString &key, const QJsonValue &value)
    {
        const OutboxLock lock(m_people->atAda->outboxFile());
        QVERIFY(lock.holds());
        QObject here;
        bool isKnown = false;
        connect(m_people->atAda->session.get(), &sync::Session::failed, &here,
                [&](const Error &error) { isKnown = isKnown || error.detail.contains("command"_L1); });
        own.set(key, value);
        QTRY_VERIFY_WITH_TIMEOUT(isKnown, 20'000);
    }
    [[nodiscard]] QJsonValue written(const QString &key) const
    {
        return valueOf(m_people->atAda->session->store().ownValues()).value(key);
    }
    static CreateRecord taskOf(const QString &name, const User &assignee, qint64 at, bool done = false)
    {
        return {.record = {RecordKind::Task, createUuidV7(SystemClock().utc())},
                .set = {{fields::name, name},
                        {fields::assignee, assignee.id.text()},
                        {fields::done, done},
                        {u"reminder"_s, at}},
                .lists = {}};
    }
    RecordRef addTask(const QString &name, const User &assignee, qint64 at, bool done = false)
    {
        const CreateRecord creation = taskOf(name, assignee, at, done);
        const RecordRef task = creation.record;
        m_people->atBen->session->submit(creation);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().record(task)).has_value(), 20'000);
        }();
        return task;
    }

    std::unique_ptr<TwoPeople> m_people;
    std::shared_ptr<FakeClock> m_clock;
    qint64 m_begin = 0;
};

void RemindersTest::saysOnceWhatIsDue()
{
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    addTask(u"Call Maya"_s, m_people->ada, m_begin + 2 * minute);
    addTask(u"Write to Tomás"_s, m_people->ada, m_begin + 10 * minute);
    m_clock->advance(milliseconds(3 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), QStringList{u"Call Maya"_s}, 20'000);
    addTask(u"Another"_s, m_people->ada, m_begin + 3 * minute); // is read, and is late already
    m_clock->advance(milliseconds(10 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), (QStringList{u"Call Maya"_s, u"Write to Tomás"_s}), 20'000);
}

void RemindersTest::saysAtTheStartWhatCameMeanwhile()
{
    {
        Reminded ada(*m_people->atAda, m_people->ada, m_clock);
        addTask(u"Call Maya"_s, m_people->ada, m_begin + minute);
        addTask(u"Write to Tomás"_s, m_people->ada, m_begin + 30 * minute);
        m_clock->advance(milliseconds(2 * minute));
        QTRY_COMPARE_WITH_TIMEOUT(ada.said(), QStringList{u"Call Maya"_s}, 20'000);
        const auto kept = [&] { return valueOf(m_people->atAda->session->store().ownValues()).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), 1, 20'000);
    }
    m_people->atAda->reopen();
    m_clock->advance(milliseconds(60 * minute));
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), QStringList{u"Write to Tomás"_s}, 20'000);
}

void RemindersTest::whatIsDoneOrSomebodyElsesIsNotSaid()
{
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    addTask(u"Done"_s, m_people->ada, m_begin + minute, true);
    addTask(u"Ben's"_s, m_people->ben, m_begin + minute);
    addTask(u"Call Maya"_s, m_people->ada, m_begin + minute);
    m_clock->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), QStringList{u"Call Maya"_s}, 20'000);
}

void RemindersTest::whatAnotherDeviceHasSaidIsNotSaidAgain()
{
    const auto atOther = m_people->adasOtherDevice();
    atOther->goOnline();
    const auto otherClock = std::make_shared<FakeClock>(milliseconds(m_begin));
    Reminded here(*m_people->atAda, m_people->ada, m_clock);
    Reminded there(*atOther, m_people->ada, otherClock);
    addTask(u"Call Maya"_s, m_people->ada, m_begin + minute);
    addTask(u"Write to Tomás"_s, m_people->ada, m_begin + 10 * minute);
    m_clock->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(here.said(), QStringList{u"Call Maya"_s}, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!there.own.value(u"setting:remindedUntil"_s).isNull(), 20'000);
    otherClock->advance(milliseconds(11 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(there.said(), QStringList{u"Write to Tomás"_s}, 20'000);
}

void RemindersTest::aHundredThatHaveBeenSaidHideNoOther()
{
    constexpr int many = 100;
    QVector<CommandBody> tasks;
    for (int number = 0; number < many; ++number)
        tasks.append(taskOf(u"Open %1"_s.arg(number), m_people->ada, m_begin + minute));
    tasks.append(taskOf(u"Call Maya"_s, m_people->ada, m_begin + 10 * minute));
    m_people->atBen->session->submit(tasks);
    const auto here = [&] {
        return valueOf(m_people->atAda->session->store().records({.kind = RecordKind::Task})).keys.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(here(), many + 1, 20'000);
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    m_clock->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said().size(), many, 20'000);
    m_clock->advance(milliseconds(10 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said().size(), many + 1, 20'000);
    QVERIFY(ada.said().contains(u"Call Maya"_s));
}

void RemindersTest::moreThanAHundredOfOneMomentAreAllSaid()
{
    constexpr int many = 130;
    constexpr int earlier = 60;
    QVector<CommandBody> tasks;
    for (int number = 0; number < earlier; ++number)
        tasks.append(taskOf(u"Early %1"_s.arg(number), m_people->ada, m_begin + minute));
    for (int number = 0; number < many; ++number)
        tasks.append(taskOf(u"Open %1"_s.arg(number), m_people->ada, m_begin + 2 * minute));
    m_people->atBen->session->submit(tasks);
    const auto here = [&] {
        return valueOf(m_people->atAda->session->store().records({.kind = RecordKind::Task})).keys.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(here(), many + earlier, 20'000);
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    m_clock->advance(milliseconds(3 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said().size(), many + earlier, 20'000);
    QStringList once = ada.said();
    once.removeDuplicates();
    QCOMPARE(once.size(), many + earlier);
}

void RemindersTest::whatTheDiskDoesNotTakeIsSaidOnce()
{
    addTask(u"Call Maya"_s, m_people->ada, m_begin + minute);
    addTask(u"Write to Tomás"_s, m_people->ada, m_begin + 10 * minute);
    sync::Session &session = *m_people->atAda->session;
    QObject here; // in this thread
    int failures = 0;
    connect(&session, &sync::Session::failed, &here, [&] { ++failures; });
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    {
        const OutboxLock lock(m_people->atAda->outboxFile());
        QVERIFY(lock.holds());
        m_clock->advance(milliseconds(2 * minute));
        QTRY_COMPARE_WITH_TIMEOUT(ada.said(), QStringList{u"Call Maya"_s}, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(failures > 0, 20'000);
    }
    QVERIFY(valueOf(session.store().ownValues()).isEmpty()); // and those who had asked before have their answer
    m_clock->advance(milliseconds(10 * minute));
    const QStringList both{u"Call Maya"_s, u"Write to Tomás"_s};
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), both, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!valueOf(session.store().ownValues()).isEmpty(), 20'000);
    QCOMPARE(ada.said(), both);
}

void RemindersTest::whatTheDiskDidNotTakeIsWrittenWithTheNext()
{
    OwnValues own(*m_people->atAda->session);
    const QString theme = ownSettingKey(u"theme"_s);
    setInVain(own, theme, u"dark"_s);
    QVERIFY(written(theme).isNull());
    own.set(ownSettingKey(u"highContrast"_s), true);
    QTRY_COMPARE_WITH_TIMEOUT(written(theme), QJsonValue(u"dark"_s), 20'000);
    m_people->atAda->session->submit(SetOwnValue{theme, u"light"_s}); // as another device would
    QTRY_COMPARE_WITH_TIMEOUT(own.value(theme), QJsonValue(u"light"_s), 20'000);
}

void RemindersTest::whatTheDiskDidNotTakeCanBeSetAgain()
{
    OwnValues own(*m_people->atAda->session);
    const QString theme = ownSettingKey(u"theme"_s);
    setInVain(own, theme, u"dark"_s);
    QCOMPARE(own.value(theme), QJsonValue(u"dark"_s));
    own.set(theme, u"dark"_s);
    QTRY_COMPARE_WITH_TIMEOUT(written(theme), QJsonValue(u"dark"_s), 20'000);
}

void RemindersTest::aClockThatIsAheadSilencesNoOtherDevice()
{
    const QString saidUntil = u"setting:remindedUntil"_s;
    const auto atOther = m_people->adasOtherDevice();
    atOther->goOnline();
    const auto clockAhead = std::make_shared<FakeClock>(milliseconds(m_begin + day));
    Reminded here(*m_people->atAda, m_people->ada, m_clock);
    Reminded there(*atOther, m_people->ada, clockAhead);
    addTask(u"Tomorrow"_s, m_people->ada, m_begin + day + minute);
    clockAhead->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(there.said(), QStringList{u"Tomorrow"_s}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(here.own.value(saidUntil).toInteger(), m_begin + day + 2 * minute, 20'000);

    addTask(u"Call Maya"_s, m_people->ada, m_begin + minute);
    m_clock->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(here.said(), QStringList{u"Call Maya"_s}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(there.own.value(saidUntil).toInteger(), m_begin + 2 * minute, 20'000);
    // Each has its own idea of what is past; neither begins again because of the other.
    addTask(u"Write to Tomás"_s, m_people->ada, m_begin + day + 3 * minute);
    clockAhead->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(there.said(), (QStringList{u"Tomorrow"_s, u"Write to Tomás"_s}), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(here.own.value(saidUntil).toInteger(), m_begin + day + 4 * minute, 20'000);
    QCOMPARE(here.said(), QStringList{u"Call Maya"_s});
}

void RemindersTest::aClockThatIsSetBackSaysWhatComesThen()
{
    m_clock->jumpUtc(milliseconds(day));
    Reminded ada(*m_people->atAda, m_people->ada, m_clock);
    addTask(u"Call Maya"_s, m_people->ada, m_begin + 5 * minute);
    addTask(u"Tomorrow"_s, m_people->ada, m_begin + day + minute);
    m_clock->advance(milliseconds(2 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), QStringList{u"Tomorrow"_s}, 20'000);
    m_clock->jumpUtc(milliseconds(-day));
    QCOMPARE(ada.said(), QStringList{u"Tomorrow"_s});
    m_clock->advance(milliseconds(5 * minute));
    QTRY_COMPARE_WITH_TIMEOUT(ada.said(), (QStringList{u"Call Maya"_s, u"Tomorrow"_s}), 20'000);
}

QTEST_GUILESS_MAIN(RemindersTest)
#include "RemindersTest.moc"
