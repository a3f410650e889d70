// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Book.h"

#include "RandomHistory.h"
#include "Recount.h"
#include "figures/Answer.h"
#include "figures/DealFacts.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::figures;
using namespace frontdesk::figures::testing;

namespace {

constexpr int histories = 40;
constexpr int rowsOfHistory = 400;

JournalRow rowOf(const QString &event, qint64 at, const QJsonObject &payload)
{
    return {.seq = 1,
            .stream = recordsStream(),
            .n = 1,
            .mark = {},
            .at = at,
            .actor = {},
            .event = event,
            .payload = payload};
}

JournalRow deal(qint64 at, const QJsonObject &fields)
{
    return rowOf(u"record:added"_s, at, {{u"record"_s, u"deal:1"_s}, {u"createdAt"_s, at}, {u"fields"_s, fields}});
}

JournalRow dealChange(qint64 at, const QJsonObject &set)
{
    return rowOf(u"record:changed"_s, at, {{u"record"_s, u"deal:1"_s}, {u"set"_s, set}});
}

QJsonObject place(const QString &stage)
{
    return {{u"pipeline"_s, RandomHistory::pipeline()}, {u"stage"_s, stage}};
}

QJsonObject euros(const QString &amount)
{
    return {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}};
}

/// A book that knows the pipeline.
Book begun()
{
    Book book;
    book.apply(rowOf(u"record:added"_s, 0,
                     {{u"record"_s, u"pipeline:sales"_s},
                      {u"createdAt"_s, 0},
                      {u"fields"_s, QJsonObject{{u"stages"_s, RandomHistory::stages(10)}}}}));
    return book;
}

/// Only what lies where things were: what stands in levels tells of each change.
QVector<Entry> flowsOf(const Book &book)
{
    QVector<Entry> flows = book.entries();
    flows.removeIf([](const Entry &entry) { return isLevel(entry.measure); });
    return flows;
}

} // namespace

class BookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatARecountFromNothingCounts_data();
    void countsWhatARecountFromNothingCounts();
    void whatIsEditedForthAndBackLeavesNothing();
    void aDealThatIsOpenedAgainWasNotWon();
    void theValueOfAWonDealCountsWhereItWasWon();
    void anAmountThatIsTooLargeIsNotAddedUp();
    void aProbabilityOfAStageCountsForItsDealsAtOnce();
    void aConversationIsDoneWhenItIsClosed();
    void theSameRowsMakeTheSameBook();
    void weighting_data();
    void weighting();
};

void BookTest::countsWhatARecountFromNothingCounts_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= histories; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void BookTest::countsWhatARecountFromNothingCounts()
{
    QFETCH(quint32, seed);
    RandomHistory history(seed);
    QRandomGenerator random(seed * 7 + 1);
    Book book;
    QVector<JournalRow> rows;
    for (int step = 1; step <= rowsOfHistory; ++step) {
        rows.append(history.next());
        book.apply(rows.last());
        if (step % 100 != 0)
            continue;
        const QDate today = QDateTime::fromMSecsSinceEpoch(history.now(), Qt::UTC).date();
        Query query{.from = today.addDays(-int(random.bounded(12))), .until = {}};
        query.until = query.from.addDays(1 + random.bounded(12));
        query.offset = QList<int>{0, 330, -570, 840, 345}.at(random.bounded(5));
        Owners whose;
        if (const int choice = random.bounded(4); choice > 1) {
            QStringList some = RandomHistory::people() + QStringList{QString()}; // one of them, or a team
            some.remove(random.bounded(4));
            whose = choice == 2 ? QStringList{some.at(random.bounded(3))} : some;
        }
        const Answer found = answer(book, query, whose, 0);
        const auto counted = [](const QJsonObject &figures) {
            QJsonObject kept;
            for (auto figure = figures.begin(); figure != figures.end(); ++figure)
                if (figure.key().contains(u'.'))
                    kept.insert(figure.key(), figure.value());
            return kept;
        };
        QCOMPARE(counted(found.now), recount(rows, whose, spanOf(query)));
        QCOMPARE(counted(found.before), recount(rows, whose, spanBefore(query)));
        const QJsonObject details = recountDetails(rows, whose, query);
        for (auto figure = found.now.begin(); figure != found.now.end(); ++figure)
            if (figure.key().startsWith("hour:"_L1) || figure.key().startsWith("reason:"_L1) ||
                (figure.key().startsWith("month:"_L1) && !figure.value().toArray().isEmpty()))
                QCOMPARE(details[figure.key()], figure.value());
        for (auto figure = details.begin(); figure != details.end(); ++figure)
            QCOMPARE(found.now[figure.key()], figure.value());
    }
}

void BookTest::whatIsEditedForthAndBackLeavesNothing()
{
    Book book = begun();
    book.apply(deal(1'000, {{u"owner"_s, u"ada"_s}, {u"value"_s, euros(u"12.50"_s)}, {u"place"_s, place(u"lead"_s)}}));
    const QVector<Entry> before = book.entries();
    const QVector<std::pair<QJsonObject, QJsonObject>> edits{
        {{{u"value"_s, euros(u"99"_s)}}, {{u"value"_s, euros(u"12.50"_s)}}},
        {{{u"value"_s, QJsonObject{{u"amount"_s, u"7"_s}, {u"currency"_s, u"JPY"_s}}}},
         {{u"value"_s, euros(u"12.50"_s)}}},
        {{{u"owner"_s, u"ben"_s}}, {{u"owner"_s, u"ada"_s}}},
        {{{u"place"_s, place(u"offer"_s)}}, {{u"place"_s, place(u"lead"_s)}}},
        {{{u"place"_s, place(u"won"_s)}}, {{u"place"_s, place(u"lead"_s)}}},
        {{{u"place"_s, place(u"lost"_s)}}, {{u"place"_s, place(u"lead"_s)}}},
        {{{u"probability"_s, 80}}, {{u"probability"_s, QJsonValue()}}},
        {{{u"deleted"_s, true}}, {{u"deleted"_s, false}}}};
    for (const auto &[forth, back] : edits) {
        book.apply(dealChange(2'000, forth));
        QVERIFY(book.entries() != before);
        book.apply(dealChange(3'000, back));
        QCOMPARE(book.entries(), before);
    }
}

void BookTest::aDealThatIsOpenedAgainWasNotWon()
{
    Book book = begun();
    book.apply(deal(1'000, {{u"value"_s, euros(u"5"_s)}, {u"place"_s, place(u"lead"_s)}}));
    const QVector<Entry> open = flowsOf(book);
    const qint64 day = 24 * 60 * 60 * 1000;
    book.apply(dealChange(2 * day, {{u"place"_s, place(u"won"_s)}}));
    QVERIFY(flowsOf(book) != open);
    book.apply(dealChange(3 * day, {{u"place"_s, place(u"offer"_s)}}));
    QCOMPARE(flowsOf(book), open);
    book.apply(dealChange(5 * day, {{u"place"_s, place(u"won"_s)}}));
    const auto won = book.slots(Measure::WonDeals, {0, quarterOf(9 * day)}, {});
    QCOMPARE(won.size(), 1);
    QCOMPARE(won.first().quarter, quarterOf(5 * day));
    // The reason and the stage may be put right afterwards: it was closed when it was.
    book.apply(dealChange(7 * day, {{u"place"_s, place(u"won"_s)}}));
    QCOMPARE(book.slots(Measure::WonDeals, {0, quarterOf(9 * day)}, {}).first().quarter, quarterOf(5 * day));
}

void BookTest::theValueOfAWonDealCountsWhereItWasWon()
{
    Book book = begun();
    const qint64 day = 24 * 60 * 60 * 1000;
    book.apply(deal(day, {{u"value"_s, euros(u"5"_s)}, {u"place"_s, place(u"won"_s)}}));
    book.apply(dealChange(40 * day, {{u"value"_s, QJsonObject{{u"amount"_s, u"900"_s}, {u"currency"_s, u"JPY"_s}}}}));
    const auto values = book.slots(Measure::WonValue, {0, quarterOf(99 * day)}, {});
    QCOMPARE(values.size(), 1);
    QCOMPARE(values.first().quarter, quarterOf(day));
    QCOMPARE(values.first().key, u"JPY"_s);
    QCOMPARE(values.first().amount, 900);
}

void BookTest::anAmountThatIsTooLargeIsNotAddedUp()
{
    for (const QString &amount : {u"-92233720368547758.08"_s, u"10000000000000.01"_s}) {
        Book book = begun();
        book.apply(deal(1'000, {{u"value"_s, euros(amount)}, {u"place"_s, place(u"lead"_s)}}));
        QCOMPARE(book.levels(Measure::OpenDeals, quarterOf(2'000'000), {}).size(), 1);
        QVERIFY(book.levels(Measure::OpenValue, quarterOf(2'000'000), {}).isEmpty());
    }
}

void BookTest::aProbabilityOfAStageCountsForItsDealsAtOnce()
{
    Book book = begun();
    book.apply(deal(1'000, {{u"value"_s, euros(u"100"_s)}, {u"place"_s, place(u"lead"_s)}}));
    const auto forecast = [&book] {
        const Query query{.from = QDate(1970, 1, 1), .until = QDate(1970, 1, 3)};
        return answer(book, query, {}, 0).now["deals.forecast"_L1].toArray();
    };
    QCOMPARE(forecast(), QJsonArray{euros(u"10.00"_s)});
    const qsizetype entries = book.entries().size();
    book.apply(
        rowOf(u"record:changed"_s, 2'000,
              {{u"record"_s, u"pipeline:sales"_s}, {u"set"_s, QJsonObject{{u"stages"_s, RandomHistory::stages(75)}}}}));
    QCOMPARE(forecast(), QJsonArray{euros(u"75.00"_s)});
    QCOMPARE(book.entries().size(), entries); // whatever the number of deals
    book.apply(dealChange(3'000, {{u"probability"_s, 20}}));
    QCOMPARE(forecast(), QJsonArray{euros(u"20.00"_s)});
}

void BookTest::aConversationIsDoneWhenItIsClosed()
{
    Book book = begun();
    const qint64 hour = 60 * 60 * 1000;
    const auto message = [&](qint64 at, const QString &author) {
        book.apply(rowOf(u"message:new"_s, at, {{u"conversation"_s, u"c"_s}, {u"author"_s, author}, {u"at"_s, at}}));
    };
    const auto close = [&](qint64 at, bool closed) {
        JournalRow row = rowOf(u"record:changed"_s, at,
                               {{u"record"_s, u"conversation:c"_s}, {u"set"_s, QJsonObject{{fields::closed, closed}}}});
        row.actor = UserId(u"ben"_s);
        book.apply(row);
    };
    const auto sum = [&](Measure measure, const QString &owner = u"ben"_s) {
        qint64 total = 0;
        for (const Sum &part : book.flows(measure, {0, quarterOf(99 * hour)}, QStringList{owner}))
            total += part.amount;
        return total;
    };
    const auto waiting = [&](qint64 at) {
        const auto found = book.levels(Measure::Waiting, quarterOf(at), {});
        return found.isEmpty() ? 0 : found.first().amount;
    };
    message(1 * hour, u"ada"_s);
    QCOMPARE(waiting(2 * hour), 1);
    close(4 * hour, true);
    QCOMPARE(waiting(5 * hour), 0); // though the last word is that of who began
    QCOMPARE(sum(Measure::Resolutions), 1);
    QCOMPARE(sum(Measure::Resolutions, u"ada"_s), 0);
    QCOMPARE(sum(Measure::ResolutionTime), 3 * hour);
    // Opened by hand it was not done.
    close(6 * hour, false);
    QCOMPARE(waiting(7 * hour), 1);
    QCOMPARE(sum(Measure::Resolutions), 0);
    close(9 * hour, true);
    QCOMPARE(sum(Measure::ResolutionTime), 8 * hour);
    // Opened by a message it was done, and begins anew.
    message(10 * hour, u"ada"_s);
    close(10 * hour, false); // what the server writes with it
    QCOMPARE(sum(Measure::ResolutionTime), 8 * hour);
    QCOMPARE(waiting(11 * hour), 1);
    close(12 * hour, true);
    QCOMPARE(sum(Measure::Resolutions), 2);
    QCOMPARE(sum(Measure::ResolutionTime), 10 * hour);
}

void BookTest::theSameRowsMakeTheSameBook()
{
    RandomHistory history(99);
    Book whole;
    QVector<JournalRow> rows;
    for (int step = 0; step < rowsOfHistory; ++step) {
        rows.append(history.next());
        whole.apply(rows.last());
    }
    Book again;
    for (const JournalRow &row : std::as_const(rows))
        again.apply(row);
    QCOMPARE(again, whole);
    rows.removeLast();
    Book less;
    for (const JournalRow &row : std::as_const(rows))
        less.apply(row);
    QVERIFY(!(less == whole));
}

void BookTest::weighting_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<int>("percent");
    QTest::addColumn<qint64>("part");
    QTest::newRow("whole") << 1'250LL << 100 << 1'250LL;
    QTest::newRow("none") << 1'250LL << 0 << 0LL;
    QTest::newRow("half up") << 50LL << 1 << 1LL;
    QTest::newRow("below half") << 49LL << 1 << 0LL;
    QTest::newRow("half away from zero") << -50LL << 1 << -1LL;
    QTest::newRow("negative") << -1'250LL << 30 << -375LL;
    QTest::newRow("large") << largestAmount << 99 << largestAmount / 100 * 99;
}

void BookTest::weighting()
{
    QFETCH(qint64, minor);
    QFETCH(int, percent);
    QTEST(weighted(minor, percent), "part");
}

QTEST_APPLESS_MAIN(BookTest)
#include "BookTest.moc"
