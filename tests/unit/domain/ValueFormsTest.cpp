// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ValueForms.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

namespace {

QJsonValue nested(int levels)
{
    QJsonValue value = u"x"_s;
    for (int level = 0; level < levels; ++level)
        value = level % 2 == 0 ? QJsonValue(QJsonArray{1, value}) : QJsonValue(QJsonObject{{u"a"_s, value}});
    return value;
}

} // namespace

/// How deep and how large values are.
class ValueFormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levelsAreCounted();
    void bytesAreCounted_data();
    void bytesAreCounted();
};

void ValueFormsTest::levelsAreCounted()
{
    QVERIFY(!isNestedDeeper(u"x"_s, 0));
    QVERIFY(isNestedDeeper(QJsonObject(), 0));
    QVERIFY(!isNestedDeeper(QJsonArray(), 1));
    for (const int levels : {1, 2, 64, 1'000}) {
        QVERIFY(!isNestedDeeper(nested(levels), levels));
        QVERIFY(isNestedDeeper(nested(levels), levels - 1));
    }
}

void ValueFormsTest::bytesAreCounted_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<qsizetype>("bytes");
    const auto row = [](const char *name, const QJsonValue &value, qsizetype bytes) {
        QTest::newRow(name) << value << bytes;
    };
    row("text", u"abc"_s, 5);
    row("empty text", QString(), 2);
    row("quote and backslash", u"\"\\"_s, 6);
    row("control characters", QString(10, QChar(1)), 62);
    row("two bytes", u"é"_s, 4);
    row("three bytes", u"谢"_s, 5);
    row("beyond the first plane", u"🎉"_s, 6);
    row("nothing", QJsonValue(), 4);
    row("list", QJsonArray{1, true}, 8);
    row("object", QJsonObject{{u"a"_s, u"b"_s}}, 9);
}

void ValueFormsTest::bytesAreCounted()
{
    QFETCH(QJsonValue, value);
    QTEST(jsonBytes(value), "bytes");
}

QTEST_APPLESS_MAIN(ValueFormsTest)
#include "ValueFormsTest.moc"
