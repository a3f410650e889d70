// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/Pipelines.h"

#include <algorithm>

namespace frontdesk::models {

namespace {

Pipelines::Pipeline pipelineFrom(const RecordState &record)
{
    return {record.record.id, record.fields[fields::name].toString(), stagesFrom(record.fields[fields::stages])};
}

} // namespace

Pipelines::Pipelines(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_refresh(
          this, [&session] { return session.store().recordsOf(RecordKind::Pipeline); },
          [this](const QVector<RecordState> &records) { show(records); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        const bool concerns = std::any_of(changes.records.begin(), changes.records.end(),
                                          [](const RecordRef &record) { return record.kind == RecordKind::Pipeline; });
        if (changes.everything || concerns)
            m_refresh.request();
    });
    m_refresh.request();
}

void Pipelines::show(const QVector<RecordState> &records)
{
    QVector<Pipeline> pipelines;
    for (const RecordState &record : records)
        pipelines.append(pipelineFrom(record));
    if (std::exchange(m_pipelines, pipelines) != pipelines)
        Q_EMIT changed();
}

const Pipelines::Pipeline *Pipelines::find(const QString &id) const
{
    const auto found = std::find_if(m_pipelines.begin(), m_pipelines.end(),
                                    [&](const Pipeline &pipeline) { return pipeline.id == id; });
    return found == m_pipelines.end() ? nullptr : &*found;
}

QString Pipelines::nameOf(const Pipeline &pipeline, const Stage &stage) const
{
    return m_pipelines.size() > 1 ? tr("%1: %2", "pipeline: stage").arg(pipeline.name, stage.name) : stage.name;
}

QJsonValue Pipelines::beginningOf(const Pipeline &pipeline)
{
    if (pipeline.stages.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("pipeline"), pipeline.id},
                       {QStringLiteral("stage"), pipeline.stages.first().id}};
}

const Pipelines::Stage *Pipelines::stageOf(const QJsonValue &place) const
{
    const Pipeline *pipeline = find(place[QLatin1String("pipeline")].toString());
    if (!pipeline)
        return nullptr;
    const QString id = place[QLatin1String("stage")].toString();
    const auto found = std::find_if(pipeline->stages.begin(), pipeline->stages.end(),
                                    [&](const Stage &stage) { return stage.id == id; });
    return found == pipeline->stages.end() ? nullptr : &*found;
}

} // namespace frontdesk::models
