// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/Fanout.h"

#include "domain/Json.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <map>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString userPrefix = streamOf(UserId());

bool isEverybodysStream(const QString &stream)
{
    return stream == workspaceStream() || stream == recordsStream();
}

} // namespace

void Fanout::push(const JournalTransaction &transaction)
{
    m_head = transaction.head;
    m_mark = transaction.mark;
    if (transaction.members)
        m_members = *transaction.members;

    QHash<LiveSession *, Visible> visible;
    for (const JournalChange &change : transaction.changes) {
        if (const auto *row = std::get_if<JournalRow>(&change)) {
            collect(*row, visible);
            continue;
        }
        const auto *membership = std::get_if<MembershipChange>(&change);
        if (membership && membership->member)
            m_members[membership->stream].insert(membership->user);
        else if (membership)
            m_members[membership->stream].remove(membership->user);
    }

    for (const JournalChange &change : transaction.changes) {
        const auto *row = std::get_if<JournalRow>(&change);
        if (!row)
            continue;
        // Sessions that stand at the same place get the same event: it is encoded once for all of them.
        std::map<std::pair<qint64, qint64>, std::vector<std::shared_ptr<socketio::ServerSocket>>> places;
        for (auto it = visible.begin(); it != visible.end(); ++it) {
            Visible &seen = it.value();
            if (seen.next == seen.rows.size() || seen.rows[seen.next] != row)
                continue;
            ++seen.next;
            LiveSession &session = *it.key();
            // The last one it sees of a transaction brings it to the transaction's end.
            const qint64 upTo = seen.next == seen.rows.size() ? transaction.head : row->seq;
            places[{session.sent, upTo}].push_back(session.socket);
            session.sent = upTo;
        }
        QJsonObject json = toJson(*row);
        for (auto &[place, sockets] : places) {
            json.insert("after"_L1, place.first);
            json.insert("upTo"_L1, place.second);
            m_clients.to(std::move(sockets)).emitEvent(row->event, {json});
        }
    }
    tellHeadsLater();
}

void Fanout::collect(const JournalRow &row, QHash<LiveSession *, Visible> &visible) const
{
    const auto add = [&](const std::shared_ptr<LiveSession> &session) {
        if (session->live && session->sent < row.seq)
            visible[session.get()].rows.push_back(&row);
    };
    const auto addUser = [&](const UserId &user) {
        const auto &sessions = m_sessions.of(user);
        std::for_each(sessions.begin(), sessions.end(), add);
    };
    if (isEverybodysStream(row.stream))
        return m_sessions.each(add);
    if (row.stream.startsWith(userPrefix))
        return addUser(UserId(row.stream.mid(userPrefix.size())));
    const QSet<UserId> members = m_members.value(row.stream);
    std::for_each(members.begin(), members.end(), addUser);
}

bool Fanout::isIn(const QString &stream, const UserId &user) const
{
    return isEverybodysStream(stream) || m_members.value(stream).contains(user);
}

QJsonObject Fanout::tellHead(LiveSession &session) const
{
    const qint64 after = session.sent;
    if (session.live)
        session.sent = m_head;
    QJsonObject told{{u"after"_s, after}, {u"upTo"_s, session.sent}};
    if (session.live)
        told.insert("mark"_L1, m_mark);
    return told;
}

void Fanout::tellHeadsLater()
{
    if (m_headsPlanned)
        return;
    m_sessions.each([this](const auto &session) { m_headsPlanned = m_headsPlanned || waitsForHead(*session); });
    if (!m_headsPlanned)
        return;
    m_later(1s, [this] {
        m_headsPlanned = false;
        m_sessions.each([this](const auto &session) {
            if (waitsForHead(*session))
                session->socket->emitEvent(u"journal:head"_s, {tellHead(*session)});
        });
    });
}

} // namespace frontdesk::server
