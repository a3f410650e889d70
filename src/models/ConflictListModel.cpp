// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConflictListModel.h"

#include "domain/RecordSchema.h"
#include "models/Formatting.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

namespace {

/// Whether it is put together piece by piece rather than written in one line, or has no third value.
bool isMade(FieldType type)
{
    return type == FieldType::Flag || type == FieldType::Stages || type == FieldType::Statuses ||
           type == FieldType::Texts || type == FieldType::Object || type == FieldType::File;
}

} // namespace

ConflictListModel::ConflictListModel(sync::Session &session, const OpenConflicts &conflicts, const Directory &directory,
                                     Shows shows, Values values, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_conflicts(conflicts)
    , m_directory(directory)
    , m_shows(std::move(shows))
    , m_values(std::move(values))
{
    connect(&conflicts, &OpenConflicts::changed, this, &ConflictListModel::rebuild);
    connect(&directory, &Directory::usersChanged, this, &ConflictListModel::rebuild);
    rebuild();
}

ConflictListModel::Values ConflictListModel::texts(decltype(Values::current) current)
{
    return {.current = std::move(current),
            .textOf = [](RecordKind, const QString &, const QJsonValue &value) { return value.toString(); },
            .valueFrom = [](RecordKind kind, const QString &field,
                            const QString &text) { return checkedValue(kind, field, text); },
            .nameOf = words::fieldName};
}

void ConflictListModel::rebuild()
{
    QVector<Row> rows;
    for (const Conflict &conflict : m_conflicts.all())
        if (m_shows(conflict.record))
            rows.append(rowOf(conflict));
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.conflict.id; });
}

ConflictListModel::Row ConflictListModel::rowOf(const Conflict &conflict) const
{
    Row row;
    row.conflict = conflict;
    row.keptBy = nameOf(conflict.kept.by);
    row.keptTime = timeOf(conflict.kept.at);
    row.keptOwn = m_directory.isMe(conflict.kept.by);
    row.wantedBy = nameOf(conflict.wanted.by);
    row.wantedTime = timeOf(conflict.wanted.at);
    row.wantedOwn = m_directory.isMe(conflict.wanted.by);
    const QJsonValue current = m_values.current(conflict.record, conflict.field);
    if (!current.isNull() && current != conflict.kept.value && current != conflict.wanted.value) {
        // Set once more since: nobody needs to choose what is gone. What was wanted is shown for a moment longer to who
        // wanted it.
        row.conflict.kept.value = current;
        row.keptBy.clear();
        row.keptTime.clear();
        row.keptOwn = false;
    }
    const auto textOf = [&](const QJsonValue &value) {
        return m_values.textOf(conflict.record.kind, conflict.field, value);
    };
    row.kept = textOf(row.conflict.kept.value);
    row.wanted = textOf(conflict.wanted.value);
    row.before = textOf(conflict.before);
    if (row.wantedOwn && m_directory.isMe(conflict.kept.by))
        row.sentence = tr("You changed this on two devices, one of which had not seen the other's change.");
    else if (row.wantedOwn)
        row.sentence = tr("%1 changed this before you, and you had not seen it.").arg(nameOf(conflict.kept.by));
    else if (m_directory.isMe(conflict.kept.by))
        row.sentence = tr("%1 changed this after you without having seen it.").arg(row.wantedBy);
    else
        row.sentence =
            tr("%1 changed this after %2 without having seen it.").arg(row.wantedBy, nameOf(conflict.kept.by));
    return row;
}

QString ConflictListModel::nameOf(const UserId &user) const
{
    return m_directory.isMe(user) ? tr("You", "who set a value") : m_directory.nameOf(user);
}

QString ConflictListModel::timeOf(qint64 at) const
{
    return tr("%1 %2", "Today 09:41").arg(formatting::dayHeading(at, m_directory.now()), formatting::timeOfDay(at));
}

const ConflictListModel::Row *ConflictListModel::find(const QString &conflictId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.conflict.id.text() == conflictId; });
    return found == m_rows.end() ? nullptr : &*found;
}

void ConflictListModel::keep(const QString &conflictId)
{
    if (const Row *row = find(conflictId))
        decideFor(*row, row->conflict.kept.value);
}

void ConflictListModel::take(const QString &conflictId)
{
    if (const Row *row = find(conflictId))
        decideFor(*row, row->conflict.wanted.value);
}

void ConflictListModel::decide(const QString &conflictId, const QString &value)
{
    const Row *row = find(conflictId);
    if (!row)
        return;
    if (const auto wanted = m_values.valueFrom(row->conflict.record.kind, row->conflict.field, value))
        decideFor(*row, wanted.value());
}

void ConflictListModel::decideFor(const Row &row, const QJsonValue &value)
{
    m_session.submit(ChangeRecord{.record = row.conflict.record,
                                  .basis = {},
                                  .set = {{row.conflict.field, value}},
                                  .was = {{row.conflict.field, row.conflict.kept.value}},
                                  .lists = {},
                                  .resolves = row.conflict.id});
}

int ConflictListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConflictListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const FieldRule *rule = schemaOf(row.conflict.record.kind).field(row.conflict.field);
    switch (role) {
    case ConflictIdRole:
        return row.conflict.id.text();
    case Qt::DisplayRole:
    case FieldNameRole:
        return m_values.nameOf(row.conflict.record.kind, row.conflict.field);
    case SentenceRole:
        return row.sentence;
    case KeptRole:
        return row.kept;
    case KeptByRole:
        return row.keptBy;
    case KeptTimeRole:
        return row.keptTime;
    case KeptOwnRole:
        return row.keptOwn;
    case WantedRole:
        return row.wanted;
    case WantedByRole:
        return row.wantedBy;
    case WantedTimeRole:
        return row.wantedTime;
    case WantedOwnRole:
        return row.wantedOwn;
    case BeforeRole:
        return row.before;
    case LongestRole:
        return rule ? rule->longest : 0;
    case MayBeEmptyRole:
        return !rule || !rule->required;
    case MayTypeRole:
        return !rule || !isMade(rule->type);
    default:
        return {};
    }
}

QHash<int, QByteArray> ConflictListModel::roleNames() const
{
    return {{ConflictIdRole, "conflictId"}, {FieldNameRole, "fieldName"},
            {SentenceRole, "sentence"},     {KeptRole, "kept"},
            {KeptByRole, "keptBy"},         {KeptTimeRole, "keptTime"},
            {KeptOwnRole, "keptOwn"},       {WantedRole, "wanted"},
            {WantedByRole, "wantedBy"},     {WantedTimeRole, "wantedTime"},
            {WantedOwnRole, "wantedOwn"},   {BeforeRole, "before"},
            {LongestRole, "longest"},       {MayBeEmptyRole, "mayBeEmpty"},
            {MayTypeRole, "mayType"}};
}

} // namespace frontdesk::models
