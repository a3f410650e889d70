// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Follower.h"

namespace frontdesk::ctl {

/// Prints what happens in a session as it happens: the connection's state, messages, typing, presence, activity, and
/// what became of commands.
class Events final : public QObject {
    Q_OBJECT

public:
    enum class Form { Json, Text };

    Events(sync::Session &session, Form form);

private:
    void state(const connection::Status &status);
    void message(const Message &message);
    void edited(const Message &message);
    void conflict(const Conflict &conflict, bool isOpen);
    void typing(const ConversationId &conversation, const QVector<UserId> &users);
    void presence(const QHash<UserId, PresenceState> &changed);
    void activity(const Activity &activity);
    void record(const RecordRef &record, const DecodedRow &row);
    void recordGone(const RecordRef &record);
    void acknowledged(const CommandId &id, qint64 seq);
    void refused(const CommandId &id, const Error &error);
    void failed(const Error &error);

    [[nodiscard]] QString person(const UserId &user) const;
    /// What is shown for a record of any kind.
    [[nodiscard]] QString nameOfRecord(const RecordRef &record) const;
    [[nodiscard]] QString place(const ConversationId &conversation) const;

    sync::Session &m_session;
    bool m_json;
    Follower m_follower;
    std::optional<connection::State> m_state; ///< the last one printed
};

} // namespace frontdesk::ctl
