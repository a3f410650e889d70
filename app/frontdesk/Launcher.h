// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Remembered.h"
#include "dialect/NetworkAccess.h"
#include "models/WorkspaceOpener.h"
#include "platform/DataFolders.h"
#include "platform/TokenStore.h"

#include <QtCore/QThread>

namespace frontdesk::server {
class Server;
}

namespace frontdesk {

/// Starts what a workspace needs: the server inside this program, logging in, the account's files. GUI thread; what
/// takes time runs elsewhere.
class Launcher final : public QObject, public models::WorkspaceOpener {
    Q_OBJECT

public:
    struct Options {
        platform::DataFolders folders;     ///< of this computer's own workspaces
        platform::DataFolders demoFolders; ///< of the demo, which touches nothing that is real
        std::shared_ptr<platform::TokenStore> tokens;
        std::shared_ptr<const Clock> clock;
        bool remember = true; ///< false: the next start is not told of what is opened
    };
    explicit Launcher(Options options);
    ~Launcher() override; ///< stops the server inside this program

    [[nodiscard]] bool hasRemembered() const override;
    QFuture<Result<models::OpenedWorkspace>> open(models::OpenRequest request) override;
    QFuture<Result<dialect::Credentials>> signInAgain(QString password) override;
    QFuture<Result<Done>> signOut() override;
    void useNetwork(const dialect::NetworkSettings &settings) override;
    QFuture<Result<Done>> keepProxyPassword(QString password) override;

    /// Stops the server inside this program as a crash of a remote one would look, and brings it back at the same
    /// address. For the tour and for tests; nothing when there is no such server.
    QFuture<Result<Done>> interruptServer();
    QFuture<Result<QUrl>> resumeServer();

private:
    /// What is open: where its server is, who logs in, and under which name the token is kept.
    struct Account {
        QUrl server = {};
        QString name;
        QString tokenName;
        QString folder; ///< of cache and outbox
        QString label;
        std::optional<Remembered> remembered = {}; ///< what the next start is told
        QString password = {};                     ///< of a server inside this program; else empty: it is not kept
        std::shared_ptr<platform::TokenStore> tokens = {};
        int opening = 0; ///< which one it was: a later one takes its place
    };
    /// A workspace whose server runs inside this program.
    struct Local {
        QString serverFolder;
        Account account;
        /// Starts the server and sees to it that the account is there; on a thread of the pool.
        std::function<Result<QUrl>(server::Server &)> start;
    };

    using Opening = QFuture<Result<models::OpenedWorkspace>>;
    Opening openNow(const models::OpenRequest &request);
    Opening openThisComputer(const QString &displayName);
    Opening openTeam(const models::OpenTeam &team);
    Opening openDemo();
    Opening openRemembered();

    Opening openLocal(Local local);
    Opening openLocalAccount(const Account &account);
    Opening openWithPassword(const Account &account, const QString &password);
    /// Shows what is on this computer without waiting for the credentials.
    Opening openAccount(const Account &account, const QFuture<Result<dialect::Credentials>> &credentials,
                        const std::optional<User> &me);
    QFuture<Result<models::SignIn>> signInTo(const std::weak_ptr<sync::Session> &session, const Account &account,
                                             const QFuture<Result<dialect::Credentials>> &credentials);
    [[nodiscard]] bool isOpen(const std::weak_ptr<sync::Session> &session) const; ///< not signed out since
    [[nodiscard]] static QString placeOf(const Account &account); ///< where its sign-in is kept, in words
    /// Of the account that is open; its session says when they cannot be kept.
    void useAndKeep(const dialect::Credentials &credentials);
    /// Keeps what the session's sign-in is renewed to.
    void keepRenewed(const std::shared_ptr<sync::Session> &session);
    /// Deletes what the server said from the disk, once the session that writes there has ended.
    QFuture<Result<Done>> clearCache(std::shared_ptr<store::Store> store);
    /// Closes what an opening that was given up has opened, so that it can be opened again.
    QFuture<Result<Done>> closeGivenUp();
    void signInByItself(const std::shared_ptr<sync::Session> &session);
    [[nodiscard]] QString rememberedFile() const;
    [[nodiscard]] Result<Done> remember(const Account &account) const;
    void useProxyPassword(const QString &password);
    void startColleagues(const QUrl &server);
    void stopColleagues();

    Options m_options;
    std::shared_ptr<dialect::SharedNetworkSettings> m_networkSettings;
    dialect::NetworkAccess m_network{m_networkSettings};
    std::optional<QString> m_proxyPassword; ///< once it has been read or chosen
    QFuture<Result<Done>> m_networkReady;   ///< the proxy's password has been read, if one is needed
    std::shared_ptr<server::Server> m_server;
    QString m_serverFolder;
    QFuture<Result<Done>> m_leaving; ///< the workspace before this one, or an opening that has not ended
    int m_opening = 0;               ///< the last one
    QThread m_colleagues;            ///< of the demo: they must not take the window's time
    std::optional<Account> m_account;
    dialect::Credentials m_credentials;
    std::weak_ptr<sync::Session> m_session;
    std::shared_ptr<store::Store> m_store; ///< of the account that is open
};

} // namespace frontdesk
