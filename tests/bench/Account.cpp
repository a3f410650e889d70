// SPDX-License-Identifier: GPL-3.0-or-later
#include "Account.h"

#include "dialect/LoginRequest.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>

#include <cstdio>

namespace bench {

using namespace frontdesk;

bool waitUntil(const std::function<bool()> &condition, int seconds)
{
    const QDeadlineTimer deadline(seconds * 1000);
    QTimer look; // for conditions that change in another thread
    look.start(10);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

Result<LoggedIn> logIn(const QUrl &server, const QString &name, const QString &password)
{
    QNetworkAccessManager network;
    const auto login = dialect::logIn(network, server, name, password, QStringLiteral("bench"));
    if (!waitUntil([&login] { return login.isFinished(); })) {
        return Error{QStringLiteral("server.unreachable"), QStringLiteral("the server does not answer")};
    }
    if (!login.result()) {
        return login.result().error();
    }
    return LoggedIn{.token = login.result().value().token, .user = login.result().value().user};
}

std::shared_ptr<sync::Session> openSession(const QUrl &server, const LoggedIn &account, const QString &folder,
                                           int seconds)
{
    auto opened = store::Store::open(folder);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return nullptr;
    }
    const std::shared_ptr<store::Store> store = std::move(opened).value().store;
    store->setMe(account.user).waitForFinished();
    auto session = std::make_shared<sync::Session>(sync::SessionOptions{.server = server,
                                                                        .credentials = {.token = account.token},
                                                                        .client = QStringLiteral("bench")},
                                                   store, std::make_shared<SystemClock>());
    session->connectNow();
    if (!waitUntil([&session] { return session->status().state == connection::State::Online; }, seconds)) {
        std::fprintf(stderr, "%s is not online\n", qPrintable(account.user.name));
        return nullptr;
    }
    return session;
}

} // namespace bench
