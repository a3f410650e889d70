// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/AheadOfStore.h"

#include <QtCore/QString>
#include <QtTest/QTest>

using namespace frontdesk::models;
using namespace Qt::Literals::StringLiterals;

/// Changes that follow each other faster than the store is read.
class AheadOfStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_value = {};
        m_value.observe(u"a"_s);
    }

    void eachBuildsOnTheOneBefore()
    {
        m_value.change(u"ab"_s);
        QCOMPARE(m_value.current(), u"ab"_s);
        m_value.change(u"abc"_s);
        m_value.observe(u"ab"_s); // the first is there
        QCOMPARE(m_value.current(), u"abc"_s);
        m_value.observe(u"abc"_s);
        QCOMPARE(m_value.current(), u"abc"_s);
        m_value.observe(u"z"_s);
        QCOMPARE(m_value.current(), u"z"_s);
    }
    void storeMayLeaveSomeOut()
    {
        m_value.change(u"ab"_s);
        m_value.change(u"abc"_s);
        m_value.observe(u"abc"_s);
        m_value.observe(u"z"_s);
        QCOMPARE(m_value.current(), u"z"_s);
    }
    void somebodyElsesComesFirst()
    {
        m_value.change(u"ab"_s);
        m_value.observe(u"z"_s);
        QCOMPARE(m_value.current(), u"z"_s);
    }
    void sameAgainSaysNothing()
    {
        m_value.change(u"ab"_s);
        m_value.observe(u"a"_s);
        QCOMPARE(m_value.current(), u"ab"_s);
    }
    void whatCouldNotBeWrittenIsGone()
    {
        m_value.change(u"ab"_s);
        m_value.giveUp();
        QCOMPARE(m_value.current(), u"a"_s);
    }

private:
    AheadOfStore<QString> m_value;
};

QTEST_GUILESS_MAIN(AheadOfStoreTest)
#include "AheadOfStoreTest.moc"
