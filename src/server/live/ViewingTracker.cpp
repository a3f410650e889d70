// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/ViewingTracker.h"

#include <algorithm>

namespace frontdesk::server {

QSet<RecordRef> ViewingTracker::look(const Session &session, const RecordRef &record, const QString &field,
                                     milliseconds now)
{
    QSet<RecordRef> changed;
    const auto place = m_records.constFind(session.get());
    if (place != m_records.constEnd() && *place != record)
        changed = leave(session);
    m_records.insert(session.get(), record);

    const QVector<Viewer> before = viewersOf(record);
    std::vector<Look> &looks = m_looks[record];
    const auto found =
        std::find_if(looks.begin(), looks.end(), [&](const Look &look) { return look.session == session; });
    const Look look{session, field, now + forgetAfter};
    if (found == looks.end())
        looks.push_back(look);
    else
        *found = look;
    std::erase_if(looks, [now](const Look &other) { return other.until <= now; });
    if (viewersOf(record) != before)
        changed.insert(record);
    return changed;
}

QSet<RecordRef> ViewingTracker::leave(const Session &session)
{
    const auto place = m_records.constFind(session.get());
    if (place == m_records.constEnd())
        return {};
    const RecordRef record = *place;
    m_records.erase(place);
    const auto looks = m_looks.find(record);
    if (looks == m_looks.end())
        return {};

    const QVector<Viewer> before = viewersOf(record);
    std::erase_if(*looks, [&](const Look &look) { return look.session == session; });
    if (looks->empty())
        m_looks.erase(looks);
    return viewersOf(record) == before ? QSet<RecordRef>{} : QSet{record};
}

QVector<Viewer> ViewingTracker::viewersOf(const RecordRef &record) const
{
    QVector<Viewer> viewers;
    const auto looks = m_looks.constFind(record);
    if (looks == m_looks.constEnd())
        return viewers;
    for (const Look &look : *looks) {
        if (look.session->observer)
            continue;
        const auto found = std::find_if(viewers.begin(), viewers.end(),
                                        [&](const Viewer &viewer) { return viewer.user == look.session->user; });
        if (found == viewers.end())
            viewers.append({look.session->user, look.field});
        else if (!look.field.isEmpty())
            found->field = look.field;
    }
    return viewers;
}

LiveSessions::Sessions ViewingTracker::sessionsAt(const RecordRef &record) const
{
    LiveSessions::Sessions sessions;
    const auto looks = m_looks.constFind(record);
    if (looks != m_looks.constEnd())
        for (const Look &look : *looks)
            sessions.push_back(look.session);
    return sessions;
}

} // namespace frontdesk::server
