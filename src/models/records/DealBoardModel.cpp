// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/DealBoardModel.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

QString moneyText(const MoneySums &sums)
{
    QVector<Money> all = sums.sums();
    all.removeIf([](const Money &money) { return money.minor == 0; });
    std::stable_sort(all.begin(), all.end(), [](const Money &a, const Money &b) { return a.minor > b.minor; });
    QStringList texts;
    for (const Money &money : std::as_const(all))
        texts.append(moneyText(money::toDecimal(money), money.currency));
    return texts.join(u" + "_s);
}

DealBoardModel::DealBoardModel(const RecordTableModel::Parts &parts, const Pipelines &pipelines, QObject *parent)
    : RowListModel(parent)
    , m_parts(parts)
    , m_pipelines(pipelines)
    , m_query{.kind = RecordKind::Deal}
    , m_refresh(
          this, [this] { return m_parts.session.store().dealSums(queryOf({})); },
          [this](QVector<store::DealSum> sums) { show(std::move(sums)); },
          [this](std::chrono::milliseconds took) { return restOfList(m_parts.session, took); })
{
    connect(&pipelines, &Pipelines::changed, this, &DealBoardModel::showPipelines);
    connect(&m_parts.session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        const bool concerns = std::any_of(changes.records.begin(), changes.records.end(),
                                          [](const RecordRef &record) { return record.kind == RecordKind::Deal; });
        if (changes.everything || concerns)
            m_refresh.request();
    });
    showPipelines();
}

DealBoardModel::~DealBoardModel() = default;

QVariantList DealBoardModel::pipelines() const
{
    QVariantList choices;
    for (const Pipelines::Pipeline &pipeline : m_pipelines.all())
        choices.append(QVariantMap{{u"value"_s, pipeline.id}, {u"text"_s, pipeline.name}});
    return choices;
}

void DealBoardModel::showPipelines()
{
    if (!m_pipelines.find(m_pipeline))
        m_pipeline = m_pipelines.all().isEmpty() ? QString() : m_pipelines.all().first().id;
    rebuildRows();
    Q_EMIT boardChanged();
    m_refresh.request();
}

void DealBoardModel::setPipeline(const QString &id)
{
    if (m_pipeline == id || !m_pipelines.find(id))
        return;
    m_pipeline = id;
    showPipelines();
}

QString DealBoardModel::beginning() const
{
    const Pipelines::Pipeline *pipeline = m_pipelines.find(m_pipeline);
    return pipeline ? m_parts.texts.editTextOf(RecordKind::Deal, fields::place, Pipelines::beginningOf(*pipeline))
                    : QString();
}

void DealBoardModel::setText(const QString &text)
{
    if (m_query.text == text)
        return;
    m_query.text = text;
    filterColumns();
}

void DealBoardModel::setOwners(const std::optional<QStringList> &userIds)
{
    if (m_owners == userIds)
        return;
    m_owners = userIds;
    filterColumns();
}

void DealBoardModel::filterColumns()
{
    Q_EMIT filterChanged();
    for (const auto &[stage, deals] : m_columns)
        deals->setQuery(queryOf(stage));
    m_refresh.requestNow();
}

RecordQuery DealBoardModel::queryOf(const QString &stage) const
{
    RecordQuery query = m_query;
    query.sortBy = u"expectedClose"_s;
    if (m_owners)
        query.filters.append(isOneOf(fields::owner, *m_owners));
    if (!stage.isEmpty())
        query.filters.append({fields::place, FilterTest::Is, stage});
    return query;
}

RecordTableModel *DealBoardModel::dealsOf(const QString &stage)
{
    std::unique_ptr<RecordTableModel> &deals = m_columns[stage];
    if (!deals) {
        constexpr int seenCards = 8; // of a column; each of them is read with each key stroke in the filter
        deals = std::make_unique<RecordTableModel>(
            m_parts, RecordKind::Deal,
            QStringList{fields::contact, fields::company, fields::value, u"expectedClose"_s, fields::owner}, seenCards);
        deals->setQuery(queryOf(stage));
    }
    return deals.get();
}

void DealBoardModel::show(QVector<store::DealSum> sums)
{
    m_sums = std::move(sums);
    rebuildRows();
}

void DealBoardModel::rebuildRows()
{
    const Pipelines::Pipeline *pipeline = m_pipelines.find(m_pipeline);
    QVector<Row> rows;
    MoneySums open;
    MoneySums weighted;
    for (const Pipelines::Stage &stage : pipeline ? pipeline->stages : QVector<Pipelines::Stage>()) {
        Row row{.stage = stage, .sum = {}, .count = 0};
        MoneySums sum;
        for (const store::DealSum &part : std::as_const(m_sums)) {
            if (part.stage != stage.id)
                continue;
            row.count += part.deals;
            if (part.currency.isEmpty())
                continue; // deals without a value
            const int probability = part.probability < 0 ? stage.probability : part.probability;
            bool fits = sum.add({part.minor, part.currency}).ok();
            if (stage.kind == "open"_L1) {
                fits = fits && open.add({part.minor, part.currency}).ok();
                fits =
                    fits &&
                    weighted.add({part.minor / 100 * probability + part.minor % 100 * probability / 100, part.currency})
                        .ok();
            }
            if (!fits)
                row.sum = tr("more than can be shown");
        }
        if (row.sum.isEmpty())
            row.sum = moneyText(sum);
        rows.append(row);
    }
    m_openText = moneyText(open);
    m_weightedText = moneyText(weighted);
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.stage.id; });
    Q_EMIT sumsChanged();
}

void DealBoardModel::rebuild()
{
    for (const auto &[stage, deals] : m_columns)
        deals->rebuild();
    rebuildRows();
}

const Pipelines::Stage *DealBoardModel::find(const QString &stage) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.stage.id == stage; });
    return found == m_rows.end() ? nullptr : &found->stage;
}

void DealBoardModel::move(const QString &deal, const QString &stage, const QString &lostReason)
{
    const auto record = RecordRef::from(deal);
    const Pipelines::Stage *wanted = find(stage);
    if (!record || record->kind != RecordKind::Deal || !wanted)
        return;
    QJsonObject place{{u"pipeline"_s, m_pipeline}, {u"stage"_s, stage}};
    if (wanted->kind == "lost"_L1 && !lostReason.trimmed().isEmpty())
        place.insert("lostReason"_L1, lostReason.trimmed());
    RecordTableModel *there = dealsOf(stage);
    for (const auto &[from, deals] : m_columns)
        there->expect(deal, *deals);
    m_parts.session.submit(ChangeRecord{
        .record = *record, .basis = {}, .set = {{fields::place, place}}, .was = {}, .lists = {}, .resolves = {}});
}

QString DealBoardModel::stageBeside(const QString &stage, int by) const
{
    const auto place =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.stage.id == stage; });
    const qsizetype wanted = place - m_rows.begin() + by;
    return place == m_rows.end() || wanted < 0 || wanted >= m_rows.size() ? QString() : m_rows[wanted].stage.id;
}

QString DealBoardModel::kindOf(const QString &stage) const
{
    const Pipelines::Stage *found = find(stage);
    return found ? found->kind : QString();
}

QString DealBoardModel::nameOf(const QString &stage) const
{
    const Pipelines::Stage *found = find(stage);
    return found ? found->name : QString();
}

int DealBoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DealBoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case StageRole:
        return row.stage.id;
    case Qt::DisplayRole:
    case NameRole:
        return row.stage.name;
    case KindRole:
        return row.stage.kind;
    case SumRole:
        return row.sum;
    case CountRole:
        return row.count;
    case DealsRole:
        return QVariant::fromValue(const_cast<DealBoardModel *>(this)->dealsOf(row.stage.id)); // made when looked at
    default:
        return {};
    }
}

QHash<int, QByteArray> DealBoardModel::roleNames() const
{
    return {{StageRole, "stage"}, {NameRole, "name"},   {KindRole, "kind"},
            {SumRole, "sum"},     {CountRole, "count"}, {DealsRole, "deals"}};
}

} // namespace frontdesk::models
