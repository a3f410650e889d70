// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Refresh.h"

#include <QtCore/QPromise>
#include <QtTest/QTest>

#include <deque>

using namespace frontdesk::models;
using namespace std::chrono_literals;

/// When something is read again, and when it is not.
class RefreshTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestsDuringAReadCauseOneMore();
    void whatChangesWaitsForTheRest();
    void whoAsksDoesNotWaitForTheRest();
    void whoAsksDuringAReadDoesNotWaitEither();
    void whatWaitsForTheRestIsReadAfterIt();

private:
    [[nodiscard]] int reads() const { return int(m_reads.size()); }
    void answer(int value)
    {
        m_reads.back().addResult(value);
        m_reads.back().finish();
    }

    std::chrono::milliseconds m_rest{};
    std::deque<QPromise<int>> m_reads;
    QVector<int> m_shown;
    std::unique_ptr<Refresh<int>> m_refresh;
};

void RefreshTest::init()
{
    m_rest = {};
    m_reads.clear();
    m_shown.clear();
    m_refresh = std::make_unique<Refresh<int>>(
        this,
        [this] {
            m_reads.emplace_back();
            m_reads.back().start();
            return m_reads.back().future();
        },
        [this](int value) { m_shown.append(value); }, [this](std::chrono::milliseconds) { return m_rest; });
}

void RefreshTest::requestsDuringAReadCauseOneMore()
{
    m_refresh->request();
    for (int again = 0; again < 3; ++again)
        m_refresh->request();
    QCOMPARE(reads(), 1);
    answer(1);
    QTRY_COMPARE(m_shown, QVector<int>{1});
    QTRY_COMPARE(reads(), 2);
    answer(2);
    QTRY_COMPARE(m_shown, (QVector<int>{1, 2}));
    QVERIFY(!m_refresh->running());
    QCOMPARE(reads(), 2);
}

void RefreshTest::whatChangesWaitsForTheRest()
{
    m_rest = 1h;
    m_refresh->request();
    answer(1);
    QTRY_COMPARE(m_shown, QVector<int>{1});
    QVERIFY(!m_refresh->running());
    m_refresh->request();
    m_refresh->request();
    QCOMPARE(reads(), 1);
    QVERIFY(m_refresh->running());
}

void RefreshTest::whoAsksDoesNotWaitForTheRest()
{
    m_rest = 1h;
    m_refresh->request();
    answer(1);
    QTRY_COMPARE(m_shown, QVector<int>{1});
    m_refresh->request();
    m_refresh->requestNow();
    QCOMPARE(reads(), 2);
    answer(2);
    QTRY_COMPARE(m_shown, (QVector<int>{1, 2}));
    QVERIFY(!m_refresh->running()); // what waited has been answered, too
}

void RefreshTest::whoAsksDuringAReadDoesNotWaitEither()
{
    m_rest = 1h;
    m_refresh->request();
    m_refresh->requestNow();
    QCOMPARE(reads(), 1);
    answer(1);
    QTRY_COMPARE(m_shown, QVector<int>{1});
    QCOMPARE(reads(), 2);
}

void RefreshTest::whatWaitsForTheRestIsReadAfterIt()
{
    m_rest = 1ms;
    m_refresh->request();
    answer(1);
    QTRY_COMPARE(m_shown, QVector<int>{1});
    m_refresh->request();
    QTRY_COMPARE(reads(), 2);
}

QTEST_GUILESS_MAIN(RefreshTest)
#include "RefreshTest.moc"
