// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/RecordViewers.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostTold = 50; // viewers in one event; a crowd at one record must not make it long

QJsonArray toJson(const QVector<Viewer> &viewers)
{
    QJsonArray array;
    for (const Viewer &viewer : viewers) {
        QJsonObject json{{u"user"_s, viewer.user.text()}};
        if (!viewer.field.isEmpty())
            json.insert("field"_L1, viewer.field);
        array.append(json);
    }
    return array;
}

} // namespace

void RecordViewers::look(const ViewingTracker::Session &session, const RecordRef &record, const QString &field)
{
    const QSet<RecordRef> changed = m_tracker.look(session, record, field, m_clock.monotonic());
    for (const RecordRef &other : changed)
        tell(other, m_tracker.sessionsAt(other));
    if (!changed.contains(record))
        tell(record, {session});
}

void RecordViewers::leave(const ViewingTracker::Session &session)
{
    for (const RecordRef &record : m_tracker.leave(session))
        tell(record, m_tracker.sessionsAt(record));
}

void RecordViewers::tell(const RecordRef &record, const LiveSessions::Sessions &sessions) const
{
    // Who may no longer see it is neither told nor told of; their own sign is refused from then on, and expires.
    std::vector<std::shared_ptr<socketio::ServerSocket>> sockets;
    for (const ViewingTracker::Session &session : sessions)
        if (m_fanout.maySee(session->user, record))
            sockets.push_back(session->socket);
    if (sockets.empty())
        return;
    QVector<Viewer> viewers = m_tracker.viewersOf(record);
    viewers.removeIf([&](const Viewer &viewer) { return !m_fanout.maySee(viewer.user, record); });
    if (viewers.size() > mostTold) {
        std::stable_partition(viewers.begin(), viewers.end(),
                              [](const Viewer &viewer) { return !viewer.field.isEmpty(); });
        viewers.resize(mostTold);
    }
    m_clients.to(std::move(sockets))
        .volatileEvent(u"record:viewers"_s,
                       {QJsonObject{{u"record"_s, record.text()}, {u"viewers"_s, toJson(viewers)}}});
}

} // namespace frontdesk::server
