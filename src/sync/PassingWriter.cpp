// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/PassingWriter.h"

#include <algorithm>

namespace frontdesk::sync {

void PassingWriter::delivered(const DeliveryChanged &event)
{
    qint64 &upTo = m_batch.delivered[event.user];
    upTo = std::max(upTo, event.upTo);
}

void PassingWriter::lastSeen(const UserId &user, qint64 at)
{
    m_batch.lastSeen.insert(user, at);
}

std::optional<PassingWriter::Batch> PassingWriter::take(milliseconds now)
{
    if (isEmpty() || now < m_notBefore)
        return {};
    m_notBefore = now + interval;
    return std::exchange(m_batch, Batch());
}

std::optional<milliseconds> PassingWriter::deadline() const
{
    return isEmpty() ? std::nullopt : std::optional(m_notBefore);
}

} // namespace frontdesk::sync
