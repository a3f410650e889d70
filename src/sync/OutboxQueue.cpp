// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxQueue.h"

#include <algorithm>

namespace frontdesk::sync {

namespace {

bool isOwnValue(const Command &command)
{
    return std::holds_alternative<SetOwnValue>(command.body);
}

auto named(const CommandId &id)
{
    return [id](const Command &command) { return command.id == id; };
}

auto buildingOn(const CommandId &id)
{
    return [id](const Command &command) { return parentOf(command.body) == id; };
}

} // namespace

std::deque<Command>::const_iterator OutboxQueue::next(const Lane &lane)
{
    if (lane.underWay || lane.creation || lane.held)
        return lane.waiting.end();
    return std::find_if(lane.waiting.begin(), lane.waiting.end(),
                        [&](const Command &command) { return !lane.refused.contains(parentOf(command.body)); });
}

/// Whether it makes the record of which everything that waits in its lane is a change.
bool OutboxQueue::makesRecord(const Lane &lane, const CommandId &id)
{
    if (lane.creation == id)
        return lane.isRecord;
    return !lane.waiting.empty() && lane.waiting.front().id == id &&
           std::holds_alternative<CreateRecord>(lane.waiting.front().body);
}

void OutboxQueue::stop(Lane &lane, const Command &refused)
{
    if (isCreation(refused.body)) {
        lane.creation = refused.id;
        lane.isRecord = std::holds_alternative<CreateRecord>(refused.body);
    } else if (std::holds_alternative<SendMessage>(refused.body))
        lane.refused.insert(refused.id);
}

void OutboxQueue::forgetRefusal(Lane &lane, const CommandId &id)
{
    lane.refused.remove(id);
    if (lane.creation == id)
        lane.creation.reset();
}

QString OutboxQueue::laneWith(const CommandId &id) const
{
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane)
        if (lane->creation == id || lane->refused.contains(id) || lane->held == id ||
            std::any_of(lane->waiting.begin(), lane->waiting.end(), named(id)))
            return lane.key();
    return {};
}

std::optional<CommandId> OutboxQueue::append(const Command &command)
{
    const QString name = laneOf(command.body);
    Lane &lane = m_lanes[name];
    std::optional<CommandId> replaced;
    if (isOwnValue(command) && !lane.waiting.empty()) {
        replaced = lane.waiting.back().id;
        lane.waiting.pop_back();
    }
    lane.waiting.insert(isCreation(command.body) ? lane.waiting.begin() : lane.waiting.end(), command);
    queueTurn(name);
    return replaced;
}

void OutboxQueue::retry(const Command &command)
{
    const QString name = laneOf(command.body);
    Lane &lane = m_lanes[name];
    forgetRefusal(lane, command.id);
    const auto place = isCreation(command.body)
                           ? lane.waiting.begin()
                           : std::find_if(lane.waiting.begin(), lane.waiting.end(), buildingOn(command.id));
    lane.waiting.insert(place, command);
    queueTurn(name);
}

void OutboxQueue::appendRefused(const Command &command)
{
    stop(m_lanes[laneOf(command.body)], command);
}

bool OutboxQueue::hold(const CommandId &id)
{
    if (m_underWay.contains(id) || m_acknowledged.contains(id) || m_confirmed.contains(id))
        return false;
    if (const QString lane = laneWith(id); !lane.isEmpty())
        m_lanes[lane].held = id;
    return true;
}

void OutboxQueue::release(const CommandId &id)
{
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (lane->held != id)
            continue;
        lane->held.reset();
        queueTurn(lane.key());
    }
}

void OutboxQueue::replace(const CommandId &old, const Command &command)
{
    const QString name = laneOf(command.body);
    release(old);
    for (auto other = m_lanes.begin(); other != m_lanes.end(); ++other) {
        forgetRefusal(*other, old);
        if (other.key() != name)
            std::erase_if(other->waiting, named(old));
    }
    Lane &lane = m_lanes[name];
    // A refused one was before everything that waits.
    const auto place = std::find_if(lane.waiting.begin(), lane.waiting.end(), named(old));
    if (place == lane.waiting.end())
        lane.waiting.push_front(command);
    else
        *place = command;
    for (Command &other : lane.waiting)
        other.body = withOtherId(other.body, old, command.id);
    queueTurn(name);
}

bool OutboxQueue::update(const Command &command)
{
    const auto lane = m_lanes.find(laneOf(command.body));
    if (lane == m_lanes.end())
        return false;
    const auto place = std::find_if(lane->waiting.begin(), lane->waiting.end(), named(command.id));
    if (place == lane->waiting.end())
        return false;
    *place = command;
    return true;
}

void OutboxQueue::queueTurn(const QString &lane)
{
    const auto first = next(m_lanes[lane]);
    if (first == m_lanes[lane].waiting.end())
        return;
    Turns &turns = std::holds_alternative<CreateRecord>(first->body) ? m_newRecords : m_turns;
    if (std::find(turns.begin(), turns.end(), lane) == turns.end())
        turns.push_back(lane);
}

QVector<Command> OutboxQueue::take(milliseconds now)
{
    QVector<Command> taken;
    if (now < m_notBefore)
        return taken;
    take(m_turns, lanesAtOnce, now, taken);
    take(m_newRecords, newRecordsAtOnce, now, taken);
    return taken;
}

void OutboxQueue::take(Turns &turns, int mostUnderWay, milliseconds now, QVector<Command> &taken)
{
    Turns later;
    while (!turns.empty() && m_underWay.size() < mostUnderWay) {
        const QString name = turns.front();
        turns.pop_front();
        const auto found = m_lanes.find(name);
        if (found == m_lanes.end() || !canGo(*found))
            continue;
        Lane &lane = *found;
        if (lane.notBefore > now) {
            later.push_back(name);
            continue;
        }
        const auto command = next(lane);
        lane.underWay = *command;
        lane.waiting.erase(command);
        m_underWay.insert(lane.underWay->id, name);
        taken.append(*lane.underWay);
    }
    turns.insert(turns.begin(), later.begin(), later.end());
}

std::optional<Command> OutboxQueue::finish(const CommandId &id)
{
    const auto found = m_underWay.find(id);
    if (found == m_underWay.end())
        return {};
    const QString name = *found;
    m_underWay.erase(found);
    const auto lane = m_lanes.find(name);
    std::optional<Command> command = std::exchange(lane->underWay, std::nullopt);
    if (!lane->isIdle())
        queueTurn(name);
    else if (m_lanes.size() == 1)
        m_lanes = {}; // an import has made a lane of each record: their memory too
    else
        m_lanes.erase(lane);
    return command;
}

void OutboxQueue::acknowledged(const CommandId &id, qint64 seq)
{
    if (auto command = finish(id))
        m_acknowledged.insert(id, {std::move(*command), seq});
}

std::optional<Command> OutboxQueue::refused(const CommandId &id)
{
    std::optional<Command> command = finish(id);
    if (command)
        stop(m_lanes[laneOf(command->body)], *command);
    return command;
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

QVector<Command> OutboxQueue::confirmedUpTo(qint64 cursor)
{
    QVector<Command> confirmed;
    for (auto it = m_acknowledged.begin(); it != m_acknowledged.end();) {
        if (it->seq <= cursor) {
            confirmed.append(it->command);
            m_confirmed.insert(it.key(), *it);
            it = m_acknowledged.erase(it);
        } else {
            ++it;
        }
    }
    return confirmed;
}

void OutboxQueue::notSettled(const CommandId &id)
{
    if (const auto entry = m_confirmed.constFind(id); entry != m_confirmed.cend()) {
        m_acknowledged.insert(id, *entry);
        m_confirmed.erase(entry);
    }
}

bool OutboxQueue::discard(const CommandId &id)
{
    if (m_underWay.contains(id) || m_acknowledged.contains(id) || m_confirmed.contains(id))
        return false;
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (makesRecord(*lane, id))
            lane->waiting.clear();
        std::erase_if(lane->waiting, named(id));
        std::erase_if(lane->waiting, buildingOn(id));
        forgetRefusal(*lane, id);
        if (lane->held == id)
            lane->held.reset();
        queueTurn(lane.key());
    }
    m_lanes.removeIf([](const auto &lane) { return lane.value().isIdle(); });
    return true;
}

std::optional<milliseconds> OutboxQueue::earliest(const Turns &turns) const
{
    std::optional<milliseconds> earliest;
    for (const QString &name : turns) {
        const auto lane = m_lanes.constFind(name);
        if (lane != m_lanes.constEnd() && canGo(*lane))
            earliest = std::min(earliest.value_or(lane->notBefore), lane->notBefore);
    }
    return earliest;
}

std::optional<milliseconds> OutboxQueue::deadline() const
{
    std::optional<milliseconds> first;
    const auto consider = [&](const Turns &turns, int mostUnderWay) {
        if (m_underWay.size() >= mostUnderWay)
            return;
        if (const auto time = earliest(turns))
            first = std::min(first.value_or(*time), *time);
    };
    consider(m_turns, lanesAtOnce);
    consider(m_newRecords, newRecordsAtOnce);
    return first ? std::optional(std::max(*first, m_notBefore)) : std::nullopt;
}

} // namespace frontdesk::sync
