// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/PipelineListModel.h"

#include "models/records/FieldText.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

PipelineListModel::PipelineListModel(const RecordPage::Parts &parts, const StageDeals &deals, UndoOffer &undo,
                                     UuidV7Sequence &ids, QObject *parent)
    : RowListModel(parent)
    , m_session(parts.session)
    , m_texts(parts.texts)
    , m_conflicts(parts.openConflicts)
    , m_waiting(parts.waiting)
    , m_deals(deals)
    , m_undo(undo)
    , m_ids(ids)
{
    connect(&m_texts.pipelines(), &Pipelines::changed, this, &PipelineListModel::rebuild);
    connect(&m_conflicts, &OpenConflicts::changed, this, &PipelineListModel::rebuild);
    connect(&m_waiting, &WaitingRecords::changed, this, &PipelineListModel::rebuild);
    connect(&m_deals, &StageDeals::changed, this, &PipelineListModel::rebuild);
    rebuild();
}

void PipelineListModel::rebuild()
{
    QVector<Row> rows;
    for (const Pipelines::Pipeline &pipeline : m_texts.pipelines().all()) {
        int deals = 0;
        for (const Stage &stage : pipeline.stages)
            deals += m_deals.in(stage.id);
        const RecordRef record{RecordKind::Pipeline, pipeline.id};
        rows.append(
            {.record = record,
             .name = pipeline.name,
             .detail =
                 tr("%1, %2", "6 stages, 12 deals")
                     .arg(tr("%n stage(s)", nullptr, int(pipeline.stages.size())), tr("%n deal(s)", nullptr, deals)),
             .kept = deals == 0 ? QString()
                                : tr("%n deal(s) are in it: move them to another pipeline first.", nullptr, deals),
             .waiting = m_waiting.waits(record),
             .conflicts = m_conflicts.countOf(record)});
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.record; });
}

QString PipelineListModel::problemWith(const QString &name) const
{
    const auto value = fieldtext::nameFrom(RecordKind::Pipeline, name);
    return value ? QString() : value.error().message;
}

QString PipelineListModel::add(const QString &name)
{
    const auto called = fieldtext::nameFrom(RecordKind::Pipeline, name);
    if (!called)
        return {};
    const std::chrono::milliseconds now(m_texts.now());
    const QVector<Stage> stages{{m_ids.next(now), tr("New", "the first stage of a pipeline"), 10, u"open"_s},
                                {m_ids.next(now), tr("Won", "a stage"), 100, u"won"_s},
                                {m_ids.next(now), tr("Lost", "a stage"), 0, u"lost"_s}};
    const RecordRef record{RecordKind::Pipeline, m_ids.next(now)};
    m_session.submit(CreateRecord{record, {{fields::name, called.value()}, {fields::stages, toJson(stages)}}, {}});
    return record.text();
}

void PipelineListModel::moveToBin(const QString &record)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &one) { return one.record.text() == record; });
    if (row == m_rows.end() || !row->kept.isEmpty())
        return;
    const auto set = [this, ref = row->record](bool deleted) {
        m_session.submit(ChangeRecord{
            .record = ref, .basis = {}, .set = {{fields::deleted, deleted}}, .was = {}, .lists = {}, .resolves = {}});
    };
    m_undo.offer(tr("The pipeline “%1” is in the bin.").arg(row->name), [set] { set(false); });
    set(true);
}

int PipelineListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PipelineListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case RecordRole:
        return row.record.text();
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case DetailRole:
        return row.detail;
    case KeptRole:
        return row.kept;
    case WaitingRole:
        return row.waiting;
    case ConflictsRole:
        return row.conflicts;
    default:
        return {};
    }
}

QHash<int, QByteArray> PipelineListModel::roleNames() const
{
    return {{RecordRole, "record"}, {NameRole, "name"},       {DetailRole, "detail"},
            {KeptRole, "kept"},     {WaitingRole, "waiting"}, {ConflictsRole, "conflicts"}};
}

} // namespace frontdesk::models
