// SPDX-License-Identifier: GPL-3.0-or-later
#include "CountOption.h"
#include "DeskWindow.h"
#include "Stopwatch.h"
#include "ZipfLanguage.h"
#include "domain/WhenDone.h"

#include <QtGui/QGuiApplication>

#include <optional>

/// The board of many deals in the real program's window: from going to it until its first cards are drawn, and from a
/// key stroke in its filter until the cards that answer it are there, and drawn. Beside it the contacts' table
/// likewise.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;
using models::RecordTableModel;

constexpr int cards = 5; ///< of a column that are seen
constexpr int rows = 15; ///< of the table
constexpr int longestBeginning = 4;

/// What is looked at: its place in the window, and whether what can be seen of it is there.
struct View {
    QString place;
    QString item; ///< a list of what is looked at
    std::function<bool()> isThere;
};

/// From the place before until the first frame with what belongs there; none when it does not come.
std::optional<bench::Time> open(bench::ProgramWindow &program, const View &view)
{
    bench::goTo(program, u"inbox"_s);
    if (!bench::waitUntilDrawn(program, [&] { return !program.item(view.item); }))
        return {};
    const bench::Stopwatch watch;
    bench::goTo(program, view.place);
    if (!bench::waitUntilDrawn(program, [&] { return program.item(view.item) && view.isThere(); }))
        return {};
    return bench::Time::of(watch);
}

std::optional<QJsonObject> measureOpening(bench::ProgramWindow &program, const View &view, int count)
{
    const auto first = open(program, view);
    bench::Times again;
    for (int i = 0; i < count; ++i) {
        const auto time = open(program, view);
        if (!first || !time)
            return {};
        again.push_back(*time);
    }
    return QJsonObject{{u"first"_s, bench::figures(bench::Times{*first})}, {u"again"_s, bench::figures(again)}};
}

/// What was asked of the store before this has been answered, and shown, when it returns.
bool waitForAnswers(store::Store &store)
{
    int waiting = 2;
    QObject here;
    whenDone(store.records({.kind = RecordKind::Task}), &here, [&](const store::RecordKeys &) { --waiting; });
    whenDone(store.me(), &here, [&](const std::optional<User> &) { --waiting; });
    return bench::waitUntil([&] { return waiting == 0; });
}

/// Types beginnings of words, letter by letter.
std::optional<QJsonObject> measureFilter(bench::ProgramWindow &program, const View &view, int words,
                                         const std::function<void(const QString &)> &filter)
{
    bench::ZipfLanguage language(2);
    bench::Times there;
    bench::Times drawn;
    for (int i = 0; i < words; ++i) {
        const QString word = language.word();
        for (int letters = 1; letters <= std::min<qsizetype>(longestBeginning, word.size()); ++letters) {
            const bench::Stopwatch watch;
            bench::inTurn([&] { filter(word.left(letters)); });
            store::Store &store = program.workspace()->session().store();
            // The keys, then what the first rows hold.
            if (!waitForAnswers(store) || !bench::waitUntil(view.isThere))
                return {};
            there.push_back(bench::Time::of(watch));
            if (!bench::waitUntilDrawn(program, view.isThere))
                return {};
            drawn.push_back(bench::Time::of(watch));
        }
    }
    bench::inTurn([&] { filter({}); });
    return QJsonObject{{u"there"_s, bench::figures(there)}, {u"drawn"_s, bench::figures(drawn)}};
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const auto contacts = bench::addCount(parser, u"contacts"_s, u"How many there are."_s, 100'000);
    const auto deals = bench::addCount(parser, u"deals"_s, u"How many the board has."_s, 20'000);
    const auto openings = bench::addCount(parser, u"openings"_s, u"How often it is opened again."_s, 200);
    const auto words = bench::addCount(parser, u"words"_s, u"How many are typed."_s, 100);
    parser.addHelpOption();
    parser.process(program);

    const auto desk = bench::DeskWindow::open(parser.value(contacts).toInt(), parser.value(deals).toInt());
    if (!desk)
        return 1;
    const View board{u"deals"_s, u"cards"_s, [&] {
                         const auto columns = bench::columnsOf(*desk->crm().board());
                         return !columns.isEmpty() &&
                                std::all_of(columns.begin(), columns.end(), [](const auto *column) {
                                    return column->loaded() && bench::isRead(*column, cards);
                                });
                     }};
    const View table{u"contacts"_s, u"rows"_s,
                     [&] { return desk->crm().contacts()->loaded() && bench::isRead(*desk->crm().contacts(), rows); }};
    QJsonObject report{{u"bench"_s, u"board"_s},
                       {u"machine"_s, bench::machine()},
                       {u"platform"_s, QGuiApplication::platformName()},
                       {u"deals"_s, parser.value(deals).toInt()},
                       {u"contacts"_s, parser.value(contacts).toInt()}};
    for (const auto &[name, view] : {std::pair(u"board"_s, board), {u"table"_s, table}}) {
        const auto filter = [&](const QString &text) {
            if (view.place == board.place)
                desk->crm().board()->setText(text);
            else
                desk->crm().contacts()->setText(text);
        };
        const auto opened = measureOpening(desk->program(), view, parser.value(openings).toInt());
        const auto filtered =
            opened ? measureFilter(desk->program(), view, parser.value(words).toInt(), filter) : std::nullopt;
        if (!filtered)
            return bench::fail(u"the %1 was not drawn"_s.arg(name));
        report.insert(name, QJsonObject{{u"opening"_s, *opened}, {u"keyStroke"_s, *filtered}});
    }
    bench::print(report);
    return 0;
}
