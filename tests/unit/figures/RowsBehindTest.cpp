// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RowsBehind.h"

#include "RandomHistory.h"
#include "domain/EventJson.h"
#include "domain/Json.h"
#include "domain/Overlay.h"
#include "figures/Answer.h"
#include "figures/Book.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::figures;
using namespace frontdesk::figures::testing;

namespace {

const ClosedStages stages{.won = {u"won"_s}, .lost = {u"lost"_s}, .open = {u"lead"_s, u"offer"_s}};

/// The records that a history leaves.
QHash<QString, RecordState> statesAfter(const QVector<JournalRow> &rows)
{
    QHash<QString, RecordState> states;
    for (const JournalRow &row : rows) {
        const LastingEvent event = eventFromJson(row.event, row.payload);
        if (const auto *added = std::get_if<RecordAdded>(&event))
            states.insert(added->state.record.text(), added->state);
        else if (const auto *changed = std::get_if<RecordChanged>(&event))
            states[changed->record.text()] = withChange(states.value(changed->record.text()), *changed, row.at);
    }
    return states;
}

qint64 count(const QHash<QString, RecordState> &states, const RecordQuery &query)
{
    return std::count_if(states.begin(), states.end(), [&](const RecordState &state) { return passes(state, query); });
}

} // namespace

class RowsBehindTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asManyRecordsAsTheFigureCounts_data();
    void asManyRecordsAsTheFigureCounts();
    void messagesOfAPeriod();
    void whatHasNoRecordsBehindIt();
};

void RowsBehindTest::asManyRecordsAsTheFigureCounts_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<bool>("exact");
    for (const char *figure : {"contacts.new", "deals.new", "deals.open", "stage:sales/lead", "stage:sales/offer"})
        QTest::addRow("%s", figure) << QString::fromLatin1(figure) << true;
    for (const char *figure : {"deals.won", "deals.lost"})
        QTest::addRow("%s", figure) << QString::fromLatin1(figure) << false;
}

void RowsBehindTest::asManyRecordsAsTheFigureCounts()
{
    QFETCH(QString, figure);
    QFETCH(bool, exact);
    qint64 found = 0;
    for (quint32 seed = 1; seed <= 10; ++seed) {
        RandomHistory history(seed);
        QVector<JournalRow> rows;
        Book book;
        for (int step = 0; step < 300; ++step) {
            rows.append(history.next());
            book.apply(rows.last());
        }
        const Query query{.from = QDate(2023, 11, 16), .until = QDate(2024, 1, 10), .offset = 60};
        const QVector<Owners> some{{}, QStringList{u"ada"_s}, QStringList{u"ada"_s, u"eve"_s}, QStringList{}};
        const Owners &whose = some.at(seed % some.size());
        const Rows behind = rowsBehind(figure, query, whose, stages);
        const auto *records = std::get_if<RecordRows>(&behind);
        QVERIFY(records);
        QCOMPARE(records->exact, exact);
        const QJsonValue value = answer(book, query, whose, 0).now[figure];
        const qint64 counted = value.isObject() ? value["count"_L1].toInteger() : value.toInteger();
        const qint64 listed = count(statesAfter(rows), records->query);
        if (exact)
            QCOMPARE(listed, counted);
        else
            QVERIFY(listed >= counted);
        found += counted;
    }
    QVERIFY(found > 0);
}

void RowsBehindTest::messagesOfAPeriod()
{
    const Query query{.from = QDate(2026, 11, 23), .until = QDate(2026, 11, 30), .offset = 60};
    const Rows behind = rowsBehind(u"messages.sent"_s, query, QStringList{u"ada"_s, u"eve"_s}, stages);
    const auto *messages = std::get_if<MessageRows>(&behind);
    QVERIFY(messages);
    QCOMPARE(messages->request.from, QDateTime(query.from, QTime(0, 0), Qt::OffsetFromUTC, 3600).toMSecsSinceEpoch());
    QCOMPARE(messages->request.until, QDateTime(query.until, QTime(0, 0), Qt::OffsetFromUTC, 3600).toMSecsSinceEpoch());
    QCOMPARE(messages->request.authors.value(), (QVector<UserId>{UserId(u"ada"_s), UserId(u"eve"_s)}));
}

void RowsBehindTest::whatHasNoRecordsBehindIt()
{
    const Query query{.from = QDate(2026, 11, 23), .until = QDate(2026, 11, 30)};
    const auto closed = [&](const QString &figure) {
        return std::get<ConversationRows>(rowsBehind(figure, query, {}, stages)).closed;
    };
    QCOMPARE(closed(u"conversations.waiting"_s), std::optional(false));
    QCOMPARE(closed(u"conversations.resolution"_s), std::optional(true));
    QCOMPARE(closed(u"conversations.firstResponse"_s), std::nullopt);
    QVERIFY(std::holds_alternative<NoRows>(rowsBehind(u"weather"_s, query, {}, stages)));
    QVERIFY(std::holds_alternative<NoRows>(rowsBehind(u"weather:rain"_s, query, {}, stages)));
}

QTEST_APPLESS_MAIN(RowsBehindTest)
#include "RowsBehindTest.moc"
