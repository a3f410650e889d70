// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Directory.h"

#include "models/Formatting.h"

#include <QtCore/QCollator>

#include <algorithm>

namespace frontdesk::models {

namespace {

/// Who is last seen this close to the loss of the connection was there until then: the session notes both, one after
/// the other.
constexpr qint64 sameMoment = 1000; // milliseconds

} // namespace

Directory::Directory(sync::Session &session, User me, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_me(std::move(me))
    , m_refresh(
          this, [&session] { return session.store().users(); }, [this](QVector<User> users) { show(std::move(users)); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.users || changes.everything)
            m_refresh.request();
    });
    connect(&session, &sync::Session::presenceChanged, this, &Directory::observePresence);
    connect(&session, &sync::Session::statusChanged, this, &Directory::observe);
    m_online = session.status().state == connection::State::Online;
    m_refresh.request();
    // The session told what it restored before anybody listened.
    whenDone(session.store().lastSeen(), this, [this](const QHash<UserId, qint64> &times) {
        for (auto time = times.begin(); time != times.end(); ++time)
            if (!m_presence.contains(time.key()))
                m_presence.insert(time.key(), {Presence::Offline, time.value()});
        Q_EMIT presenceChanged();
    });
}

QString Directory::nameOf(const UserId &id) const
{
    const auto row = m_rows.constFind(id);
    if (row != m_rows.constEnd())
        return m_users[*row].displayName;
    return isMe(id) ? m_me.displayName : tr("Unknown person");
}

const User *Directory::find(const UserId &id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.constEnd() ? nullptr : &m_users[*row];
}

QString Directory::shortNameOf(const UserId &id) const
{
    return formatting::shortName(nameOf(id));
}

QString Directory::initialsOf(const UserId &id) const
{
    return formatting::initials(nameOf(id));
}

PresenceState Directory::presenceOf(const UserId &id) const
{
    return m_presence.value(id);
}

QString Directory::presenceTextOf(const UserId &id) const
{
    const PresenceState state = presenceOf(id);
    switch (state.presence) {
    case Presence::Online:
        return tr("Online");
    case Presence::Away:
        return tr("Away");
    case Presence::DoNotDisturb:
        return tr("Do not disturb");
    case Presence::Offline:
        break;
    }
    const QString lastSeen = formatting::lastSeen(state.lastSeen, now());
    if (m_lostAt && state.lastSeen >= *m_lostAt - sameMoment)
        return tr("%1, before the connection was lost", "Last seen 09:41").arg(lastSeen);
    return lastSeen;
}

void Directory::retranslate()
{
    show(m_users);
}

void Directory::show(QVector<User> users)
{
    QCollator collator{QLocale()};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(users.begin(), users.end(),
                     [&](const User &a, const User &b) { return collator.compare(a.displayName, b.displayName) < 0; });
    m_users = std::move(users);
    m_rows.clear();
    for (qsizetype row = 0; row < m_users.size(); ++row)
        m_rows.insert(m_users[row].id, row);
    if (const auto row = m_rows.constFind(m_me.id); row != m_rows.constEnd())
        m_me = m_users[*row];
    Q_EMIT usersChanged();
}

void Directory::observe(const connection::Status &status)
{
    const bool online = status.state == connection::State::Online;
    if (online == m_online)
        return;
    m_online = online;
    if (online)
        m_lostAt.reset();
    else
        m_lostAt = status.history.isEmpty() ? now() : status.history.first().at;
    Q_EMIT presenceChanged();
}

void Directory::observePresence(const QHash<UserId, PresenceState> &changed)
{
    for (auto state = changed.begin(); state != changed.end(); ++state)
        m_presence.insert(state.key(), state.value());
    Q_EMIT presenceChanged();
}

} // namespace frontdesk::models
