// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/CrmRecords.h"

#include "domain/Types.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

#define RECORD_COLUMNS "kind, id, version, created_by, created_at, changed_at, fields, lists"

const QString fromDealsInPipeline =
    u"FROM records WHERE kind = 'deal' AND json_extract(fields, '$.place.pipeline') = ? "
    "AND coalesce(json_extract(fields, '$.deleted'), 0) = 0"_s;

QJsonObject objectFrom(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textOf(const ListValues &lists)
{
    QJsonObject object;
    for (auto list = lists.begin(); list != lists.end(); ++list)
        if (!list->isEmpty())
            object.insert(list.key(), QJsonArray::fromStringList(*list));
    return textOf(object);
}

ListValues listsFrom(const QString &json)
{
    ListValues lists;
    const QJsonObject object = objectFrom(json);
    for (auto list = object.begin(); list != object.end(); ++list) {
        const QJsonArray entries = list.value().toArray();
        for (const QJsonValue &entry : entries)
            lists[list.key()].append(entry.toString());
    }
    return lists;
}

RecordState stateFrom(const Rows &rows)
{
    return {.record = {recordKindFrom(rows.text(0)).value_or(RecordKind::Contact), rows.text(1)},
            .version = rows.integer(2),
            .createdBy = UserId(rows.text(3)),
            .createdAt = rows.integer(4),
            .changedAt = rows.integer(5),
            .fields = objectFrom(rows.text(6)),
            .lists = listsFrom(rows.text(7))};
}

} // namespace

std::optional<RecordState> CrmRecords::find(const RecordRef &record)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " RECORD_COLUMNS " FROM records WHERE kind = ? AND id = ?"),
                               {nameOf(record.kind), record.id});
    return rows.next() ? std::optional(stateFrom(rows)) : std::nullopt;
}

void CrmRecords::add(const RecordState &state, const QString &stream)
{
    m_database.run(
        QStringLiteral("INSERT INTO records (" RECORD_COLUMNS ", stream) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {nameOf(state.record.kind), state.record.id, state.version, state.createdBy.text(), state.createdAt,
         state.changedAt, textOf(state.fields), textOf(state.lists), stream});
    forget(state.record.kind);
}

void CrmRecords::write(const RecordState &state)
{
    m_database.run(u"UPDATE records SET version = ?, changed_at = ?, fields = ?, lists = ? WHERE kind = ? AND id = ?"_s,
                   {state.version, state.changedAt, textOf(state.fields), textOf(state.lists),
                    nameOf(state.record.kind), state.record.id});
    forget(state.record.kind);
}

std::optional<QString> CrmRecords::streamOf(const RecordRef &record)
{
    Rows rows =
        m_database.run(u"SELECT stream FROM records WHERE kind = ? AND id = ?"_s, {nameOf(record.kind), record.id});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

void CrmRecords::setStream(const RecordRef &record, const QString &stream)
{
    m_database.run(u"UPDATE records SET stream = ? WHERE kind = ? AND id = ?"_s,
                   {stream, nameOf(record.kind), record.id});
}

QVector<RecordState> CrmRecords::about(const RecordRef &record)
{
    // As in the index records_about.
    Rows rows =
        m_database.run(QStringLiteral("SELECT " RECORD_COLUMNS " FROM records WHERE kind IN ('note', 'task', 'file') "
                                      "AND json_extract(fields, '$.about') = ?"),
                       {record.text()});
    QVector<RecordState> states;
    while (rows.next())
        states.append(stateFrom(rows));
    return states;
}

CrmRecords::Page CrmRecords::list(const UserId &user, const std::optional<RecordRef> &after, int limit, qint64 units)
{
    Rows rows = m_database.run(
        QStringLiteral("SELECT " RECORD_COLUMNS " FROM records WHERE (kind, id) > (?, ?) AND stream IN "
                       "(SELECT stream FROM memberships WHERE user_id = ? AND to_seq IS NULL) "
                       "ORDER BY kind, id LIMIT ?"),
        {after ? nameOf(after->kind) : QString(), after ? after->id : QString(), user.text(), limit + 1});
    constexpr qint64 unitsOfTheRest = 300; // names, ids and times of a record
    Page page;
    for (qint64 used = 0; rows.next();) {
        used += rows.text(6).size() + rows.text(7).size() + unitsOfTheRest;
        page.more = !page.records.isEmpty() && (page.records.size() == limit || used > units);
        if (page.more)
            break;
        page.records.append(stateFrom(rows));
    }
    return page;
}

QVector<RecordState> CrmRecords::all(RecordKind kind)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " RECORD_COLUMNS " FROM records WHERE kind = ? ORDER BY id"),
                               {nameOf(kind)});
    QVector<RecordState> states;
    while (rows.next())
        states.append(stateFrom(rows));
    return states;
}

bool CrmRecords::hasAny(RecordKind kind)
{
    return m_database.number(u"SELECT EXISTS (SELECT 1 FROM records WHERE kind = ?)"_s, {nameOf(kind)}) > 0;
}

qint64 CrmRecords::dealsIn(const QString &pipeline)
{
    return m_database.number(u"SELECT count(*) "_s + fromDealsInPipeline, {pipeline});
}

qint64 CrmRecords::dealsIn(const QString &pipeline, const QStringList &stages)
{
    Rows rows = m_database.run(u"SELECT json_extract(fields, '$.place.stage') "_s + fromDealsInPipeline, {pipeline});
    qint64 deals = 0;
    while (rows.next())
        deals += stages.contains(rows.text(0)) ? 1 : 0;
    return deals;
}

const CustomFields &CrmRecords::customFields()
{
    if (!m_customFields)
        m_customFields = readCustomFields();
    return *m_customFields;
}

void CrmRecords::forget(RecordKind written)
{
    if (written == RecordKind::CustomField || written == RecordKind::Workspace)
        forget();
}

CustomFields CrmRecords::readCustomFields()
{
    CustomFields fields;
    for (const RecordState &definition : all(RecordKind::CustomField))
        if (const auto rule = ruleFrom(definition))
            fields.rules[int(rule->first)].append(rule->second);
    const RecordState workspace = find(workspaceRecord())
                                      .value_or(RecordState{.record = workspaceRecord(),
                                                            .createdBy = {},
                                                            .fields = {{fields::statuses, firstStatuses()}},
                                                            .lists = {}});
    if (const auto statuses = ruleFrom(workspace))
        fields.rules[int(statuses->first)].append(statuses->second);
    return fields;
}

} // namespace frontdesk::server
