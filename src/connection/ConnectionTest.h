// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/TestSteps.h"
#include "dialect/Link.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QHostInfo>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>

namespace frontdesk::connection {

/// What is tested, and over which way.
struct TestOptions {
    QUrl server;   ///< http or https, as of dialect::parseServerAddress
    QString token; ///< empty: everything up to the sign-in is tested
    QString client;
    Cursor cursor; ///< where the cache is; an empty epoch: there is none
    /// Asked before the sign-in for a token that has not expired, which takes the place of the one above; empty, or
    /// when there is none to be had: that one is shown.
    std::function<QFuture<Result<QString>>()> renew = {};
    dialect::LinkFactory link;
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::DefaultProxy); ///< the one that the link would take
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    milliseconds deadline{10'000}; ///< of each step
};

/// Goes the whole way to the server step by step, with sockets of its own beside the connection that is open: the
/// server sees one more connection of the same session, nothing is written. Lives in the thread that made it, which
/// must have an event loop; never the GUI thread. Not started again.
class ConnectionTest final : public QObject {
    Q_OBJECT

public:
    ConnectionTest(TestOptions options, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~ConnectionTest() override;

    void start();
    void cancel();

Q_SIGNALS:
    /// After every step; the last one is finished().
    void changed(const frontdesk::connection::TestSteps &steps);

private:
    void goOn();
    void begin(TestStep::Kind kind);
    void pass(const QString &words);
    void skip(TestStep::Kind kind, const QString &words);
    void fail(const Error &error);
    void end();

    void lookUp();
    void connectSocket();
    void encrypt();
    void socketFailed();
    void shakeHands();
    void openLink();
    void awaitLogin();
    void accepted();
    void echo();
    void catchUp();
    void linkReady(const dialect::Ready &ready);
    [[nodiscard]] Error deadlineError() const;

    TestOptions m_options;
    std::shared_ptr<const Clock> m_clock;
    TestSteps m_steps;
    QTimer m_deadline;
    int m_lookup = -1; ///< of QHostInfo, while it is under way
    QHostInfo m_host;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<dialect::Link> m_link;
    std::optional<dialect::Ready> m_ready; ///< the server may say it before the step is there
};

} // namespace frontdesk::connection
