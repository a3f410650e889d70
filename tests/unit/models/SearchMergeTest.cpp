// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchMerge.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::models;

namespace {

search::Hit hitOf(qint64 seq, const QString &text, bool insideWords = false)
{
    search::Hit hit;
    hit.message.id = MessageId(QString::number(seq));
    hit.message.seq = seq;
    hit.message.text = text;
    hit.insideWords = insideWords;
    return hit;
}

search::Page pageOf(const QVector<search::Hit> &hits, bool more = false)
{
    search::Page page{.hits = hits, .more = more};
    if (!hits.isEmpty())
        page.end = {.places = hits.last().insideWords ? search::Places::Anywhere : search::Places::WordStarts,
                    .beforeSeq = hits.last().message.seq};
    return page;
}

QString textOf(const QVector<MergedHit> &hits)
{
    QStringList texts;
    for (const MergedHit &merged : hits)
        texts.append(QString::number(merged.hit.message.seq) + (merged.onServerOnly ? QStringLiteral("*") : QString()));
    return texts.join(u' ');
}

const search::Request newest{.terms = {{.text = QStringLiteral("road"), .openEnd = true}}};

} // namespace

/// Hits of this computer and of its server as one list; a star: only on the server.
class SearchMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachMessageIsThereOnce()
    {
        const auto hits =
            merged(pageOf({hitOf(9, {}), hitOf(7, {})}), pageOf({hitOf(9, {}), hitOf(8, {}), hitOf(3, {})}), newest);
        QCOMPARE(textOf(hits), QStringLiteral("9 8* 7 3*"));
    }
    void insideOfWordsComesLast()
    {
        const auto hits =
            merged(pageOf({hitOf(5, {}), hitOf(9, {}, true)}), pageOf({hitOf(2, {}), hitOf(8, {}, true)}), newest);
        QCOMPARE(textOf(hits), QStringLiteral("5 2* 9 8*"));
    }
    void listGoesAsFarAsThisComputersPages()
    {
        const search::Page server = pageOf({hitOf(8, {}), hitOf(6, {}), hitOf(4, {}), hitOf(9, {}, true)});
        QCOMPARE(textOf(merged(pageOf({hitOf(7, {}), hitOf(5, {})}, true), server, newest)),
                 QStringLiteral("8* 7 6* 5"));
        QCOMPARE(textOf(merged(pageOf({hitOf(7, {}), hitOf(5, {})}), server, newest)),
                 QStringLiteral("8* 7 6* 5 4* 9*"));
    }
    void bestComesFirst()
    {
        search::Request best = newest;
        best.order = search::Order::Relevance;
        const auto hits =
            merged(pageOf({hitOf(9, QStringLiteral("roads")), hitOf(8, QStringLiteral("railroad"), true)}),
                   pageOf({hitOf(2, QStringLiteral("road")), hitOf(3, QStringLiteral("road"))}), best);
        QCOMPARE(textOf(hits), QStringLiteral("3* 2* 9 8"));
    }
    void nothingOfTheServerChangesNothing()
    {
        QCOMPARE(textOf(merged(pageOf({hitOf(9, {}), hitOf(7, {})}, true), {}, newest)), QStringLiteral("9 7"));
    }
};

QTEST_GUILESS_MAIN(SearchMergeTest)
#include "SearchMergeTest.moc"
