// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "sync/Session.h"

#include <QtCore/QObject>
#include <QtCore/QSet>

namespace frontdesk::models {

/// Everybody of the workspace with their presence, in memory: what all models look names up in. GUI thread.
class Directory : public QObject {
    Q_OBJECT

public:
    Directory(sync::Session &session, User me, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    [[nodiscard]] const User &me() const { return m_me; }
    [[nodiscard]] bool isMe(const UserId &id) const { return id == m_me.id; }
    [[nodiscard]] QVector<User> users() const { return m_users; } ///< by display name, in the order of the language
    [[nodiscard]] QString nameOf(const UserId &id) const;         ///< display name; "Unknown person" before it is known
    [[nodiscard]] QString initialsOf(const UserId &id) const;
    [[nodiscard]] PresenceState presenceOf(const UserId &id) const;
    [[nodiscard]] QString
    presenceTextOf(const UserId &id) const; ///< "Online", "Last seen 09:41, before the connection was lost"
    [[nodiscard]] qint64 now() const { return m_clock->utc().count(); }

Q_SIGNALS:
    void usersChanged();
    void presenceChanged();

private:
    const User *find(const UserId &id) const;

    std::shared_ptr<const Clock> m_clock;
    User m_me;
    QVector<User> m_users;
    QHash<UserId, qsizetype> m_byId;
    QHash<UserId, PresenceState> m_presence;
    QSet<UserId> m_lostSight; ///< were there when the connection was lost
};

} // namespace frontdesk::models
