// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "socketio/client/ClientOptions.h"
#include "sync/Session.h"

#include <QtCore/QTemporaryDir>

namespace frontdesk::fault {

/// A whole client with a cache and an outbox of its own. Lives in a thread with an event loop.
class Person final : public QObject {
    Q_OBJECT

public:
    struct Settings {
        QUrl server;
        QString token;
        socketio::ClientOptions carrier = {}; ///< over which transports, and how long what may take
        connection::Timing timing = {};
        connection::ReconnectPolicy::Random random = connection::systemRandom();
    };
    explicit Person(const Settings &settings);
    ~Person() override;

    [[nodiscard]] const QString &problem() const { return m_problem; } ///< empty: the files could be opened
    [[nodiscard]] sync::Session &session() { return *m_session; }
    CommandId say(const ConversationId &conversation, const QString &text);

    [[nodiscard]] connection::State state() const { return m_session->status().state; }
    [[nodiscard]] bool isSettled() const; ///< online, and nothing waits to be sent
    /// The newest messages, without gaps.
    [[nodiscard]] QVector<Message> messages(const ConversationId &conversation) const;
    [[nodiscard]] store::Ledger ledger() const;
    [[nodiscard]] const QVector<CommandId> &said() const { return m_said; }
    [[nodiscard]] const QVector<Error> &refused() const { return m_refused; }
    /// States with their reasons, newest first, for whoever looks for a fault.
    [[nodiscard]] QString history() const;

Q_SIGNALS:
    void stateChanged(frontdesk::connection::State state);
    void answered();

private:
    QTemporaryDir m_folder;
    QString m_problem;
    std::shared_ptr<store::Store> m_store;
    std::unique_ptr<sync::Session> m_session;
    connection::State m_state = connection::State::Offline;
    QVector<CommandId> m_said;
    QVector<Error> m_refused;
};

/// Runs the thread's event loop until that is so, or the time is over: whether it became so.
bool waitUntil(const std::function<bool()> &isSo, milliseconds limit);

} // namespace frontdesk::fault
