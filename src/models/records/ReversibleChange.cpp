// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/ReversibleChange.h"

namespace frontdesk::models {

namespace {

/// A field that was never set holds what stands for nothing.
QJsonValue valueIn(const RecordState &state, const QString &field, const CustomFields &custom = {})
{
    if (state.fields.contains(field))
        return state.fields[field];
    const FieldRule *rule = ruleOf(state.record.kind, field, custom);
    switch (rule ? rule->type : FieldType::Text) {
    case FieldType::Flag: // of a defined one nobody has said no yet
        return isCustomField(field) ? QJsonValue() : QJsonValue(false);
    case FieldType::Percent:
    case FieldType::Time:
    case FieldType::Money:
    case FieldType::Place:
    case FieldType::File:
        return QJsonValue::Null;
    default:
        return QString();
    }
}

} // namespace

std::optional<ReversibleChange> changeOf(const RecordState &shown, const QJsonObject &set, const ListChanges &lists,
                                         const CustomFields &custom)
{
    ReversibleChange change{.record = shown.record, .set = {}, .before = {}, .lists = {}};
    for (auto field = set.begin(); field != set.end(); ++field) {
        const QJsonValue before = valueIn(shown, field.key(), custom);
        if (before == field.value())
            continue;
        change.set.insert(field.key(), field.value());
        change.before.insert(field.key(), before);
    }
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        const QStringList now = shown.lists.value(list.key());
        ListChange effect;
        for (const QString &entry : list->add)
            if (!now.contains(entry))
                effect.add.append(entry);
        for (const QString &entry : list->remove)
            if (now.contains(entry))
                effect.remove.append(entry);
        if (effect != ListChange{})
            change.lists.insert(list.key(), effect);
    }
    if (change.set.isEmpty() && change.lists.isEmpty())
        return {};
    return change;
}

std::optional<ReversibleChange> reverseOf(const ReversibleChange &done, const RecordState &shown)
{
    QJsonObject set;
    for (auto field = done.set.begin(); field != done.set.end(); ++field)
        if (valueIn(shown, field.key()) == field.value())
            set.insert(field.key(), done.before[field.key()]);
    ListChanges lists;
    for (auto list = done.lists.begin(); list != done.lists.end(); ++list)
        lists.insert(list.key(), {.add = list->remove, .remove = list->add});
    return changeOf(shown, set, lists);
}

bool canBeTakenBack(const ReversibleChange &done, const CustomFields &custom)
{
    for (auto field = done.before.begin(); field != done.before.end(); ++field)
        if (!checkedValue(done.record.kind, field.key(), field.value(), custom))
            return false;
    return true;
}

} // namespace frontdesk::models
