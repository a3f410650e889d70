// SPDX-License-Identifier: GPL-3.0-or-later
#include "BareEcho.h"
#include "BigDesk.h"
#include "CountOption.h"
#include "DeskWindow.h"
#include "Stopwatch.h"
#include "demo/DemoTeam.h"

#include <QtGui/QGuiApplication>

#include <optional>

/// How long from an edit of a contact or a deal in one client until it is in the table or on the board of another one,
/// and drawn in its window: the client that edits and the program's window in this process, the server in one of its
/// own, one edit at a time. First of contacts while the client that edits makes what it has just fetched searchable,
/// then when that is done. Beside it a bare QWebSocket echo of about the same length.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;
using models::RecordTableModel;

constexpr int edited = 10; ///< first rows, in turn

struct Edit {
    ChangeRecord change;
    std::function<bool()> isThere; ///< where the other client shows it
};

struct Latencies {
    std::vector<double> there; ///< milliseconds
    std::vector<double> drawn;
};

QJsonObject figuresOf(const Latencies &latencies)
{
    return {{u"there"_s, bench::figures(latencies.there)}, {u"drawn"_s, bench::figures(latencies.drawn)}};
}

ChangeRecord changeOf(const RecordRef &record)
{
    return {.record = record, .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = {}};
}

/// Those that are edited, once they are read.
QVector<RecordRef> firstOf(const RecordTableModel &table)
{
    QVector<RecordRef> records;
    for (int row = 0; row < edited; ++row)
        records.append(RecordRef::from(table.recordAt(row)).value_or(RecordRef{}));
    return records;
}

/// What the table shows of a record, wherever it stands by now.
QVariant shownOf(const RecordTableModel &table, const RecordRef &record, int role)
{
    const int row = table.rowOf(record.text());
    return row < 0 ? QVariant() : table.data(table.index(row), role);
}

/// Another e-mail address, which is a cell of the table.
Edit editOfContact(const RecordTableModel &table, const RecordRef &record, int index)
{
    const auto addresses = [&table, record] {
        return shownOf(table, record, RecordTableModel::CellsRole).toMap()[fields::emails].toString();
    };
    const QString address = u"edit%1@bench.example"_s.arg(index);
    Edit edit{changeOf(record), [addresses, address] { return addresses() == address; }};
    edit.change.lists = {{fields::emails, {.add = {address}, .remove = {addresses()}}}};
    return edit;
}

/// Another name, which is on the card.
Edit editOfDeal(const RecordTableModel &table, const RecordRef &record, int index)
{
    const QString name = u"Deal number %1 of a bench"_s.arg(index);
    Edit edit{changeOf(record), [&table, record, name] {
                  return shownOf(table, record, RecordTableModel::TitleRole).toString() == name;
              }};
    edit.change.set = {{fields::name, name}};
    return edit;
}

/// `first`: the number of the first edit, by which its value differs from all others.
std::optional<Latencies> measure(bench::ProgramWindow &window, sync::Session &editor, int first, int count,
                                 const RecordTableModel &table, decltype(editOfContact) *editOf)
{
    const QVector<RecordRef> records = firstOf(table);
    Latencies latencies;
    for (int index = 0; index < count; ++index) {
        const Edit edit = editOf(table, records[index % edited], first + index);
        std::optional<double> there;
        const bench::Stopwatch watch;
        editor.submit(edit.change);
        const bool shown = bench::waitUntilDrawn(window, [&] {
            if (!there && edit.isThere())
                there = watch.ms();
            return there.has_value();
        });
        if (!shown)
            return {};
        latencies.there.push_back(*there);
        latencies.drawn.push_back(watch.ms());
    }
    return latencies;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const auto contacts = bench::addCount(parser, u"contacts"_s, u"How many there are."_s, 100'000);
    const auto deals = bench::addCount(parser, u"deals"_s, u"How many there are."_s, 20'000);
    const auto edits =
        bench::addCount(parser, u"edits"_s, u"How many are made, of contacts and of deals each."_s, 1'000);
    parser.addHelpOption();
    parser.process(program);
    const int count = parser.value(edits).toInt();

    const auto desk = bench::DeskWindow::open(parser.value(contacts).toInt(), parser.value(deals).toInt());
    if (!desk)
        return 1;
    const auto login = bench::logIn(desk->server(), bench::BigDesk::worker(), demo::password());
    const auto editor =
        login ? bench::openSession(desk->server(), login.value(), desk->file(u"worker"_s), 600) : nullptr;
    if (!editor)
        return bench::fail(u"the client that edits does not get in"_s);

    bench::goTo(desk->program(), u"contacts"_s);
    RecordTableModel &table = *desk->crm().contacts();
    if (!bench::waitUntilDrawn(desk->program(),
                               [&] { return table.count() >= edited && bench::isRead(table, edited); }))
        return bench::fail(u"the contacts are not shown"_s);
    const auto whileIndexing = measure(desk->program(), *editor, 0, count, table, editOfContact);
    if (!bench::waitUntilIndexed(desk->file(u"worker"_s)))
        return bench::fail(u"what was fetched is not made searchable"_s);
    const auto ofContacts = measure(desk->program(), *editor, count, count, table, editOfContact);

    bench::goTo(desk->program(), u"deals"_s);
    const auto firstColumn = [&] { return bench::columnsOf(*desk->crm().board()).value(0); };
    const bool isOpen = bench::waitUntilDrawn(desk->program(), [&] {
        const RecordTableModel *column = firstColumn();
        return column && column->count() >= edited && bench::isRead(*column, edited);
    });
    if (!isOpen)
        return bench::fail(u"the board is not shown"_s);
    const auto ofDeals = measure(desk->program(), *editor, 0, count, *firstColumn(), editOfDeal);
    const auto echoed = bench::echoBarely(count, [](int index) {
        return u"{\"record\":\"deal:01a1f849-0001-7000-8000-000000000001\",\"set\":{\"name\":\"Deal %1\"}}"_s.arg(
            index);
    });
    if (!whileIndexing || !ofContacts || !ofDeals || !echoed)
        return bench::fail(u"an edit did not arrive"_s);
    bench::print({{u"bench"_s, u"edits"_s},
                  {u"unit"_s, u"ms"_s},
                  {u"machine"_s, bench::machine()},
                  {u"platform"_s, QGuiApplication::platformName()},
                  {u"contacts"_s, parser.value(contacts).toInt()},
                  {u"deals"_s, parser.value(deals).toInt()},
                  {u"contactWhileIndexing"_s, figuresOf(*whileIndexing)},
                  {u"contact"_s, figuresOf(*ofContacts)},
                  {u"deal"_s, figuresOf(*ofDeals)},
                  {u"bareWebSocketEcho"_s, bench::figures(*echoed)}});
    return 0;
}
