// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ViewerTracker.h"

namespace frontdesk::sync {

bool ViewerTracker::look(const std::optional<RecordRef> &record)
{
    return std::exchange(m_record, record) != record && clear();
}

bool ViewerTracker::observe(const ViewersChanged &told, const UserId &me, milliseconds now)
{
    if (told.record != m_record)
        return false; // of what was looked at before
    QVector<Viewer> others = told.viewers;
    others.removeIf([&](const Viewer &viewer) { return viewer.user == me; });
    m_until = now + forgetAfter;
    return std::exchange(m_viewers, others) != others;
}

bool ViewerTracker::tick(milliseconds now)
{
    return m_until <= now && clear();
}

bool ViewerTracker::clear()
{
    return !std::exchange(m_viewers, {}).isEmpty();
}

std::optional<milliseconds> ViewerTracker::deadline() const
{
    return m_viewers.isEmpty() ? std::nullopt : std::optional(m_until);
}

} // namespace frontdesk::sync
