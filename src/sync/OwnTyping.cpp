// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OwnTyping.h"

#include <algorithm>

namespace frontdesk::sync {

std::optional<OwnTyping::Sign> OwnTyping::set(const ConversationId &conversation, bool typing, milliseconds now)
{
    const auto active = m_active.find(conversation);
    if (!typing) {
        if (active == m_active.end())
            return {};
        m_active.erase(active);
        return Sign{conversation, false};
    }
    if (active != m_active.end()) {
        active->lastKey = now;
        return {};
    }
    m_active.insert(conversation, {now, now});
    return Sign{conversation, true};
}

QVector<OwnTyping::Sign> OwnTyping::tick(milliseconds now)
{
    QVector<Sign> due;
    for (auto it = m_active.begin(); it != m_active.end();) {
        if (now - it->lastKey >= idleAfter) {
            due.append({it.key(), false});
            it = m_active.erase(it);
            continue;
        }
        if (now - it->lastSent >= repeatAfter) {
            due.append({it.key(), true});
            it->lastSent = now;
        }
        ++it;
    }
    return due;
}

std::optional<milliseconds> OwnTyping::deadline() const
{
    std::optional<milliseconds> earliest;
    for (const Activity &activity : m_active) {
        const milliseconds due = std::min(activity.lastKey + idleAfter, activity.lastSent + repeatAfter);
        earliest = std::min(earliest.value_or(due), due);
    }
    return earliest;
}

} // namespace frontdesk::sync
