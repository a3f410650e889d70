// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxQueue.h"

#include <algorithm>

namespace frontdesk::sync {

namespace {

bool isCreation(const Command &command)
{
    return std::holds_alternative<CreateConversation>(command.body);
}

} // namespace

void OutboxQueue::append(const Command &command)
{
    const QString lane = laneOf(command.body);
    m_lanes[lane].waiting.push_back(command);
    queueTurn(lane);
}

void OutboxQueue::retry(const Command &command)
{
    if (!isCreation(command)) {
        append(command);
        return;
    }
    const QString lane = laneOf(command.body);
    m_lanes[lane].blockedBy.reset();
    m_lanes[lane].waiting.push_front(command);
    queueTurn(lane);
}

void OutboxQueue::appendRefused(const Command &command)
{
    if (isCreation(command))
        m_lanes[laneOf(command.body)].blockedBy = command.id;
}

void OutboxQueue::queueTurn(const QString &lane)
{
    if (canGo(m_lanes[lane]) && std::find(m_turns.begin(), m_turns.end(), lane) == m_turns.end())
        m_turns.push_back(lane);
}

QVector<Command> OutboxQueue::take(milliseconds now)
{
    QVector<Command> taken;
    std::deque<QString> later;
    while (now >= m_notBefore && !m_turns.empty() && m_underWay.size() < lanesAtOnce) {
        const QString name = m_turns.front();
        m_turns.pop_front();
        Lane &lane = m_lanes[name];
        if (!canGo(lane))
            continue;
        if (lane.notBefore > now) {
            later.push_back(name);
            continue;
        }
        lane.underWay = lane.waiting.front();
        lane.waiting.pop_front();
        m_underWay.insert(lane.underWay->id, name);
        taken.append(*lane.underWay);
    }
    m_turns.insert(m_turns.begin(), later.begin(), later.end());
    return taken;
}

std::optional<Command> OutboxQueue::finish(const CommandId &id)
{
    const auto found = m_underWay.find(id);
    if (found == m_underWay.end())
        return {};
    const QString name = *found;
    m_underWay.erase(found);
    std::optional<Command> command = std::exchange(m_lanes[name].underWay, std::nullopt);
    queueTurn(name);
    return command;
}

void OutboxQueue::acknowledged(const CommandId &id, qint64 seq)
{
    if (auto command = finish(id))
        m_acknowledged.insert(id, {std::move(*command), seq});
}

void OutboxQueue::refused(const CommandId &id)
{
    const auto command = finish(id);
    if (command && isCreation(*command))
        m_lanes[laneOf(command->body)].blockedBy = id;
}

void OutboxQueue::again(const CommandId &id, milliseconds notBefore)
{
    const auto command = finish(id);
    if (!command)
        return;
    const QString name = laneOf(command->body);
    m_lanes[name].waiting.push_front(*command);
    m_lanes[name].notBefore = notBefore;
    queueTurn(name);
}

QVector<CommandId> OutboxQueue::connectionLost()
{
    QVector<CommandId> ids = m_underWay.keys();
    for (const CommandId &id : std::as_const(ids))
        again(id, milliseconds::min());
    // Before what is still to come in their lanes, in the order of the journal.
    QVector<Acknowledged> unconfirmed(m_acknowledged.cbegin(), m_acknowledged.cend());
    m_acknowledged.clear();
    std::sort(unconfirmed.begin(), unconfirmed.end(),
              [](const Acknowledged &a, const Acknowledged &b) { return a.seq > b.seq; });
    for (const Acknowledged &entry : std::as_const(unconfirmed)) {
        const QString lane = laneOf(entry.command.body);
        m_lanes[lane].waiting.push_front(entry.command);
        queueTurn(lane);
        ids.append(entry.command.id);
    }
    for (Lane &lane : m_lanes)
        lane.notBefore = milliseconds::min();
    m_notBefore = milliseconds::min();
    return ids;
}

QVector<CommandId> OutboxQueue::confirmedUpTo(qint64 cursor)
{
    QVector<CommandId> confirmed;
    for (auto it = m_acknowledged.begin(); it != m_acknowledged.end();) {
        if (it->seq <= cursor) {
            confirmed.append(it.key());
            it = m_acknowledged.erase(it);
        } else {
            ++it;
        }
    }
    return confirmed;
}

bool OutboxQueue::discard(const CommandId &id)
{
    if (m_underWay.contains(id) || m_acknowledged.contains(id))
        return false;
    for (auto it = m_lanes.begin(); it != m_lanes.end(); ++it) {
        std::erase_if(it->waiting, [&](const Command &command) { return command.id == id; });
        if (it->blockedBy == id) {
            it->blockedBy.reset();
            queueTurn(it.key());
        }
    }
    return true;
}

std::optional<milliseconds> OutboxQueue::deadline() const
{
    if (m_underWay.size() >= lanesAtOnce)
        return {};
    std::optional<milliseconds> earliest;
    for (const QString &name : m_turns) {
        const auto lane = m_lanes.constFind(name);
        if (lane != m_lanes.constEnd() && canGo(*lane))
            earliest = std::min(earliest.value_or(lane->notBefore), lane->notBefore);
    }
    return earliest ? std::optional(std::max(*earliest, m_notBefore)) : std::nullopt;
}

} // namespace frontdesk::sync
