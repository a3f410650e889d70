// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordStreams.h"

#include "domain/EventJson.h"
#include "domain/Json.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

UserId RecordStreams::belongsTo(const RecordState &state)
{
    const auto followed = followedBy(state);
    const auto leader = followed ? m_records.find(*followed) : std::nullopt;
    return ownerOf(leader.value_or(state));
}

QString RecordStreams::openFor(const RecordState &state)
{
    if (isEverybodys(state.record.kind))
        return workspaceStream();
    const UserId owner = belongsTo(state);
    m_audience.open(owner);
    return recordsStreamOf(owner);
}

std::optional<QString> RecordStreams::seenIn(const UserId &user, const RecordRef &record)
{
    const auto stream = m_records.streamOf(record);
    return stream && m_audience.isIn(*stream, user) ? stream : std::nullopt;
}

QString RecordStreams::settle(const Actor &actor, const RecordState &state)
{
    const QString from = m_records.streamOf(state.record).value_or(QString());
    const QString to = openFor(state);
    if (to == from)
        return to;
    move(actor, state, from, to);
    gather(actor, state);
    return to;
}

void RecordStreams::gather(const Actor &actor, const RecordState &state)
{
    for (const RecordState &follower : m_records.about(state.record))
        settle(actor, follower);
}

void RecordStreams::move(const Actor &actor, const RecordState &state, const QString &from, const QString &to)
{
    m_records.setStream(state.record, to);
    // In this order: who is in both never is without it.
    m_journal.append(actor, to, u"record:entered"_s, toJson(RecordEntered{state, m_conflicts.of(state.record)}));
    m_journal.append(actor, from, u"record:left"_s, {{u"record"_s, state.record.text()}, {u"to"_s, to}});
}

} // namespace frontdesk::server
