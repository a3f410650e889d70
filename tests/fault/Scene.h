// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Credentials.h"
#include "domain/Error.h"
#include "server/Server.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QVector>

namespace frontdesk::fault {

/// The files of a server with people, the first of whom administers it while the others are a team, and a conversation
/// of theirs, made once and copied for every run: signing in takes a while on purpose.
class Scene {
public:
    static constexpr int people = 3;

    [[nodiscard]] QString prepare(); ///< what went wrong; empty: nothing
    [[nodiscard]] QString copyTo(const QString &folder) const;

    [[nodiscard]] const QString &token(int person) const { return m_credentials[person].token; }
    [[nodiscard]] const dialect::Credentials &credentials(int person) const { return m_credentials[person]; }
    [[nodiscard]] static QString password(); ///< of each, whose name is person1 and so on
    [[nodiscard]] const UserId &user(int person) const { return m_users[person]; }
    [[nodiscard]] const ConversationId &conversation() const { return m_conversation; }

private:
    QTemporaryDir m_folder;
    QVector<dialect::Credentials> m_credentials;
    QVector<UserId> m_users;
    ConversationId m_conversation;
};

/// A server's options for runs in which time is short: its heartbeat finds a silent client after 2 × this.
server::Options serverOptions(const QString &folder, milliseconds heartbeat);

/// What the server's journal says of a conversation, in its order. Reads the server's file.
Result<QVector<Message>> journalOf(const QString &folder, const ConversationId &conversation);

} // namespace frontdesk::fault
