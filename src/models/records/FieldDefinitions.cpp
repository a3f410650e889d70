// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FieldDefinitions.h"

#include "domain/FieldOrder.h"
#include "domain/SearchText.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace frontdesk::models {

FieldDefinitions::FieldDefinitions(sync::Session &session, const WorkspaceSettings &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_refresh(
          this, [&session] { return session.store().recordsOf(RecordKind::CustomField); },
          [this](QVector<RecordState> definitions) {
              sortByOrder(definitions);
              show(m_definitions, definitions);
          })
    , m_refreshBin(
          this, [&session] { return session.store().recordsOf(RecordKind::CustomField, true); },
          [this](const QVector<RecordState> &definitions) { show(m_binned, definitions); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        const bool concerns = std::any_of(changes.records.begin(), changes.records.end(), [](const RecordRef &record) {
            return record.kind == RecordKind::CustomField;
        });
        if (!changes.everything && !concerns)
            return;
        m_refresh.request();
        m_refreshBin.request();
    });
    connect(&workspace, &WorkspaceSettings::changed, this, &FieldDefinitions::rebuild);
    m_refresh.request();
    m_refreshBin.request();
    rebuild();
}

void FieldDefinitions::show(QVector<RecordState> &place, const QVector<RecordState> &definitions)
{
    if (place == definitions)
        return;
    place = definitions;
    rebuild();
}

void FieldDefinitions::rebuild()
{
    m_rules = {};
    // No name is forgotten: on its way to the bin and back a field is in neither list for a moment.
    const auto call = [this](RecordKind kind, const RecordState &definition) {
        m_names.insert({int(kind), customFieldName(definition.fields[fields::key].toString())},
                       definition.fields[fields::name].toString());
    };
    for (const RecordState &definition : std::as_const(m_binned))
        if (const auto kind = recordKindFrom(definition.fields[fields::of].toString()))
            call(*kind, definition);
    for (const RecordState &definition : std::as_const(m_definitions)) {
        const auto rule = ruleFrom(definition);
        if (!rule)
            continue;
        m_rules.rules[int(rule->first)].append(rule->second);
        call(rule->first, definition);
    }
    FieldRule status = *schemaOf(RecordKind::Contact).field(fields::status);
    status.choices.clear();
    for (const Status &one : m_workspace.statuses())
        status.choices.append(one.id);
    status.isOpen = false;
    m_rules.rules[int(RecordKind::Contact)].append(status);
    Q_EMIT changed();
}

QVector<RecordState> FieldDefinitions::of(RecordKind kind) const
{
    QVector<RecordState> found;
    for (const RecordState &definition : m_definitions)
        if (definition.fields[fields::of] == frontdesk::nameOf(kind))
            found.append(definition);
    return found;
}

QString FieldDefinitions::nameOf(RecordKind kind, const QString &field) const
{
    return m_names.value({int(kind), field});
}

QString FieldDefinitions::freeKey(RecordKind kind, const QString &name) const
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    constexpr int longest = 30; // leaves room for a number
    QStringList parts = search::fold(name).text.split(others, Qt::SkipEmptyParts);
    const QString key = parts.isEmpty() ? QStringLiteral("field") : parts.join(QLatin1Char('-')).left(longest);
    QString free = key;
    for (int number = 2; m_names.contains({int(kind), customFieldName(free)}); ++number)
        free = key + QLatin1Char('-') + QString::number(number);
    return free;
}

} // namespace frontdesk::models
