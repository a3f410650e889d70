// SPDX-License-Identifier: GPL-3.0-or-later
#include "Account.h"
#include "BareEcho.h"
#include "Figures.h"
#include "models/Workspace.h"
#include "server/Server.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <cstdio>

/// How long from "send" in one client's composer until the other client's list shows the message: two whole clients
/// (models, sync, store on disk, sockets) and the real server (journal on disk) on this machine, one message at a time.
/// Beside it a bare QWebSocket echo of the same length.
namespace {

using namespace frontdesk;
using models::MessageListModel;

constexpr int wrong = 1;

double millisecondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QString textOf(int index)
{
    return QStringLiteral("Message %1 of a bench, about as long as most that people write to each other.").arg(index);
}

/// One whole client without a window.
struct Client {
    std::unique_ptr<QTemporaryDir> folder = std::make_unique<QTemporaryDir>();
    bench::LoggedIn account;
    std::unique_ptr<models::Workspace> workspace;

    [[nodiscard]] bool open(const QUrl &server, const QString &name, const QString &password)
    {
        const auto login = bench::logIn(server, name, password);
        if (!login) {
            std::fprintf(stderr, "%s\n", qPrintable(login.error().message));
            return false;
        }
        account = login.value();
        auto session = bench::openSession(server, account, folder->path());
        if (!session) {
            return false;
        }
        workspace =
            std::make_unique<models::Workspace>(session, account.user, QString(), std::make_shared<SystemClock>());
        return true;
    }

    /// Whether the newest row of the open conversation is this text, from the journal.
    [[nodiscard]] bool shows(const QString &text) const
    {
        const MessageListModel *messages = workspace->current()->messages();
        const int rows = messages->rowCount({});
        return rows > 0 && messages->data(messages->index(rows - 1, 0), MessageListModel::TextRole).toString() == text;
    }
};

struct Latencies {
    std::vector<double> there; ///< shown by the other client
    std::vector<double> here;  ///< shown by the sender's own
};

std::optional<Latencies> measureMessages(int count)
{
    QTemporaryDir folder;
    server::Server server({.dataFolder = folder.path(), .rates = server::RateLimits::unlimited(), .log = {}});
    const auto url = server.start();
    if (!url) {
        std::fprintf(stderr, "%s\n", qPrintable(url.error().message));
        return {};
    }
    const QString password = QStringLiteral("long enough");
    for (const QString &name : {QStringLiteral("ada"), QStringLiteral("sam")}) {
        const auto added =
            server.addUser({.name = name, .displayName = name, .role = Role::Agent, .password = password});
        if (!added) {
            std::fprintf(stderr, "%s\n", qPrintable(added.error().message));
            return {};
        }
    }
    Client ada;
    Client sam;
    if (!ada.open(url.value(), QStringLiteral("ada"), password) ||
        !sam.open(url.value(), QStringLiteral("sam"), password)) {
        return {};
    }
    ada.workspace->startDirect(sam.account.user.id.text());
    if (!bench::waitUntil(
            [&] { return ada.workspace->current() && sam.workspace->conversations()->rowCount({}) == 1; })) {
        std::fprintf(stderr, "the conversation did not reach the other client\n");
        return {};
    }
    sam.workspace->openConversation(ada.workspace->current()->conversationId());

    Latencies latencies;
    for (int index = 0; index < count; ++index) {
        const QString text = textOf(index);
        QElapsedTimer timer;
        timer.start();
        ada.workspace->current()->composer()->send(text);
        std::optional<double> here;
        const bool shown = bench::waitUntil([&] {
            if (!here && ada.shows(text)) {
                here = millisecondsOf(timer);
            }
            return sam.shows(text);
        });
        if (!shown) {
            std::fprintf(stderr, "message %d was not shown\n", index);
            return {};
        }
        latencies.there.push_back(millisecondsOf(timer));
        latencies.here.push_back(here.value_or(latencies.there.back()));
    }
    return latencies;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption messages(QStringLiteral("messages"), QStringLiteral("How many to send."),
                                      QStringLiteral("count"), QStringLiteral("1000"));
    parser.addOption(messages);
    parser.addHelpOption();
    parser.process(program);
    const int count = parser.value(messages).toInt();

    const auto shown = measureMessages(count);
    const auto echoed = bench::echoBarely(count, textOf);
    if (!shown || !echoed) {
        return wrong;
    }
    bench::print({{QStringLiteral("bench"), QStringLiteral("latency")},
                  {QStringLiteral("unit"), QStringLiteral("ms")},
                  {QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("sendToShownThere"), bench::figures(shown->there)},
                  {QStringLiteral("sendToShownHere"), bench::figures(shown->here)},
                  {QStringLiteral("bareWebSocketEcho"), bench::figures(*echoed)}});
    return 0;
}
