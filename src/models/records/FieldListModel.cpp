// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FieldListModel.h"

#include "domain/FieldOrder.h"
#include "domain/WhenDone.h"
#include "models/records/FieldText.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FieldListModel)
};

QString typeText(const QString &type)
{
    const QHash<QString, QString> names{{u"text"_s, Words::tr("Text")},      {u"number"_s, Words::tr("Number")},
                                        {u"date"_s, Words::tr("Date")},      {u"choice"_s, Words::tr("Choice")},
                                        {u"boolean"_s, Words::tr("Yes/no")}, {u"link"_s, Words::tr("Link")}};
    return names.value(type, type);
}

QString typeOf(const RecordState &definition)
{
    return definition.fields[fields::type].toString(u"text"_s);
}

Result<QJsonValue> choicesFrom(const QString &lines)
{
    return fieldtext::valueFrom(*schemaOf(RecordKind::CustomField).field(fields::choices), lines);
}

} // namespace

FieldListModel::FieldListModel(const RecordPage::Parts &parts, const FieldDefinitions &definitions, UndoOffer &undo,
                               UuidV7Sequence &ids, RecordKind kind, QObject *parent)
    : RowListModel(parent)
    , m_session(parts.session)
    , m_texts(parts.texts)
    , m_conflicts(parts.openConflicts)
    , m_waiting(parts.waiting)
    , m_definitions(definitions)
    , m_undo(undo)
    , m_ids(ids)
    , m_kind(kind)
{
    connect(&m_definitions, &FieldDefinitions::changed, this, &FieldListModel::rebuild);
    connect(&m_conflicts, &OpenConflicts::changed, this, &FieldListModel::rebuild);
    connect(&m_waiting, &WaitingRecords::changed, this, &FieldListModel::rebuild);
    rebuild();
}

void FieldListModel::rebuild()
{
    QVector<Row> rows;
    for (const RecordState &definition : m_definitions.of(m_kind))
        rows.append({definition, m_waiting.waits(definition.record), m_conflicts.countOf(definition.record)});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.definition.record; });
}

QVariantList FieldListModel::types() const
{
    QVariantList types;
    for (const QString &type : schemaOf(RecordKind::CustomField).field(fields::type)->choices)
        types.append(QVariantMap{{u"value"_s, type}, {u"text"_s, typeText(type)}});
    return types;
}

QString FieldListModel::problemWith(const QString &name) const
{
    const auto value = fieldtext::nameFrom(RecordKind::CustomField, name);
    return value ? QString() : value.error().message;
}

QString FieldListModel::problemWithChoices(const QString &type, const QString &lines) const
{
    if (type != "choice"_L1)
        return {};
    const auto choices = choicesFrom(lines);
    if (!choices)
        return choices.error().message;
    return choices.value().toArray().isEmpty() ? tr("Write at least one choice.") : QString();
}

QString FieldListModel::add(const QString &name, const QString &type, const QString &choices, bool required)
{
    const auto called = fieldtext::nameFrom(RecordKind::CustomField, name);
    if (!called || !problemWithChoices(type, choices).isEmpty())
        return {};
    QJsonObject set{{fields::name, called.value()},
                    {fields::of, frontdesk::nameOf(m_kind)},
                    {fields::key, m_definitions.freeKey(m_kind, called.value().toString())},
                    {fields::type, type},
                    {fields::required, required}};
    if (type == "choice"_L1)
        set.insert(fields::choices, choicesFrom(choices).value());
    const RecordRef record{RecordKind::CustomField, m_ids.next(std::chrono::milliseconds(m_texts.now()))};
    m_session.submit(CreateRecord{record, set, {}});
    return record.text();
}

const RecordState *FieldListModel::find(const QString &record) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&](const Row &one) { return one.definition.record.text() == record; });
    return row == m_rows.end() ? nullptr : &row->definition;
}

void FieldListModel::moveTo(const QString &record, int place)
{
    const QVector<RecordState> definitions = m_definitions.of(m_kind);
    const auto moved = std::find_if(definitions.begin(), definitions.end(),
                                    [&](const RecordState &one) { return one.record.text() == record; });
    const qsizetype from = moved - definitions.begin();
    const qsizetype to = std::clamp<qsizetype>(place, 0, std::max<qsizetype>(0, definitions.size() - 1));
    if (moved == definitions.end() || from == to)
        return;
    const QHash<RecordRef, QString> places = orderAfterMove(definitions, from, to);
    for (auto one = places.begin(); one != places.end(); ++one)
        m_session.submit(ChangeRecord{.record = one.key(),
                                      .basis = {},
                                      .set = {{fields::order, one.value()}},
                                      .was = {},
                                      .lists = {},
                                      .resolves = {}});
}

void FieldListModel::setUses(int uses)
{
    if (std::exchange(m_uses, uses) != uses)
        Q_EMIT usesChanged();
}

void FieldListModel::countUses(const QString &record)
{
    const RecordState *definition = find(record);
    if (!definition)
        return;
    setUses(-1);
    m_counted = customFieldName(definition->fields[fields::key].toString());
    whenDone(m_session.store().records({.kind = m_kind, .filters = {{m_counted, FilterTest::IsNotEmpty}}}), this,
             [this, field = m_counted](const store::RecordKeys &found) {
                 if (field == m_counted) // another one may have been asked for meanwhile
                     setUses(int(found.keys.size()));
             });
}

void FieldListModel::moveToBin(const QString &record)
{
    const RecordState *definition = find(record);
    if (!definition)
        return;
    const auto set = [this, ref = definition->record](bool deleted) {
        m_session.submit(ChangeRecord{
            .record = ref, .basis = {}, .set = {{fields::deleted, deleted}}, .was = {}, .lists = {}, .resolves = {}});
    };
    m_undo.offer(tr("The field “%1” is in the bin.").arg(definition->fields[fields::name].toString()),
                 [set] { set(false); });
    set(true);
}

int FieldListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FieldListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const RecordState &definition = row.definition;
    const bool isRequired = definition.fields[fields::required].toBool();
    switch (role) {
    case RecordRole:
        return definition.record.text();
    case Qt::DisplayRole:
    case NameRole:
        return definition.fields[fields::name].toString();
    case TypeRole:
        return typeOf(definition);
    case DetailRole:
        return isRequired ? tr("%1, required", "type of a field").arg(typeText(typeOf(definition)))
                          : typeText(typeOf(definition));
    case ChoicesRole:
        return m_texts.editTextOf(RecordKind::CustomField, fields::choices, definition.fields[fields::choices]);
    case RequiredRole:
        return isRequired;
    case WaitingRole:
        return row.waiting;
    case ConflictsRole:
        return row.conflicts;
    default:
        return {};
    }
}

QHash<int, QByteArray> FieldListModel::roleNames() const
{
    return {{RecordRole, "record"},   {NameRole, "name"},       {TypeRole, "type"},       {DetailRole, "detail"},
            {ChoicesRole, "choices"}, {RequiredRole, "needed"}, {WaitingRole, "waiting"}, {ConflictsRole, "conflicts"}};
}

} // namespace frontdesk::models
