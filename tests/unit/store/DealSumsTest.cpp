// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/Money.h"

#include <map>
#include <random>
#include <tuple>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

namespace {

using Group = std::tuple<QString, QString, int>; ///< stage, currency, probability
using Sums = std::map<Group, std::pair<int, qint64>>;

/// What deals add up to, by looking at each.
Sums oracle(const QVector<RecordState> &deals)
{
    Sums sums;
    for (const RecordState &deal : deals) {
        const auto money = money::fromJson(deal.fields[fields::value].toObject());
        const QJsonValue probability = deal.fields["probability"_L1];
        auto &[count, minor] =
            sums[{deal.fields[fields::place]["stage"_L1].toString(), money ? money.value().currency : QString(),
                  probability.isDouble() ? probability.toInt() : -1}];
        ++count;
        minor += money ? money.value().minor : 0;
    }
    return sums;
}

Sums of(const QVector<DealSum> &found)
{
    Sums sums;
    for (const DealSum &sum : found)
        sums[{sum.stage, sum.currency, sum.probability}] = {sum.deals, sum.minor};
    return sums;
}

} // namespace

/// What deals add up to is kept in memory, and follows what changes and what waits.
class DealSumsTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void sumsAreThoseOfWhatIsShown_data();
    void sumsAreThoseOfWhatIsShown();
    void nothingIsLeftOfAClearedCache();

private:
    int upTo(int most) { return int(m_random() % quint32(most)); }
    QJsonObject fieldsOfADeal(bool whole);

    std::mt19937 m_random;
};

QJsonObject DealSumsTest::fieldsOfADeal(bool whole)
{
    QJsonObject set;
    if (whole)
        set.insert(fields::name, upTo(2) == 0 ? u"Annual plan"_s : u"Pilot"_s);
    if (whole || upTo(2) == 0)
        set.insert(fields::place, QJsonObject{{u"pipeline"_s, u"p"_s}, {u"stage"_s, QString::number(upTo(3))}});
    if (upTo(2) == 0)
        set.insert(fields::value, upTo(4) == 0
                                      ? QJsonValue()
                                      : QJsonValue(money::toJson({upTo(90'000), upTo(2) == 0 ? u"EUR"_s : u"JPY"_s})));
    if (upTo(3) == 0)
        set.insert(u"probability"_s, upTo(2) == 0 ? QJsonValue() : QJsonValue(upTo(3) * 50));
    if (!whole && upTo(6) == 0)
        set.insert(fields::deleted, upTo(2) == 0);
    return set;
}

void DealSumsTest::sumsAreThoseOfWhatIsShown_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U, 4U})
        QTest::addRow("%u", seed) << seed;
}

void DealSumsTest::sumsAreThoseOfWhatIsShown()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    QVector<RecordRef> deals;
    QHash<RecordRef, qint64> versions;
    for (int round = 0; round < 30; ++round) {
        QVector<DecodedRow> rows;
        for (int change = upTo(15); change >= 0; --change) {
            if (deals.isEmpty() || upTo(2) == 0) {
                deals.append(refOf(RecordKind::Deal, int(deals.size())));
                versions[deals.last()] = 1;
                rows.append(row(RecordAdded{stateOf(deals.last(), fieldsOfADeal(true))}));
            } else {
                const RecordRef deal = deals[upTo(int(deals.size()))];
                rows.append(row(changeOf(deal, ++versions[deal], fieldsOfADeal(false))));
            }
        }
        apply(rows);
        const QString id = QString::number(round);
        if (upTo(2) == 0)
            changesOf(m_store->enqueue(creating(id, refOf(RecordKind::Deal, 10'000 + round), fieldsOfADeal(true))));
        else
            changesOf(m_store->enqueue(changing(id, deals[upTo(int(deals.size()))], fieldsOfADeal(false))));
        if (upTo(3) == 0)
            changesOf(m_store->remove(CommandId(id)));
        for (const RecordQuery &query :
             {RecordQuery{.kind = RecordKind::Deal}, RecordQuery{.kind = RecordKind::Deal, .text = u"pil"_s},
              RecordQuery{.kind = RecordKind::Deal, .deleted = true}})
            QVERIFY(of(valueOf(m_store->dealSums(query))) == oracle(shownBy(*m_store, query)));
        const QVector<RecordState> all = shownBy(*m_store, {.kind = RecordKind::Deal});
        for (const QString &stage : {u"0"_s, u"1"_s, u"2"_s, u"3"_s}) {
            const RecordQuery query{.kind = RecordKind::Deal, .filters = {{.field = fields::place, .value = stage}}};
            const auto inStage =
                std::count_if(all.begin(), all.end(), [&](const RecordState &deal) { return passes(deal, query); });
            QCOMPARE(valueOf(m_store->records(query)).keys.size(), inStage);
        }
    }
}

void DealSumsTest::nothingIsLeftOfAClearedCache()
{
    apply({row(RecordAdded{stateOf(order, fieldsOfADeal(true))})});
    const RecordQuery all{.kind = RecordKind::Deal};
    QCOMPARE(valueOf(m_store->dealSums(all)).size(), 1);
    changesOf(m_store->clearCache());
    QCOMPARE(valueOf(m_store->dealSums(all)).size(), 0);
}

QTEST_GUILESS_MAIN(DealSumsTest)
#include "DealSumsTest.moc"
