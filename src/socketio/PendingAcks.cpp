// SPDX-License-Identifier: MIT
#include "socketio/PendingAcks.h"

namespace socketio {

void PendingAcks::add(qint64 id, std::chrono::milliseconds deadline, AckHandler handler)
{
    m_waiting.emplace(id, Waiting{deadline, std::move(handler)});
    m_byDeadline.emplace(deadline, id);
}

AckHandler PendingAcks::take(qint64 id)
{
    auto found = m_waiting.extract(id);
    if (found.empty())
        return {};
    m_byDeadline.erase({found.mapped().deadline, id});
    return std::move(found.mapped().handler);
}

std::vector<PendingAcks::Expired> PendingAcks::takeExpired(std::chrono::milliseconds now)
{
    std::vector<Expired> expired;
    while (!m_byDeadline.empty() && m_byDeadline.begin()->first <= now) {
        const qint64 id = m_byDeadline.begin()->second;
        expired.push_back({id, take(id)});
    }
    return expired;
}

std::vector<AckHandler> PendingAcks::takeAll()
{
    std::vector<AckHandler> all;
    for (auto &[id, waiting] : std::exchange(m_waiting, {}))
        all.push_back(std::move(waiting.handler));
    m_byDeadline.clear();
    return all;
}

std::optional<std::chrono::milliseconds> PendingAcks::deadline() const
{
    return m_byDeadline.empty() ? std::nullopt : std::optional(m_byDeadline.begin()->first);
}

} // namespace socketio
