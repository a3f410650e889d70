// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeptRows.h"
#include "RecordsUnderTest.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Settings and drafts that one person's devices share.
class OwnValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RecordsUnderTest>(10'000);
        m_ada = m_desk->addUser(u"ada"_s);
        m_ben = m_desk->addUser(u"ben"_s);
    }

    void isToldInTheOwnStreamAndOnlyTheLatestIsKept();
    void anyJsonIsKept_data();
    void anyJsonIsKept();
    void nullRemoves();
    void theSameValueIsNoChange();
    void nobodyElseSeesIt();
    void snapshotHasThemAllInPages();
    void keysHaveAnEnd();
    void longestValueFits();

private:
    Result<QJsonObject> set(const User &user, const QString &key, const QJsonValue &value)
    {
        return m_desk->give(user, SetOwnValue{key, value});
    }
    QVector<OwnValue> valuesOf(const User &user) { return m_desk->records().own.of(user.id, {}, 10'000); }

    std::unique_ptr<RecordsUnderTest> m_desk;
    User m_ada;
    User m_ben;
    const QString m_theme = ownSettingKey(u"theme"_s);
};

void OwnValuesTest::isToldInTheOwnStreamAndOnlyTheLatestIsKept()
{
    QCOMPARE(set(m_ada, m_theme, u"dark"_s).value(), (QJsonObject{{u"key"_s, m_theme}}));
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"own:changed"_s});
    QCOMPARE(m_desk->written[0].stream, streamOf(m_ada.id));
    QCOMPARE(m_desk->written[0].n, 0);
    QCOMPARE(m_desk->written[0].payload, (QJsonObject{{u"key"_s, m_theme}, {u"value"_s, u"dark"_s}}));
    const qint64 start = m_desk->written[0].seq - 1;
    QVERIFY(set(m_ada, m_theme, u"light"_s).ok());
    QVERIFY(set(m_ada, ownSettingKey(u"sound"_s), false).ok());
    QCOMPARE(valuesOf(m_ada).size(), 2);
    const auto page = m_desk->records().reader.page(m_ada.id, start, m_desk->records().page);
    QCOMPARE(page.rows.size(), 2); // a device that comes now reads "light", and never "dark"
    QCOMPARE(readRow(page.rows[0]).payload["value"_L1].toString(), u"light"_s);
}

void OwnValuesTest::anyJsonIsKept_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << QJsonValue(u"Grüße 👋 \"\\ \n"_s);
    QTest::newRow("empty text") << QJsonValue(QString());
    QTest::newRow("number") << QJsonValue(1.25);
    QTest::newRow("false") << QJsonValue(false);
    QTest::newRow("list") << QJsonValue(QJsonArray{1, u"a"_s, QJsonValue()});
    QTest::newRow("empty list") << QJsonValue(QJsonArray());
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"text"_s, u"half a sent"_s}, {u"at"_s, QJsonArray{1, 2}}});
}

void OwnValuesTest::anyJsonIsKept()
{
    QFETCH(QJsonValue, value);
    QVERIFY(set(m_ada, m_theme, value).ok());
    QCOMPARE(valuesOf(m_ada), (QVector<OwnValue>{{m_theme, value, m_desk->written[0].seq}}));
}

void OwnValuesTest::nullRemoves()
{
    QVERIFY(set(m_ada, m_theme, u"dark"_s).ok());
    QVERIFY(set(m_ada, m_theme, QJsonValue()).ok());
    QCOMPARE(m_desk->told(u"own:changed"_s), (QJsonObject{{u"key"_s, m_theme}, {u"value"_s, QJsonValue()}}));
    QVERIFY(valuesOf(m_ada).isEmpty());
    QVERIFY(set(m_ada, m_theme, QJsonValue()).ok()); // is not there
    QVERIFY(m_desk->written.isEmpty());
}

void OwnValuesTest::theSameValueIsNoChange()
{
    QVERIFY(set(m_ada, m_theme, u"dark"_s).ok());
    QVERIFY(set(m_ada, m_theme, u"dark"_s).ok());
    QVERIFY(m_desk->written.isEmpty());
}

void OwnValuesTest::nobodyElseSeesIt()
{
    QVERIFY(set(m_ada, m_theme, u"dark"_s).ok());
    const qint64 start = m_desk->written[0].seq - 1;
    QVERIFY(set(m_ben, m_theme, u"light"_s).ok());
    const auto page = m_desk->records().reader.page(m_ben.id, start, m_desk->records().page);
    QCOMPARE(page.rows.size(), 1);
    QCOMPARE(readRow(page.rows[0]).actor, m_ben.id);
    QCOMPARE(m_desk->snapshot(m_ben, u"own"_s), QVector<QJsonObject>{toJson(valuesOf(m_ben).first())});
}

void OwnValuesTest::snapshotHasThemAllInPages()
{
    // More than one page by number, and a value that needs one for itself.
    for (int i = 0; i < 450; ++i)
        QVERIFY(set(m_ada, ownSettingKey(u"number %1"_s.arg(i, 3, 10, QChar(u'0'))), i).ok());
    QVERIFY(set(m_ada, ownSettingKey(u"number 100"_s), QString(9'900, u'x')).ok());
    QVector<QJsonObject> expected;
    for (const OwnValue &own : valuesOf(m_ada))
        expected.append(toJson(own));
    QCOMPARE(expected.size(), 450);
    QCOMPARE(m_desk->snapshot(m_ada, u"own"_s), expected);
    QVERIFY(m_desk->pages > 6);
}

void OwnValuesTest::keysHaveAnEnd()
{
    const server::Actor ada{m_ada.id, m_desk->now};
    for (int i = 0; i < server::OwnValues::mostKeys; ++i)
        QVERIFY(m_desk->records().own.set(ada, ownSettingKey(QString::number(i)), i).ok());
    (void)m_desk->records().journal.finish();
    QCOMPARE(m_desk->refusalOf(m_ada, SetOwnValue{m_theme, u"dark"_s}), u"keys.tooMany"_s);
    QVERIFY(set(m_ada, ownSettingKey(u"0"_s), u"another"_s).ok());
    QVERIFY(set(m_ada, ownSettingKey(u"1"_s), QJsonValue()).ok());
    QVERIFY(set(m_ada, m_theme, u"dark"_s).ok());
    QVERIFY(set(m_ben, m_theme, u"dark"_s).ok());
}

void OwnValuesTest::longestValueFits()
{
    QVERIFY(set(m_ada, m_theme, QString(limits::ownValue - 2, u'x')).ok()); // and its quotation marks
    QCOMPARE(m_desk->refusalOf(m_ada, SetOwnValue{m_theme, QString(limits::ownValue - 1, u'x')}), u"value.tooLong"_s);
    QVERIFY(set(m_ada, ownDraftKey(directConversationId(m_ada.id, m_ben.id)), u"half a sent"_s).ok());
}

QTEST_GUILESS_MAIN(OwnValuesTest)
#include "OwnValuesTest.moc"
