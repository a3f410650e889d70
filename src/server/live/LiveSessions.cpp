// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/LiveSessions.h"

namespace frontdesk::server {

void LiveSessions::add(const std::shared_ptr<LiveSession> &session)
{
    m_byUser[session->user].push_back(session);
    ++m_count;
}

void LiveSessions::remove(const std::shared_ptr<LiveSession> &session)
{
    const auto found = m_byUser.find(session->user);
    if (found == m_byUser.end())
        return;
    m_count -= int(std::erase(*found, session));
    if (found->empty())
        m_byUser.erase(found);
}

const LiveSessions::Sessions &LiveSessions::of(const UserId &user) const
{
    static const Sessions none;
    const auto found = m_byUser.constFind(user);
    return found == m_byUser.constEnd() ? none : *found;
}

} // namespace frontdesk::server
