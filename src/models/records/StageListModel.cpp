// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/StageListModel.h"

#include "models/RecordWords.h"
#include "models/records/FieldText.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A stage's name is no field of its own, but has the same rule as that of its pipeline.
Result<QJsonValue> stageName(const QString &text)
{
    return fieldtext::nameFrom(RecordKind::Pipeline, text);
}

Result<QJsonValue> probabilityFrom(const QString &text)
{
    const FieldRule *rule = schemaOf(RecordKind::Deal).field(u"probability"_s);
    auto value = fieldtext::valueFrom(*rule, text);
    return value && value.value().isNull() ? fieldtext::valueFrom(*rule, u"-"_s) : value; // a stage always has one
}

void send(sync::Session &session, const QString &pipeline, const QVector<Stage> &stages, int seenVersion)
{
    session.submit(ChangeRecord{.record = {RecordKind::Pipeline, pipeline},
                                .basis = {.version = seenVersion, .after = {}},
                                .set = {{fields::stages, toJson(stages)}},
                                .was = {},
                                .lists = {},
                                .resolves = {}});
}

} // namespace

StageListModel::StageListModel(sync::Session &session, const RecordTexts &texts, const StageDeals &deals,
                               UndoOffer &undo, UuidV7Sequence &ids, QString pipeline, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_texts(texts)
    , m_deals(deals)
    , m_undo(undo)
    , m_ids(ids)
    , m_pipeline(std::move(pipeline))
{
    connect(&texts.pipelines(), &Pipelines::changed, this, &StageListModel::observe);
    connect(&deals, &StageDeals::changed, this, &StageListModel::rebuild);
    connect(&session, &sync::Session::failed, this, [this] {
        m_stages.giveUp(); // perhaps it was one of them that could not be written
        rebuild();
    });
    observe();
}

void StageListModel::observe()
{
    const Pipelines::Pipeline *pipeline = m_texts.pipelines().find(m_pipeline);
    m_stages.observe(pipeline ? pipeline->stages : QVector<Stage>());
    rebuild();
}

void StageListModel::rebuild()
{
    QVector<Row> rows;
    for (const Stage &stage : m_stages.current())
        rows.append({stage, m_deals.in(stage.id)});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.stage.id; });
}

qsizetype StageListModel::placeOf(const QString &stage) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.stage.id == stage; });
    return found == m_rows.end() ? -1 : found - m_rows.begin();
}

void StageListModel::say(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
}

bool StageListModel::change(const QVector<Stage> &wanted, int seenVersion)
{
    if (wanted.size() > limits::stages) {
        say(tr("There can be at most %n stages.", nullptr, limits::stages));
        return false;
    }
    if (!haveBothEnds(wanted)) {
        say(tr("There must be a stage for deals that are won, and one for those that are lost."));
        return false;
    }
    say({});
    if (wanted == m_stages.current())
        return true;
    send(m_session, m_pipeline, wanted, seenVersion);
    m_stages.change(wanted);
    rebuild();
    return true;
}

QVariantList StageListModel::kinds() const
{
    QVariantList kinds;
    for (const QString &kind : {u"open"_s, u"won"_s, u"lost"_s})
        kinds.append(QVariantMap{{u"value"_s, kind}, {u"text"_s, words::choiceName(kind)}});
    return kinds;
}

QString StageListModel::problemWithName(const QString &name) const
{
    const auto value = stageName(name);
    return value ? QString() : value.error().message;
}

QString StageListModel::problemWithProbability(const QString &text) const
{
    const auto value = probabilityFrom(text);
    return value ? QString() : value.error().message;
}

QString StageListModel::add(const QString &name)
{
    const auto called = stageName(name);
    if (!called)
        return {};
    QVector<Stage> wanted = m_stages.current();
    const auto last =
        std::find_if(wanted.crbegin(), wanted.crend(), [](const Stage &stage) { return stage.kind == "open"_L1; });
    const qsizetype place = wanted.crend() - last;
    const Stage stage{m_ids.next(std::chrono::milliseconds(m_texts.now())), called.value().toString(),
                      place > 0 ? wanted[place - 1].probability : 0, u"open"_s};
    wanted.insert(place, stage);
    return change(wanted) ? stage.id : QString();
}

void StageListModel::rename(const QString &stage, const QString &name, int seenVersion, const QString &seenName)
{
    const auto called = stageName(name);
    const qsizetype place = placeOf(stage);
    if (!called || place < 0)
        return;
    QVector<Stage> wanted = m_stages.current();
    const bool isAsSeen = wanted[place].name == seenName;
    wanted[place].name = called.value().toString();
    change(wanted, isAsSeen ? 0 : seenVersion);
}

void StageListModel::setProbability(const QString &stage, const QString &text, int seenVersion, const QString &seenText)
{
    const auto probability = probabilityFrom(text);
    const qsizetype place = placeOf(stage);
    if (!probability || place < 0)
        return;
    QVector<Stage> wanted = m_stages.current();
    const bool isAsSeen = QString::number(wanted[place].probability) == seenText;
    wanted[place].probability = probability.value().toInt();
    change(wanted, isAsSeen ? 0 : seenVersion);
}

void StageListModel::setKind(const QString &stage, const QString &kind)
{
    const qsizetype place = placeOf(stage);
    if (place < 0 || m_rows[place].stage.kind == kind)
        return;
    QVector<Stage> wanted = m_stages.current();
    wanted[place].kind = kind;
    if (kind != "open"_L1)
        wanted[place].probability = kind == "won"_L1 ? 100 : 0;
    change(wanted);
}

void StageListModel::moveTo(const QString &stage, int place)
{
    const qsizetype from = placeOf(stage);
    const qsizetype to = std::clamp<qsizetype>(place, 0, m_rows.size() - 1);
    if (from < 0 || from == to)
        return;
    QVector<Stage> wanted = m_stages.current();
    wanted.move(from, to);
    change(wanted);
}

void StageListModel::remove(const QString &stage)
{
    const qsizetype place = placeOf(stage);
    if (place < 0)
        return;
    if (const int deals = m_rows[place].deals; deals > 0) {
        say(tr("%n deal(s) stand in “%1”: move them to another stage first.", nullptr, deals)
                .arg(m_rows[place].stage.name));
        return;
    }
    QVector<Stage> wanted = m_stages.current();
    const Stage gone = wanted.takeAt(place);
    if (!change(wanted))
        return;
    // The pipeline may be closed when it is undone.
    m_undo.offer(tr("The stage “%1” was removed.").arg(gone.name),
                 [&session = m_session, &texts = m_texts, id = m_pipeline, gone, place] {
                     const Pipelines::Pipeline *pipeline = texts.pipelines().find(id);
                     if (!pipeline)
                         return;
                     QVector<Stage> restored = pipeline->stages;
                     restored.insert(std::min(place, restored.size()), gone);
                     send(session, id, restored, 0);
                 });
}

int StageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StageListModel::data(const QModelIndex &index, int role) const
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
    case ProbabilityRole:
        return row.stage.probability;
    case KindRole:
        return row.stage.kind;
    case DealsRole:
        return row.deals;
    default:
        return {};
    }
}

QHash<int, QByteArray> StageListModel::roleNames() const
{
    return {{StageRole, "stage"},
            {NameRole, "name"},
            {ProbabilityRole, "probability"},
            {KindRole, "kind"},
            {DealsRole, "deals"}};
}

} // namespace frontdesk::models
