// SPDX-License-Identifier: GPL-3.0-or-later
#include "BigTeam.h"
#include "ProgramWindow.h"
#include "ServerProcess.h"
#include "platform/DataFolders.h"
#include "store/Database.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>

#include <atomic>
#include <cstdio>
#include <ctime>

/// How long a client that was away needs until everything it missed is in its cache and the newest message stands in
/// the list of its window, and how the window's frames are meanwhile: the real program and a server in a process of its
/// own. Beside it the same messages written by a plain SQLite loop into the same table, as many in a transaction as a
/// page has.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;
using models::ConversationListModel;

constexpr int wrong = 1;
constexpr int longest = 600;  // seconds until it is given up
constexpr int idleMs = 1'000; // frames of before are counted

int fail(const QString &words)
{
    std::fprintf(stderr, "%s\n", qPrintable(words));
    return wrong;
}

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Whether the newest message stands in the first row of the list.
bool listShows(models::Workspace *workspace, const QString &text)
{
    models::ConversationListModel *list = workspace ? workspace->conversations() : nullptr;
    return list && list->count() > 0 && list->data(list->index(0), ConversationListModel::LastTextRole) == text;
}

/// Seconds that all threads of this process have worked: what else the machine does has less part in it.
double workedSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

struct CatchUp {
    double toCache = 0; ///< seconds, from being signed in until everything is in the cache
    double toList = 0;  ///< until the newest message has been drawn
    double worked = 0;  ///< by the client meanwhile, with its frames
    QJsonObject idleFrames;
    QJsonObject frames;
};

bool isOnline(const bench::ProgramWindow &program)
{
    return program.workspace() && program.workspace()->session().status().state == connection::State::Online;
}

/// With the window open and the client offline.
std::optional<CatchUp> measure(bench::ProgramWindow &program, const QString &lastText)
{
    CatchUp result;
    {
        const bench::FrameTimes frames(program.window());
        bool over = false;
        QTimer::singleShot(idleMs, &program.window(), [&over] { over = true; });
        bench::waitUntil([&over] { return over; });
        result.idleFrames = frames.report();
    }
    sync::Session &session = program.workspace()->session();
    std::atomic<bool> signedIn = false;
    QElapsedTimer timer;
    const auto states = QObject::connect(
        &session, &sync::Session::statusChanged, &program.window(),
        [&](const connection::Status &status) {
            if (status.state == connection::State::CatchingUp && !signedIn.exchange(true))
                timer.start();
        },
        Qt::DirectConnection);
    const bench::FrameTimes frames(program.window());
    const double workedBefore = workedSeconds();
    session.connectNow();
    const bool cached = bench::waitUntil([&] { return isOnline(program); }, longest) && signedIn;
    QObject::disconnect(states);
    if (!cached)
        return {};
    result.toCache = secondsOf(timer);
    if (!bench::waitUntil([&] { return listShows(program.workspace(), lastText); }, longest))
        return {};
    bool drawn = false;
    QObject::connect(&program.window(), &QQuickWindow::frameSwapped, &program.window(), [&drawn] { drawn = true; });
    if (!bench::waitUntil([&drawn] { return drawn; }))
        return {};
    result.toList = secondsOf(timer);
    result.worked = workedSeconds() - workedBefore;
    result.frames = frames.report();
    return result;
}

struct Plain {
    double seconds = 0;
    double worked = 0;
};

/// The messages which `after` has more than `before`, written into `before`.
Plain writePlainly(const QString &before, const QString &after)
{
    using store::Database;
    using store::Row;
    using store::Statement;
    Database target(before, Database::Durability::Process);
    QVector<Message> messages;
    {
        const qint64 known = target.number(u"SELECT coalesce(max(seq), 0) FROM messages"_s);
        Database source(after, Database::Durability::Process);
        Statement read(source, u"SELECT id, conversation, number, author, text, at, seq FROM messages WHERE seq>?"
                               " ORDER BY seq"_s);
        read.each(
            [&](const Row &row) {
                messages.append({MessageId(row.text(0)), ConversationId(row.text(1)), row.number(2),
                                 UserId(row.text(3)), row.text(4), row.number(5), row.number(6)});
            },
            known);
    }
    Statement write(target, u"INSERT INTO messages(id, conversation, number, author, text, at, seq)"
                            " VALUES(?, ?, ?, ?, ?, ?, ?)"_s);
    Statement move(target, u"INSERT OR REPLACE INTO meta(key, value) VALUES('place', ?)"_s);
    const double workedBefore = workedSeconds();
    QElapsedTimer timer;
    timer.start();
    for (qsizetype first = 0; first < messages.size(); first += limits::pageRows) {
        store::Transaction transaction(target, store::Transaction::Writing);
        const qsizetype end = std::min(messages.size(), first + limits::pageRows);
        for (qsizetype i = first; i < end; ++i) {
            const Message &message = messages[i];
            write.run(message.id, message.conversation, message.number, message.author, message.text, message.at,
                      message.seq);
        }
        move.run(messages[end - 1].seq);
        transaction.commit();
    }
    return {.seconds = secondsOf(timer), .worked = workedSeconds() - workedBefore};
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption messages(u"messages"_s, u"How many were missed."_s, u"count"_s, u"100000"_s);
    const QCommandLineOption conversations(u"conversations"_s, u"In how many conversations."_s, u"count"_s, u"1000"_s);
    parser.addOptions({messages, conversations});
    parser.addHelpOption();
    parser.process(program);
    const int count = parser.value(messages).toInt();

    const QTemporaryDir folder;
    const QString serverFolder = folder.filePath(u"server"_s);
    const QString account = folder.filePath(u"account"_s);
    const QString before = folder.filePath(u"before.sqlite"_s);
    const QString root = folder.filePath(u"root"_s);
    bench::BigTeam team(serverFolder);
    const QString serverProgram = QStringLiteral(FRONTDESK_SERVER);
    if (const auto founded = team.found(parser.value(conversations).toInt()); !founded)
        return fail(founded.error().message);
    bench::ServerProcess server;
    if (!server.start(serverProgram, serverFolder))
        return fail(u"the server does not start"_s);
    const auto login = bench::logIn(server.url(), team.name(), team.password());
    if (!login || !bench::openSession(server.url(), login.value(), account))
        return fail(u"the client does not get in"_s);
    if (!QFile::copy(account + u"/cache.sqlite"_s, before))
        return fail(u"the cache cannot be copied"_s);
    const auto remembered = bench::rememberWorkspace(root, server.url(), team.name(), login.value().token, account);
    if (!remembered)
        return fail(remembered.error().message);

    std::optional<CatchUp> caughtUp;
    {
        bench::ProgramWindow shown(root);
        if (!shown.isShown())
            return fail(u"there is no window"_s);
        shown.app().start();
        if (!bench::waitUntil([&shown] { return isOnline(shown); }))
            return fail(u"the program does not get in"_s);
        shown.workspace()->session().goOffline();
        server.stop();
        if (const auto written = team.write(count); !written)
            return fail(written.error().message);
        if (!server.start(serverProgram, serverFolder))
            return fail(u"the server does not start again"_s);
        caughtUp = measure(shown, team.lastText());
        if (!caughtUp)
            return fail(u"the client does not catch up"_s);
    }
    const auto folders = platform::DataFolders::open(root);
    const Plain plain = writePlainly(before, folders.value().account(server.url(), team.name()) + u"/cache.sqlite"_s);
    bench::print({{u"bench"_s, u"catchup"_s},
                  {u"machine"_s, bench::machine()},
                  {u"platform"_s, QGuiApplication::platformName()},
                  {u"messages"_s, count},
                  {u"toCacheSeconds"_s, caughtUp->toCache},
                  {u"toListSeconds"_s, caughtUp->toList},
                  {u"workedSeconds"_s, caughtUp->worked},
                  {u"plainSqliteSeconds"_s, plain.seconds},
                  {u"plainSqliteWorkedSeconds"_s, plain.worked},
                  {u"ratio"_s, caughtUp->toList / plain.seconds},
                  {u"workedRatio"_s, caughtUp->worked / plain.worked},
                  {u"idleFrames"_s, caughtUp->idleFrames},
                  {u"frames"_s, caughtUp->frames}});
    return 0;
}
