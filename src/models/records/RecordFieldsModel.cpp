// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordFieldsModel.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

namespace {

bool isTyped(const QString &type)
{
    return type == QLatin1String("text") || type == QLatin1String("lines") || type == QLatin1String("list") ||
           type == QLatin1String("day") || type == QLatin1String("time") || type == QLatin1String("link");
}

/// Fields that a page shows in its heading or by a button, and not among the rows.
bool isShownElsewhere(const QString &field)
{
    return field == fields::name || field == fields::deleted || field == fields::text || field == fields::picture;
}

} // namespace

QString RecordFieldsModel::nameOf(FieldType type)
{
    switch (type) {
    case FieldType::Lines:
        return QStringLiteral("lines");
    case FieldType::Link:
        return QStringLiteral("link");
    case FieldType::Flag:
        return QStringLiteral("flag");
    case FieldType::Choice:
        return QStringLiteral("choice");
    case FieldType::Person:
        return QStringLiteral("person");
    case FieldType::Record:
    case FieldType::AnyRecord:
        return QStringLiteral("record");
    case FieldType::Day:
        return QStringLiteral("day");
    case FieldType::Time:
        return QStringLiteral("time");
    case FieldType::Place:
        return QStringLiteral("place");
    default:
        return QStringLiteral("text");
    }
}

RecordFieldsModel::RecordFieldsModel(const RecordTexts &texts, const WaitingRecords &waiting,
                                     const RecordViewers &viewers, QObject *parent)
    : RowListModel(parent)
    , m_texts(texts)
    , m_waiting(waiting)
    , m_viewers(viewers)
{
    connect(&texts, &RecordTexts::changed, this, &RecordFieldsModel::rebuild);
    connect(&waiting, &WaitingRecords::changed, this, &RecordFieldsModel::rebuild);
    connect(&viewers, &RecordViewers::changed, this, &RecordFieldsModel::rebuild);
}

void RecordFieldsModel::show(const RecordState &state)
{
    m_state = state;
    rebuild();
}

void RecordFieldsModel::rebuild()
{
    QVector<Row> rows;
    for (const FieldRule &rule : m_texts.rulesOf(m_state.record.kind))
        if (!isShownElsewhere(rule.name))
            rows.append(marked(rowOf(rule)));
    for (const ListRule &rule : schemaOf(m_state.record.kind).lists)
        rows.append(marked(rowOf(rule)));
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.field; });
}

RecordFieldsModel::Row RecordFieldsModel::rowOf(const FieldRule &rule) const
{
    const RecordKind kind = m_state.record.kind;
    const QJsonValue value = m_state.fields[rule.name];
    Row row{.field = rule.name,
            .label = m_texts.fieldName(kind, rule.name),
            .text = m_texts.textOf(kind, rule.name, value),
            .editText = m_texts.editTextOf(kind, rule.name, value),
            .type = nameOf(rule.type),
            .reference = {},
            .refersTo = {},
            .entries = {},
            .longest = rule.longest,
            .waiting = m_waiting.waits(m_state.record, rule.name)};
    if (rule.type == FieldType::Record) {
        row.refersTo = frontdesk::nameOf(rule.refersTo);
        if (!value.toString().isEmpty())
            row.reference = RecordRef{rule.refersTo, value.toString()}.text();
    } else if (rule.type == FieldType::AnyRecord) {
        row.reference = value.toString();
    }
    return row;
}

RecordFieldsModel::Row RecordFieldsModel::rowOf(const ListRule &rule) const
{
    const QStringList entries = m_state.lists.value(rule.name);
    return {.field = rule.name,
            .label = words::fieldName(m_state.record.kind, rule.name),
            .text = entries.join(QStringLiteral(", ")),
            .editText = {},
            .type = QStringLiteral("list"),
            .reference = {},
            .refersTo = {},
            .entries = entries,
            .longest = rule.longest,
            .waiting = m_waiting.waits(m_state.record, rule.name)};
}

RecordFieldsModel::Row RecordFieldsModel::marked(Row row) const
{
    const QVector<UserId> editors = m_viewers.at(row.field);
    if (editors.isEmpty())
        return row;
    const QStringList names = m_viewers.namesOf(editors);
    row.editorsText = isTyped(row.type) ? formatting::typingHere(names) : formatting::changingThis(names);
    row.editorsInitials = m_viewers.directory().initialsOf(editors.first());
    row.editorsAvatar = editors.first().text();
    return row;
}

int RecordFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RecordFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case FieldRole:
        return row.field;
    case Qt::DisplayRole:
    case LabelRole:
        return row.label;
    case TextRole:
        return row.text;
    case EditTextRole:
        return row.editText;
    case TypeRole:
        return row.type;
    case EntriesRole:
        return row.entries;
    case ReferenceRole:
        return row.reference;
    case RefersToRole:
        return row.refersTo;
    case LongestRole:
        return row.longest;
    case WaitingRole:
        return row.waiting;
    case EditorsTextRole:
        return row.editorsText;
    case EditorsInitialsRole:
        return row.editorsInitials;
    case EditorsAvatarRole:
        return row.editorsAvatar;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordFieldsModel::roleNames() const
{
    return {{FieldRole, "field"},
            {LabelRole, "label"},
            {TextRole, "text"},
            {EditTextRole, "editText"},
            {TypeRole, "type"},
            {EntriesRole, "entries"},
            {ReferenceRole, "reference"},
            {RefersToRole, "refersTo"},
            {LongestRole, "longest"},
            {WaitingRole, "waiting"},
            {EditorsTextRole, "editorsText"},
            {EditorsInitialsRole, "editorsInitials"},
            {EditorsAvatarRole, "editorsAvatar"}};
}

} // namespace frontdesk::models
