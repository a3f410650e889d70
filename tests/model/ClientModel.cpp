// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientModel.h"

#include <algorithm>

namespace frontdesk::model {

using namespace Qt::Literals::StringLiterals;
using dialect::JournalState;

ClientModel::ClientModel(UserId me, Bug bug)
    : m_me(std::move(me))
    , m_bug(bug)
{
}

Command ClientModel::type(Command command)
{
    if (auto *change = std::get_if<ChangeRecord>(&command.body))
        complete(*change);
    if (const auto *own = std::get_if<SetOwnValue>(&command.body)) {
        const auto waits = [&](const PendingCommand &pending) {
            const auto *other = std::get_if<SetOwnValue>(&pending.command.body);
            return other && other->key == own->key && pending.state == Delivery::Queued;
        };
        if (m_bug == Bug::ClientKeepsTheOlderOwnValue && std::any_of(m_outbox.begin(), m_outbox.end(), waits))
            return command;
        m_outbox.removeIf(waits);
    }
    m_outbox.append({command, Delivery::Queued, {}});
    m_typed.insert(command.id);
    m_queue.append(command);
    pump();
    return command;
}

void ClientModel::complete(ChangeRecord &change) const
{
    const ConversationId conversation(change.record.id);
    change.basis.version = m_journalReplaced ? 1 : m_cache.seenVersion(conversation, m_bug);
    addOwn(change.record, change.basis.after);
    change.was = {{fields::title, m_cache.record(conversation).title}};
}

void ClientModel::addOwn(const RecordRef &record, QVector<CommandId> &after) const
{
    if (m_bug == Bug::ClientForgetsItsOwnChanges)
        return;
    for (const Command &command : m_settled)
        if (setsFieldsOf(command.body, record))
            after.append(command.id);
    for (const PendingCommand &pending : m_outbox)
        if (pending.state != Delivery::Refused && setsFieldsOf(pending.command.body, record))
            after.append(pending.command.id);
}

void ClientModel::connectTo(int connection)
{
    m_connection = connection;
    m_phase = Phase::Greeting;
    send(ToServer::Greeting{m_cache.cursor()});
}

void ClientModel::disconnect()
{
    writeLateRows();
    m_phase = Phase::Offline;
    m_pushes.clear();
    m_asked.clear();
    ++m_request;
    for (const CommandId &id : m_queue.connectionLost())
        setState(id, Delivery::Queued);
}

void ClientModel::crash()
{
    m_lateRows.clear();
    m_phase = Phase::Offline;
    m_journalReplaced = false; // and the cursor is the old one
    m_pushes.clear();
    m_asked.clear();
    m_outgoing.clear();
    m_queue = {};
    QSet<CommandId> replaced;
    for (PendingCommand &pending : m_outbox) {
        if (pending.state == Delivery::Refused) {
            m_queue.appendRefused(pending.command);
            continue;
        }
        pending.state = Delivery::Queued;
        if (const auto older = m_queue.append(pending.command))
            replaced.insert(*older);
    }
    for (const CommandId &id : std::as_const(replaced))
        removeFromOutbox(id);
}

void ClientModel::losePower(const CacheModel &earlier)
{
    crash();
    m_cache = earlier;
}

void ClientModel::timeOut()
{
    for (const PendingCommand &pending : std::as_const(m_outbox)) {
        const Command command = pending.command;
        if (!m_queue.isUnderWay(command.id))
            continue;
        m_queue.again(command.id, {});
        if (m_bug == Bug::ClientGivesUpAfterATimeOut) {
            m_queue.discard(command.id);
            removeFromOutbox(command.id);
        } else if (m_bug == Bug::ClientMakesNewIds) {
            m_queue.discard(command.id);
            removeFromOutbox(command.id);
            type({CommandId(command.id.text() + u'\''), command.at, command.body});
        } else {
            setState(command.id, Delivery::Queued);
        }
        pump();
        return;
    }
}

void ClientModel::receive(const ToClient &packet)
{
    if (packet.connection != m_connection || m_phase == Phase::Offline)
        return;
    writeLateRows();
    std::visit([this](const auto &content) { on(content); }, packet.content);
}

void ClientModel::on(const ToClient::Ready &ready)
{
    if (m_phase != Phase::Greeting)
        return;
    m_position = m_cache.cursor().seq;
    switch (ready.journal) {
    case JournalState::Current:
        m_phase = Phase::Live;
        drain();
        break;
    case JournalState::Behind:
        requestPage();
        break;
    case JournalState::Rewound:
        rewound();
        [[fallthrough]];
    default:
        m_phase = Phase::Snapshot;
        send(ToServer::AskSnapshot{++m_request});
    }
}

void ClientModel::rewound()
{
    QSet<CommandId> kept;
    for (const PendingCommand &pending : std::as_const(m_outbox))
        kept.insert(pending.command.id);
    m_toldAsLost += m_typed - kept;
    m_journalReplaced = m_bug != Bug::ClientTrustsVersionsOfALostJournal;
    for (PendingCommand &pending : m_outbox) {
        auto *change = std::get_if<ChangeRecord>(&pending.command.body);
        if (!change || pending.state == Delivery::Refused || !m_journalReplaced)
            continue;
        change->basis.version = 1;
        for (const Command &command : std::as_const(m_settled))
            if (setsFieldsOf(command.body, change->record))
                change->basis.after.append(command.id);
        m_queue.update(pending.command);
    }
}

void ClientModel::on(const Answer &answer)
{
    if (!m_queue.isUnderWay(answer.id))
        return;
    if (answer.accepted) {
        m_queue.acknowledged(answer.id, answer.seq);
        if (m_bug == Bug::ClientForgetsWhatIsAnswered)
            settle(answer.id);
        removeConfirmed();
    } else {
        m_queue.refused(answer.id);
        setState(answer.id, Delivery::Refused);
    }
    pump();
}

void ClientModel::on(const ToClient::Snapshot &snapshot)
{
    if (m_phase != Phase::Snapshot || snapshot.request != m_request)
        return;
    m_cache = CacheModel::fromSnapshot(snapshot.cursor, snapshot.conversations, snapshot.streams, snapshot.own);
    m_journalReplaced = false;
    m_position = snapshot.cursor.seq;
    requestPage();
}

void ClientModel::requestPage()
{
    m_phase = Phase::Paging;
    send(ToServer::AskPage{++m_request, m_position});
}

void ClientModel::on(const ToClient::Page &page)
{
    if (m_phase != Phase::Paging || page.request != m_request)
        return;
    apply(page.batch);
    if (page.batch.more) {
        requestPage();
        return;
    }
    m_phase = Phase::Live;
    drain();
}

void ClientModel::on(const ToClient::Push &push)
{
    m_pushes.push_back(push.batch);
    drain();
}

void ClientModel::drain()
{
    if (m_phase != Phase::Live)
        return;
    while (!m_pushes.empty()) {
        const JournalBatch batch = m_pushes.front();
        if (batch.upTo > m_position) {
            if (batch.after != m_position && m_bug != Bug::ClientIgnoresAfter) {
                requestPage();
                return;
            }
            apply(batch);
        }
        m_pushes.pop_front();
    }
    for (const CacheModel::Hole &hole : m_cache.holes())
        if (m_asked.insert(hole).second)
            send(ToServer::AskRow{hole});
    pump();
}

void ClientModel::on(const ToClient::Rows &rows)
{
    m_cache.fill(rows.hole, rows.rows, m_bug);
    drain();
}

void ClientModel::apply(const JournalBatch &batch)
{
    if (m_bug == Bug::ClientWritesTheCursorFirst) {
        m_cache.setCursor({m_cache.cursor().epoch, batch.upTo, batch.mark});
        m_lateRows = batch.rows;
    } else {
        m_cache.apply(batch, m_bug);
    }
    m_position = batch.upTo;
    removeConfirmed();
}

void ClientModel::writeLateRows()
{
    m_cache.applyRows(std::exchange(m_lateRows, {}), m_bug);
}

void ClientModel::pump()
{
    if (m_phase != Phase::Live)
        return;
    for (const Command &command : m_queue.take({})) {
        setState(command.id, Delivery::Sending);
        send(ToServer::Send{command});
    }
    if (m_bug == Bug::ClientSendsALaneAtOnce)
        for (const PendingCommand &pending : std::as_const(m_outbox))
            if (pending.state == Delivery::Queued)
                send(ToServer::Send{pending.command});
}

void ClientModel::removeConfirmed()
{
    const QVector<Command> confirmed = m_queue.confirmedUpTo(m_position);
    for (const Command &command : confirmed)
        settle(command.id);
}

void ClientModel::settle(const CommandId &id)
{
    for (const PendingCommand &pending : std::as_const(m_outbox))
        if (pending.command.id == id)
            m_settled.append(pending.command);
    removeFromOutbox(id);
    m_queue.settled(id);
}

void ClientModel::setState(const CommandId &id, Delivery state)
{
    for (PendingCommand &pending : m_outbox)
        if (pending.command.id == id)
            pending.state = state;
}

void ClientModel::removeFromOutbox(const CommandId &id)
{
    m_outbox.removeIf([&](const PendingCommand &pending) { return pending.command.id == id; });
}

} // namespace frontdesk::model
