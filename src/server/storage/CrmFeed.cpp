// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/CrmFeed.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The type of a record as an object of an activity; empty: nothing is told of its kind.
QString typeOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Contact:
        return u"Profile"_s;
    case RecordKind::Company:
        return u"Organization"_s;
    case RecordKind::Deal:
        return u"Deal"_s;
    case RecordKind::Conversation:
    case RecordKind::Person:
    case RecordKind::Task:
    case RecordKind::Note:
    case RecordKind::File:
    case RecordKind::Pipeline:
    case RecordKind::CustomField:
    case RecordKind::Segment:
    case RecordKind::Team:
    case RecordKind::Workspace:
        return {};
    }
    Q_UNREACHABLE();
}

ActivityObject objectOf(const RecordState &state)
{
    return {typeOf(state.record.kind), state.record.id, state.fields[fields::name].toString()};
}

/// A stage of a pipeline; empty when it has none of this id (any more).
QJsonObject stageOf(const std::optional<RecordState> &pipeline, const QString &id)
{
    const QJsonArray stages = pipeline ? pipeline->fields["stages"_L1].toArray() : QJsonArray();
    const auto found = std::find_if(stages.begin(), stages.end(),
                                    [&](const QJsonValue &stage) { return stage["id"_L1].toString() == id; });
    return found == stages.end() ? QJsonObject() : found->toObject();
}

/// As of an offer: it is accepted, rejected, or goes on.
QString verbFor(const QJsonObject &stage)
{
    const QString kind = stage["kind"_L1].toString();
    if (kind == "won"_L1)
        return u"Accept"_s;
    return kind == "lost"_L1 ? u"Reject"_s : u"Move"_s;
}

} // namespace

void CrmFeed::created(const Actor &actor, const QString &stream, const RecordState &state)
{
    if (!typeOf(state.record.kind).isEmpty())
        m_activities.created(actor, stream, nameOf(state.record.kind), objectOf(state));
}

void CrmFeed::changed(const Actor &actor, const QString &stream, const RecordState &before, const RecordState &after)
{
    const QJsonValue place = after.fields[fields::place];
    const QString id = place["stage"_L1].toString();
    if (after.record.kind != RecordKind::Deal || id.isEmpty() ||
        id == before.fields[fields::place]["stage"_L1].toString())
        return;
    const QJsonObject stage = stageOf(m_records.find({RecordKind::Pipeline, place["pipeline"_L1].toString()}), id);
    m_activities.record(actor, stream, verbFor(stage), objectOf(after),
                        ActivityObject{u"Stage"_s, id, stage["name"_L1].toString()});
}

} // namespace frontdesk::server
