// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Types.h"
#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// Everybody of the workspace with their presence, in memory: what all models look names up in. GUI thread.
class Directory : public QObject {
    Q_OBJECT

public:
    Directory(sync::Session &session, User me, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    [[nodiscard]] const User &me() const { return m_me; }
    [[nodiscard]] bool isMe(const UserId &id) const { return id == m_me.id; }
    [[nodiscard]] const QVector<User> &users() const
    {
        return m_users;
    }                                                       ///< by display name, in the order of the language
    [[nodiscard]] QString nameOf(const UserId &id) const;   ///< display name; "Unknown person" before it is known
    [[nodiscard]] const User *find(const UserId &id) const; ///< null before it is known
    [[nodiscard]] QString shortNameOf(const UserId &id) const;
    [[nodiscard]] QString initialsOf(const UserId &id) const;
    [[nodiscard]] PresenceState presenceOf(const UserId &id) const;
    [[nodiscard]] QString
    presenceTextOf(const UserId &id) const; ///< "Online", "Last seen 09:41, before the connection was lost"
    [[nodiscard]] bool online() const { return m_online; }
    [[nodiscard]] qint64 now() const { return m_clock->utc().count(); }

    void retranslate();

Q_SIGNALS:
    void usersChanged();
    void presenceChanged(); ///< of anybody, or whether this client is online

private:
    void show(QVector<User> users);
    void observe(const connection::Status &status);
    void observePresence(const QHash<UserId, PresenceState> &changed);

    std::shared_ptr<const Clock> m_clock;
    User m_me;
    QVector<User> m_users;
    QHash<UserId, qsizetype> m_rows;
    QHash<UserId, PresenceState> m_presence;
    Refresh<QVector<User>> m_refresh;
    bool m_online = false;
    std::optional<qint64> m_lostAt; ///< when this client was last online, while it is not
};

} // namespace frontdesk::models
