// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/OpenConflicts.h"

#include <algorithm>

namespace frontdesk::models {

namespace {

bool contains(const QVector<Conflict> &conflicts, const ConflictId &id)
{
    return std::any_of(conflicts.begin(), conflicts.end(), [&](const Conflict &conflict) { return conflict.id == id; });
}

} // namespace

OpenConflicts::OpenConflicts(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_refresh(
          this, [&session] { return session.store().conflicts(); },
          [this](QVector<Conflict> conflicts) { show(std::move(conflicts)); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.conflicts || changes.everything)
            m_refresh.request();
    });
    m_refresh.request();
}

int OpenConflicts::countOf(const RecordRef &record) const
{
    return int(std::count_if(m_conflicts.begin(), m_conflicts.end(),
                             [&](const Conflict &conflict) { return conflict.record == record; }));
}

void OpenConflicts::show(QVector<Conflict> conflicts)
{
    const QVector<Conflict> before = std::exchange(m_conflicts, std::move(conflicts));
    const bool first = !std::exchange(m_loaded, true);
    if (before == m_conflicts)
        return;
    Q_EMIT changed();
    for (const Conflict &conflict : before)
        if (!contains(m_conflicts, conflict.id))
            Q_EMIT closed(conflict.id);
    const QVector<Conflict> now = m_conflicts;
    for (const Conflict &conflict : now)
        if (!first && !contains(before, conflict.id))
            Q_EMIT opened(conflict);
}

} // namespace frontdesk::models
