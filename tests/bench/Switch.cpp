// SPDX-License-Identifier: GPL-3.0-or-later
#include "BigTeam.h"
#include "CountOption.h"
#include "ProgramWindow.h"
#include "ServerProcess.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtQuick/QQuickItem>

#include <cstdio>

/// In the real program's window: how long from choosing a conversation until its newest messages have been drawn, and
/// whether memory grows while somebody scrolls through a long conversation from its end to its beginning.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

constexpr int wrong = 1;
constexpr int longest = 900;           // seconds until it is given up
constexpr double flingSpeed = 100'000; // pixels in a second
constexpr int sampleMs = 200;
constexpr int opened = 100; // conversations that are opened in turn, beside the long one

int fail(const QString &words)
{
    std::fprintf(stderr, "%s\n", qPrintable(words));
    return wrong;
}

/// The list of messages of the open conversation, once it stands where reading starts.
QQuickItem *placedList(const bench::ProgramWindow &program)
{
    QQuickItem *pane = program.item(u"conversation"_s);
    QQuickItem *list = pane ? bench::visibleItem(pane, u"list"_s) : nullptr;
    return list && list->property("placed").toBool() ? list : nullptr;
}

/// How it went until a conversation's messages were drawn, in milliseconds since it was chosen.
struct Opening {
    double changed = 0; ///< the window shows another conversation, without its messages
    double read = 0;    ///< they are there
    double drawn = 0;
    int frames = 0; ///< up to the one with them
};

/// None when they do not come.
std::optional<Opening> open(bench::ProgramWindow &program, const ConversationId &conversation)
{
    Opening opening;
    QElapsedTimer timer;
    const auto now = [&timer] { return double(timer.nsecsElapsed()) / 1e6; };
    const auto frames = QObject::connect(&program.window(), &QQuickWindow::frameSwapped, &program.window(), [&] {
        const models::ConversationPage *page = program.workspace()->current();
        if (opening.drawn > 0 || !timer.isValid())
            return;
        ++opening.frames;
        if (page && page->conversationId() == conversation.text() && placedList(program))
            opening.drawn = now();
    });
    // From the event loop, as a click: what has to be deleted later goes when it has run.
    QTimer::singleShot(0, program.workspace(), [&] {
        timer.start();
        program.workspace()->openConversation(conversation.text());
        opening.changed = now();
        QObject::connect(
            program.workspace()->current()->messages(), &models::MessageListModel::windowChanged, &program.window(),
            [&] { opening.read = now(); }, Qt::SingleShotConnection);
    });
    const bool came = bench::waitUntil([&opening] { return opening.drawn > 0; });
    QObject::disconnect(frames);
    return came ? std::optional(opening) : std::nullopt;
}

QJsonObject figuresOf(const std::vector<Opening> &openings)
{
    std::vector<double> changed;
    std::vector<double> read;
    std::vector<double> drawn;
    std::vector<double> frames;
    for (const Opening &opening : openings) {
        changed.push_back(opening.changed);
        read.push_back(opening.read);
        drawn.push_back(opening.drawn);
        frames.push_back(opening.frames);
    }
    return {{u"changedMs"_s, bench::figures(changed)},
            {u"readMs"_s, bench::figures(read)},
            {u"drawnMs"_s, bench::figures(drawn)},
            {u"frames"_s, bench::figures(frames)}};
}

/// Until no frame has been asked for during so many milliseconds.
void settle(bench::ProgramWindow &program)
{
    constexpr int quietMs = 100;
    QElapsedTimer quiet;
    quiet.start();
    const auto frames = QObject::connect(&program.window(), &QQuickWindow::frameSwapped, &program.window(),
                                         [&quiet] { quiet.restart(); });
    bench::waitUntil([&quiet] { return quiet.elapsed() > quietMs; });
    QObject::disconnect(frames);
}

std::optional<QJsonObject> measureSwitches(bench::ProgramWindow &program, const bench::BigTeam &team, int count)
{
    std::vector<Opening> first;
    std::vector<Opening> again;
    for (int i = 0; i < count; ++i) {
        const auto opening = open(program, team.conversation(1 + i % opened).id);
        if (!opening)
            return {};
        (i < opened ? first : again).push_back(*opening);
        settle(program);
    }
    return QJsonObject{{u"firstTime"_s, figuresOf(first)}, {u"again"_s, figuresOf(again)}};
}

std::optional<QJsonObject> measureFling(bench::ProgramWindow &program, const ConversationId &conversation)
{
    const qint64 self = QCoreApplication::applicationPid();
    if (!open(program, conversation))
        return {};
    QQuickItem *list = placedList(program);
    models::MessageListModel *messages = program.workspace()->current()->messages();
    list->setProperty("maximumFlickVelocity", flingSpeed);
    const auto fling = [&] {
        if (!list->property("moving").toBool())
            QMetaObject::invokeMethod(list, "flick", Q_ARG(qreal, 0), Q_ARG(qreal, flingSpeed));
    };
    // What a full window of messages takes is no growth.
    const bool full = bench::waitUntil(
        [&] {
            fling();
            return messages->newerCount() > 0 || messages->atOldest();
        },
        longest);
    const double before = bench::memoryOf(self).resident;
    double most = before;
    const bench::FrameTimes frames(program.window());
    QElapsedTimer timer;
    QElapsedTimer sample; // looking at the memory costs too much to be done at each event
    timer.start();
    sample.start();
    const auto atBeginning = [&] {
        fling();
        if (sample.hasExpired(sampleMs)) {
            most = std::max(most, bench::memoryOf(self).resident);
            sample.restart();
        }
        const double above = list->property("contentY").toDouble() - list->property("originY").toDouble();
        return messages->atOldest() && above < list->height() / 2;
    };
    if (!full || !bench::waitUntil(atBeginning, longest)) {
        std::fprintf(stderr, "stopped %d rows before the newest, at %g of %g\n", messages->newerCount(),
                     list->property("contentY").toDouble(), list->property("originY").toDouble());
        return {};
    }
    const double after = bench::memoryOf(self).resident;
    return QJsonObject{{u"messages"_s, messages->newerCount() + messages->count()},
                       {u"seconds"_s, double(timer.elapsed()) / 1000},
                       {u"residentMiBBefore"_s, before},
                       {u"residentMiBMost"_s, most},
                       {u"residentMiBAfter"_s, after},
                       {u"ratio"_s, after / before},
                       {u"frames"_s, frames.report()}};
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const auto switches = bench::addCount(parser, u"switches"_s, u"How often another conversation is opened."_s, 500);
    const auto messages =
        bench::addCount(parser, u"messages"_s, u"How many there are in the conversations opened."_s, 100'000);
    const auto fling = bench::addCount(parser, u"fling"_s, u"How many the long conversation has."_s, 100'000);
    parser.addHelpOption();
    parser.process(program);

    const QTemporaryDir folder;
    const QString serverFolder = folder.filePath(u"server"_s);
    const QString account = folder.filePath(u"account"_s);
    const QString root = folder.filePath(u"root"_s);
    const QString serverProgram = QStringLiteral(FRONTDESK_SERVER);
    bench::BigTeam team(serverFolder);
    bench::ServerProcess server;
    if (const auto founded = team.found(1 + opened); !founded)
        return fail(founded.error().message);
    if (!server.start(serverProgram, serverFolder))
        return fail(u"the server does not start"_s);
    const auto login = bench::logIn(server.url(), team.name(), team.password());
    if (!login || !bench::openSession(server.url(), login.value(), account))
        return fail(u"the client does not get in"_s);
    server.stop();
    const bool written =
        team.writeIn(0, parser.value(fling).toInt()) && team.write(parser.value(messages).toInt(), 1) && team.read();
    const bool cached = written && server.start(serverProgram, serverFolder) &&
                        bench::openSession(server.url(), login.value(), account, longest);
    if (!cached || !bench::rememberWorkspace(root, server.url(), team.name(), login.value().token, account))
        return fail(u"the workspace to measure with could not be made"_s);

    bench::ProgramWindow shown(root);
    if (!shown.isShown())
        return fail(u"there is no window"_s);
    shown.app().start();
    const auto ready = [&] {
        return shown.workspace() && shown.workspace()->conversations()->count() > opened &&
               shown.workspace()->session().status().state == connection::State::Online;
    };
    if (!bench::waitUntil(ready))
        return fail(u"the workspace is not shown"_s);
    settle(shown);
    const auto switched = measureSwitches(shown, team, parser.value(switches).toInt());
    if (!switched)
        return fail(u"a conversation was not drawn"_s);
    const auto flung = measureFling(shown, team.conversation(0).id);
    if (!flung)
        return fail(u"the long conversation has no beginning"_s);
    bench::print({{u"bench"_s, u"switch"_s},
                  {u"machine"_s, bench::machine()},
                  {u"platform"_s, QGuiApplication::platformName()},
                  {u"opening"_s, *switched},
                  {u"fling"_s, *flung}});
    return 0;
}
