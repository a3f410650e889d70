// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RelatedRecordsModel.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"
#include "models/records/RecordSentence.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariantList listOf(const QVector<search::Range> &marks)
{
    QVariantList list;
    for (const search::Range &mark : marks)
        list.append(QVariantMap{{u"from"_s, mark.from}, {u"length"_s, mark.length}});
    return list;
}

} // namespace

RelatedRecordsModel::RelatedRecordsModel(const RecordTexts &texts, const WaitingRecords &waiting, RecordKind kind,
                                         QObject *parent)
    : RowListModel(parent)
    , m_texts(texts)
    , m_waiting(waiting)
    , m_kind(kind)
{
    connect(&texts, &RecordTexts::changed, this, &RelatedRecordsModel::rebuild);
    connect(&waiting, &WaitingRecords::changed, this, &RelatedRecordsModel::rebuild);
}

void RelatedRecordsModel::show(const QVector<RecordState> &related)
{
    m_related.clear();
    for (const RecordState &state : related)
        if (state.record.kind == m_kind)
            m_related.append(state);
    rebuild();
}

const RecordState *RelatedRecordsModel::find(const RecordRef &record) const
{
    const auto found = std::find_if(m_related.begin(), m_related.end(),
                                    [&](const RecordState &state) { return state.record == record; });
    return found == m_related.end() ? nullptr : &*found;
}

void RelatedRecordsModel::rebuild()
{
    QVector<Row> rows;
    for (const RecordState &state : std::as_const(m_related))
        rows.append(rowOf(state));
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.state.record; });
}

RelatedRecordsModel::Row RelatedRecordsModel::rowOf(const RecordState &state) const
{
    const QJsonValue due = state.fields[fields::due];
    const bool isDone = state.fields[fields::done].toBool();
    return {.state = state,
            .title = words::titleOf(m_kind, state.fields),
            .detail = detailOf(state),
            .amount = m_texts.textOf(m_kind, fields::value, state.fields[fields::value]),
            .due = due.isDouble() ? formatting::dayHeading(due.toInteger(), m_texts.now()) : QString(),
            .body = bodyOf(state),
            .open = isOpen(state),
            .overdue = due.isDouble() && !isDone && due.toInteger() < m_texts.now(),
            .waiting = m_waiting.waits(state.record)};
}

mentions::Shown RelatedRecordsModel::bodyOf(const RecordState &state) const
{
    const mentions::Names written = mentions::namesFrom(state.fields[fields::mentionNames].toObject());
    return mentions::shown(state.fields[fields::text].toString(), written, [&](const UserId &id) {
        const User *user = m_texts.directory().find(id);
        return user ? user->displayName : written.value(id);
    });
}

bool RelatedRecordsModel::isOpen(const RecordState &state) const
{
    if (m_kind != RecordKind::Deal)
        return !state.fields[fields::done].toBool();
    const Pipelines::Stage *stage = m_texts.pipelines().stageOf(state.fields[fields::place]);
    return !stage || stage->kind == "open"_L1;
}

QString RelatedRecordsModel::detailOf(const RecordState &state) const
{
    const auto text = [&](const QString &field) { return m_texts.textOf(m_kind, field, state.fields[field]); };
    switch (m_kind) {
    case RecordKind::Deal: {
        const QString stage = text(fields::place);
        const QString day = text(u"expectedClose"_s);
        return day.isEmpty() ? stage : tr("%1 · closes %2", "Proposal · closes 4 Dec").arg(stage, day);
    }
    case RecordKind::Task:
        return text(fields::assignee);
    case RecordKind::Note: {
        const QString call = callText(state.fields, m_texts);
        const QString written =
            tr("%1, %2", "who, when")
                .arg(m_texts.directory().nameOf(state.createdBy), formatting::listTime(state.createdAt, m_texts.now()));
        return call.isEmpty() ? written : tr("%1 · %2", "Incoming call, 12 min · Lena, yesterday").arg(call, written);
    }
    case RecordKind::Contact:
        return text(u"job"_s);
    default:
        return {};
    }
}

int RelatedRecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RelatedRecordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case RecordRole:
        return row.state.record.text();
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case InitialsRole:
        return formatting::initials(row.title);
    case AvatarKeyRole:
        return row.state.record.id;
    case DetailRole:
        return row.detail;
    case AmountRole:
        return row.amount;
    case DoneRole:
        return row.state.fields[fields::done].toBool();
    case OpenRole:
        return row.open;
    case DueRole:
        return row.due;
    case OverdueRole:
        return row.overdue;
    case WaitingRole:
        return row.waiting;
    case VersionRole:
        return int(row.state.version);
    case OwnRole:
        return m_texts.directory().isMe(row.state.createdBy);
    case BodyRole:
        return row.body.text;
    case MentionsRole:
        return listOf(row.body.marks);
    default:
        return {};
    }
}

QHash<int, QByteArray> RelatedRecordsModel::roleNames() const
{
    return {{RecordRole, "record"}, {TitleRole, "title"},     {InitialsRole, "initials"}, {AvatarKeyRole, "avatarKey"},
            {DetailRole, "detail"}, {AmountRole, "amount"},   {DoneRole, "done"},         {OpenRole, "open"},
            {DueRole, "due"},       {OverdueRole, "overdue"}, {WaitingRole, "waiting"},   {VersionRole, "version"},
            {OwnRole, "own"},       {BodyRole, "body"},       {MentionsRole, "mentions"}};
}

} // namespace frontdesk::models
