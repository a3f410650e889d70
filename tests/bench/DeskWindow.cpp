// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskWindow.h"

#include "BigDesk.h"
#include "demo/DemoTeam.h"
#include "store/Database.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <cstdio>

namespace bench {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longest = 600; // seconds until it is given up

Error failure(const QString &words)
{
    return {u"bench.failed"_s, words};
}

/// Also into the index of words, which is made in the background.
bool readEverything(const QUrl &server, const LoggedIn &login, const QString &account)
{
    const auto session = openSession(server, login, account, longest);
    return session && waitUntilIndexed(account);
}

} // namespace

std::unique_ptr<DeskWindow> DeskWindow::open(int contacts, int deals)
{
    std::unique_ptr<DeskWindow> desk(new DeskWindow);
    if (const auto begun = desk->begin(contacts, deals); !begun) {
        fail(begun.error().message);
        return nullptr;
    }
    return desk;
}

Result<Done> DeskWindow::begin(int contacts, int deals)
{
    const QString serverFolder = file(u"server"_s);
    const QString account = file(u"account"_s);
    const QString root = file(u"root"_s);
    if (auto written = BigDesk::write(serverFolder, contacts, deals); !written)
        return written;
    if (!m_server.start(QStringLiteral(FRONTDESK_SERVER), serverFolder))
        return failure(u"the server does not start"_s);
    const auto login = logIn(m_server.url(), BigDesk::watcher(), demo::password());
    if (!login || !readEverything(m_server.url(), login.value(), account))
        return failure(u"the client does not get in"_s);
    if (auto made = rememberWorkspace(root, m_server.url(), BigDesk::watcher(), login.value().token, account); !made)
        return made;
    m_program = std::make_unique<ProgramWindow>(root);
    if (!m_program->isShown())
        return failure(u"there is no window"_s);
    m_program->app().start();
    const auto online = [this] {
        return m_program->workspace() && m_program->workspace()->session().status().state == connection::State::Online;
    };
    if (!waitUntil(online, longest))
        return failure(u"the program does not get in"_s);
    return Done{};
}

bool waitUntilIndexed(const QString &account)
{
    store::Database cache(account + u"/cache.sqlite"_s, store::Database::Durability::Process);
    return waitUntil([&cache] { return cache.number(u"SELECT count(*) FROM search_records_waiting"_s) == 0; }, longest);
}

int fail(const QString &words)
{
    constexpr int wrong = 1;
    std::fprintf(stderr, "%s\n", qPrintable(words));
    return wrong;
}

bool waitUntilDrawn(ProgramWindow &program, const std::function<bool()> &condition, int seconds)
{
    bool drawn = false;
    // What holds when the frame has been drawn held when it was begun: both are one turn of the event loop.
    const auto frames = QObject::connect(&program.window(), &QQuickWindow::frameSwapped, &program.window(),
                                         [&] { drawn = drawn || condition(); });
    const bool came = waitUntil(
        [&] {
            if (!drawn && condition())
                program.window().update();
            return drawn;
        },
        seconds);
    QObject::disconnect(frames);
    return came;
}

void inTurn(const std::function<void()> &act)
{
    bool done = false;
    QTimer::singleShot(0, QCoreApplication::instance(), [&] {
        act();
        done = true;
    });
    waitUntil([&done] { return done; });
}

void goTo(ProgramWindow &program, const QString &place)
{
    inTurn([&] { Q_EMIT program.workspace()->alerts()->placeChosen(place); });
}

bool isRead(const models::RecordTableModel &table, int rows)
{
    for (int row = 0; row < std::min(rows, table.count()); ++row)
        if (table.recordAt(row).isEmpty())
            return false;
    return true;
}

QVector<models::RecordTableModel *> columnsOf(const models::DealBoardModel &board)
{
    QVector<models::RecordTableModel *> columns;
    for (int column = 0; column < board.rowCount({}); ++column)
        columns.append(
            board.index(column, 0).data(models::DealBoardModel::DealsRole).value<models::RecordTableModel *>());
    return columns;
}

} // namespace bench
