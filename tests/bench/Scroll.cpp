// SPDX-License-Identifier: GPL-3.0-or-later
#include "CountOption.h"
#include "DeskWindow.h"
#include "Stopwatch.h"
#include "ZipfLanguage.h"
#include "domain/WhenDone.h"

#include <QtGui/QGuiApplication>
#include <QtQuick/QQuickItem>

#include <optional>

/// The frames of the real program's window while somebody scrolls through the table of many contacts and through the
/// timeline of one to whom much has happened, in a cache with many entries of timelines; and from opening a contact
/// until the first entries of its timeline are drawn. Without a connection, so that the cache alone answers.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

constexpr int batchRows = 1'000;
constexpr int busyPart = 100;    ///< one in so many entries is about the same contact
constexpr int rowHeight = 44;    ///< of the table, pixels
constexpr int timelineStep = 40; ///< pixels from frame to frame: 2 400 in a second at 60 frames
constexpr int jumps = 97;        ///< a prime, so that they reach everywhere

/// Contacts in the order of the table.
QVector<RecordRef> contactsOf(store::Store &store)
{
    const store::RecordKeys found = await(store.records({.kind = RecordKind::Contact}));
    const QHash<qint64, RecordState> states = await(store.recordsAt(found.keys));
    QVector<RecordRef> contacts;
    for (const qint64 key : found.keys)
        contacts.append(states[key].record);
    return contacts;
}

/// Somebody changes one field of one contact after another, each row as the journal brings it.
Result<Done> writeEntries(store::Store &store, const QVector<RecordRef> &contacts, int count, const UserId &author)
{
    bench::ZipfLanguage language(3);
    const store::Ledger ledger = await(store.ledger());
    qint64 seq = ledger.cursor.seq;
    qint64 n = ledger.streams[recordsStream()];
    const qint64 at = SystemClock().utc().count() - count;
    for (int made = 0; made < count;) {
        JournalBatch batch{.after = seq, .upTo = seq, .mark = ledger.cursor.mark, .rows = {}};
        for (int row = 0; row < batchRows && made < count; ++row, ++made) {
            const int index = made % busyPart == 0 ? 0 : language.number(0, int(contacts.size()) - 1);
            DecodedRow decoded;
            decoded.row.seq = ++batch.upTo;
            decoded.row.stream = recordsStream();
            decoded.row.n = ++n;
            decoded.row.mark = batch.mark;
            decoded.row.at = at + made;
            decoded.row.actor = author;
            decoded.event = RecordChanged{.record = contacts[index],
                                          .version = made + 2,
                                          .set = {{u"job"_s, language.word()}},
                                          .lists = {},
                                          .was = {{u"job"_s, language.word()}}};
            batch.rows.append(decoded);
        }
        seq = batch.upTo;
        if (const auto applied = await(store.apply(batch)); !applied)
            return applied.error();
    }
    return Done{};
}

/// Has the window drawn so many times, something moved before each.
QJsonObject framesOf(bench::ProgramWindow &program, int count, const std::function<void(int)> &move)
{
    int drawn = 0;
    const bench::FrameTimes frames(program.window());
    const auto moves =
        QObject::connect(&program.window(), &QQuickWindow::frameSwapped, &program.window(), [&] { move(drawn++); });
    bench::waitUntil([&] { return drawn >= count; }, 600);
    QObject::disconnect(moves);
    return frames.report();
}

/// The table, by so many rows from frame to frame, and to places far from each other, as by its scroll bar.
QJsonObject scrollTable(bench::ProgramWindow &program, QQuickItem &list, int rows, int frames)
{
    QJsonObject report{{u"standing"_s, framesOf(program, frames, [](int) {})}};
    for (const int step : {1, 3, 10})
        report.insert(u"%1 rows a frame"_s.arg(step), framesOf(program, frames, [&](int frame) {
                          list.setProperty("contentY", double(frame % (rows / step)) * step * rowHeight);
                      }));
    report.insert(u"jumps"_s, framesOf(program, frames, [&](int frame) {
                      list.setProperty("contentY", double(qint64(frame) * jumps * rows / frames % rows) * rowHeight);
                  }));
    return report;
}

/// To the end of what is shown, and older entries whenever it is near.
QJsonObject scrollTimeline(bench::ProgramWindow &program, QQuickItem &parts, models::RecordHistoryModel &history,
                           int frames)
{
    int pages = 1;
    const QJsonObject report = framesOf(program, frames, [&](int) {
        const double end = parts.property("contentHeight").toDouble() - parts.height();
        const double y = std::min(parts.property("contentY").toDouble() + timelineStep, end);
        parts.setProperty("contentY", y);
        if (y > end - parts.height() && history.more()) {
            history.showOlder();
            ++pages;
        }
    });
    return {{u"pages"_s, pages}, {u"entries"_s, history.rowCount({})}, {u"frames"_s, report}};
}

/// From opening the contact until the first page of its timeline is drawn; none when it does not come.
std::optional<bench::Time> open(bench::DeskWindow &desk, const RecordRef &contact)
{
    const bench::Stopwatch watch;
    bench::inTurn([&] { desk.crm().open(contact.text()); });
    const bool drawn = bench::waitUntilDrawn(desk.program(), [&] {
        const models::RecordPage *page = desk.crm().current();
        return page && page->available() && page->record() == contact.text() &&
               desk.crm().current()->history()->rowCount({}) > 0;
    });
    return drawn ? std::optional(bench::Time::of(watch)) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const auto contacts = bench::addCount(parser, u"contacts"_s, u"How many there are."_s, 100'000);
    const auto entries = bench::addCount(parser, u"entries"_s, u"How many their timelines have together."_s, 1'000'000);
    const auto frames = bench::addCount(parser, u"frames"_s, u"How many of each kind are drawn."_s, 1'000);
    const auto openings = bench::addCount(parser, u"openings"_s, u"How many contacts are opened."_s, 200);
    parser.addHelpOption();
    parser.process(program);
    const int drawn = parser.value(frames).toInt();

    const auto desk = bench::DeskWindow::open(parser.value(contacts).toInt(), 0);
    if (!desk)
        return 1;
    sync::Session &session = desk->program().workspace()->session();
    session.goOffline();
    const bool isAway = bench::waitUntil([&] { return session.status().state == connection::State::Offline; });
    const QVector<RecordRef> all = contactsOf(session.store());
    const auto me = await(session.store().me());
    const bench::Stopwatch writing;
    const auto written = writeEntries(session.store(), all, parser.value(entries).toInt(), me ? me->id : UserId());
    if (!isAway || !written)
        return bench::fail(written ? u"it is still connected"_s : written.error().message);
    const double writtenSeconds = writing.ms() / 1e3;

    models::RecordTableModel &table = *desk->crm().contacts();
    bench::goTo(desk->program(), u"contacts"_s);
    if (!bench::waitUntilDrawn(desk->program(),
                               [&] { return table.count() == all.size() && bench::isRead(table, 20); }))
        return bench::fail(u"the contacts are not shown"_s);
    const QJsonObject scrolled =
        scrollTable(desk->program(), *desk->program().item(u"rows"_s), int(all.size()) - 30, drawn);

    const auto first = open(*desk, all[1]);
    bench::Times opened;
    for (int i = 0; i < parser.value(openings).toInt(); ++i) {
        const auto time = open(*desk, all[2 + i % int(all.size() - 2)]);
        if (!first || !time)
            return bench::fail(u"a timeline was not drawn"_s);
        opened.push_back(*time);
    }
    const auto busy = open(*desk, all.first());
    QQuickItem *parts = desk->program().item(u"parts"_s);
    if (!busy || !parts)
        return bench::fail(u"the long timeline was not drawn"_s);
    const QJsonObject timeline = scrollTimeline(desk->program(), *parts, *desk->crm().current()->history(), drawn);
    bench::print({{u"bench"_s, u"scroll"_s},
                  {u"machine"_s, bench::machine()},
                  {u"platform"_s, QGuiApplication::platformName()},
                  {u"contacts"_s, int(all.size())},
                  {u"entries"_s, parser.value(entries).toInt()},
                  {u"entriesWrittenSeconds"_s, writtenSeconds},
                  {u"table"_s, scrolled},
                  {u"openingFirst"_s, bench::figures(bench::Times{*first})},
                  {u"opening"_s, bench::figures(opened)},
                  {u"openingOfTheBusiest"_s, bench::figures(bench::Times{*busy})},
                  {u"timeline"_s, timeline}});
    return 0;
}
