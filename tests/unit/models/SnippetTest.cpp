// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchSnippet.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::models;

class SnippetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hitIsInSight_data();
    void hitIsInSight();
};

void SnippetTest::hitIsInSight_data()
{
    QTest::addColumn<QString>("text"); // hits in brackets
    QTest::addColumn<QString>("shown");
    const QString filler = QStringLiteral("word ").repeated(60);
    QTest::newRow("short") << QStringLiteral("to [Mar]ina") << QStringLiteral("to [Mar]ina");
    QTest::newRow("nothing marked") << QStringLiteral("hello") << QStringLiteral("hello");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("lines become one") << QStringLiteral("a\n[b]\tc") << QStringLiteral("a [b] c");
    QTest::newRow("begins at a word near the hit") << QString(filler + QStringLiteral("[hit] end"))
                                                   << QStringLiteral("…word word word word word word word [hit] end");
    QTest::newRow("hits out of sight are left out")
        << QString(QStringLiteral("[a] ") + filler + QStringLiteral("[b]"))
        << QString(QStringLiteral("[a] ") + filler.left(218) + QStringLiteral("…"));
    QTest::newRow("one word without an end") << QString(QString(300, u'x') + QStringLiteral("[y]"))
                                             << QString(u'…' + QString(36, u'x') + QStringLiteral("[y]"));
    QTest::newRow("never half a character")
        << QString(QStringLiteral("𠮷").repeated(20) + QStringLiteral("b[x]"))
        << QString(u'…' + QStringLiteral("𠮷").repeated(17) + QStringLiteral("b[x]"));
}

void SnippetTest::hitIsInSight()
{
    QFETCH(QString, text);
    QVector<search::Range> hits;
    for (qsizetype from = 0; (from = text.indexOf(u'[')) >= 0;) {
        const qsizetype end = text.indexOf(u']');
        hits.append({from, end - from - 1});
        text.remove(end, 1).remove(from, 1);
    }
    const SearchSnippet snippet = snippetOf(text, hits);
    QString shown = snippet.text;
    for (auto mark = snippet.marks.rbegin(); mark != snippet.marks.rend(); ++mark)
        shown.insert(mark->from + mark->length, u']').insert(mark->from, u'[');
    QTEST(shown, "shown");
}

QTEST_GUILESS_MAIN(SnippetTest)
#include "SnippetTest.moc"
