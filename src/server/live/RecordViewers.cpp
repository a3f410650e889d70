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

void RecordViewers::look(const ViewingTracker::Session &session, const RecordRef &record, const QString &stream,
                         const QString &field)
{
    m_streams.insert(record, stream);
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
    m_streams.removeIf([this](const auto &entry) { return m_tracker.sessionsAt(entry.key()).empty(); });
}

void RecordViewers::onCommitted(const JournalTransaction &transaction)
{
    if (m_streams.isEmpty())
        return;
    for (const JournalChange &change : transaction.changes) {
        const auto *row = std::get_if<JournalRow>(&change);
        if (!row || (row->event != "record:added"_L1 && row->event != "record:entered"_L1))
            continue;
        const auto record = RecordRef::from(row->payload["record"_L1].toString());
        const auto found = record ? m_streams.find(*record) : m_streams.end();
        if (found == m_streams.end())
            continue;
        *found = row->stream;
        tell(*record, m_tracker.sessionsAt(*record));
    }
}

bool RecordViewers::maySee(const UserId &user, const RecordRef &record) const
{
    const QString stream = m_streams.value(record);
    return stream.isEmpty() || m_fanout.isIn(stream, user);
}

void RecordViewers::tell(const RecordRef &record, const LiveSessions::Sessions &sessions) const
{
    // Who may no longer see it is neither told nor told of; their own sign is refused from then on, and expires.
    std::vector<std::shared_ptr<socketio::ServerSocket>> sockets;
    for (const ViewingTracker::Session &session : sessions)
        if (maySee(session->user, record))
            sockets.push_back(session->socket);
    if (sockets.empty())
        return;
    QVector<Viewer> viewers = m_tracker.viewersOf(record);
    viewers.removeIf([&](const Viewer &viewer) { return !maySee(viewer.user, record); });
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
