// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OwnViewing.h"

#include <algorithm>

namespace frontdesk::sync {

std::optional<OwnViewing::Sign> OwnViewing::set(const std::optional<RecordRef> &record, const QString &field,
                                                milliseconds now)
{
    m_lastKey = now;
    const bool awake = std::exchange(m_idle, false);
    if (record == m_record && field == m_field && !awake)
        return {};
    m_record = record;
    m_field = field;
    return sent(now);
}

std::optional<OwnViewing::Sign> OwnViewing::tick(milliseconds now)
{
    if (!m_record)
        return {};
    const bool becomesIdle = !m_field.isEmpty() && !m_idle && now - m_lastKey >= idleAfter;
    m_idle = m_idle || becomesIdle;
    if (!becomesIdle && m_sentAt && now - *m_sentAt < repeatAfter)
        return {};
    return sent(now);
}

OwnViewing::Sign OwnViewing::sent(milliseconds now)
{
    m_sentAt = now;
    return {m_record, m_idle ? QString() : m_field};
}

std::optional<milliseconds> OwnViewing::deadline() const
{
    if (!m_record)
        return {};
    const milliseconds repeat = m_sentAt ? *m_sentAt + repeatAfter : milliseconds(0);
    return m_field.isEmpty() || m_idle ? repeat : std::min(repeat, m_lastKey + idleAfter);
}

} // namespace frontdesk::sync
