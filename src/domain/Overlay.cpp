// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Overlay.h"

namespace frontdesk {

namespace {

/// Changes of records that may still happen, oldest first.
template <class Use>
void eachWaitingChange(const QVector<PendingCommand> &pending, Use use)
{
    for (const PendingCommand &command : pending)
        if (const auto *change = std::get_if<ChangeRecord>(&command.command.body);
            change && command.state != Delivery::Refused)
            use(*change);
}

/// A list after a change, sorted.
QStringList withChange(QStringList list, const ListChange &change)
{
    for (const QString &entry : change.add)
        if (!list.contains(entry))
            list.append(entry);
    for (const QString &entry : change.remove)
        list.removeAll(entry);
    list.sort();
    return list;
}

RecordState created(const CreateRecord &create, const UserId &me, qint64 at)
{
    RecordState state{.record = create.record,
                      .version = 1,
                      .createdBy = me,
                      .createdAt = at,
                      .changedAt = at,
                      .fields = create.set,
                      .lists = create.lists};
    for (QStringList &list : state.lists)
        list.sort();
    return state;
}

} // namespace

RecordState withChange(RecordState state, const RecordChanged &change, qint64 at)
{
    for (auto field = change.set.begin(); field != change.set.end(); ++field)
        state.fields.insert(field.key(), field.value());
    for (auto list = change.lists.begin(); list != change.lists.end(); ++list)
        state.lists[list.key()] = withChange(state.lists.value(list.key()), *list);
    state.version = std::max(state.version, change.version);
    state.changedAt = std::max(state.changedAt, at);
    return state;
}

std::optional<RecordState> overlay(const RecordRef &record, std::optional<RecordState> confirmed,
                                   const QVector<PendingCommand> &pending, const UserId &me)
{
    for (const PendingCommand &command : pending) {
        if (command.state == Delivery::Refused)
            continue;
        if (const auto *create = std::get_if<CreateRecord>(&command.command.body);
            create && create->record == record && !confirmed)
            confirmed = created(*create, me, command.command.at);
        if (const auto *change = std::get_if<ChangeRecord>(&command.command.body);
            change && change->record == record && confirmed)
            confirmed = withChange(*std::move(confirmed),
                                   {.record = record, .version = 0, .set = change->set, .lists = change->lists},
                                   command.command.at);
    }
    return confirmed;
}

User overlay(User confirmed, const QVector<PendingCommand> &pending)
{
    eachWaitingChange(pending, [&](const ChangeRecord &change) {
        if (change.record != recordOf(confirmed.id))
            return;
        if (const auto name = change.set.constFind(fields::displayName); name != change.set.constEnd())
            confirmed.displayName = name->toString();
        if (const auto about = change.set.constFind(fields::about); about != change.set.constEnd())
            confirmed.about = about->toString();
    });
    return confirmed;
}

QVector<Conflict> overlay(QVector<Conflict> confirmed, const QVector<PendingCommand> &pending)
{
    eachWaitingChange(pending, [&](const ChangeRecord &change) {
        confirmed.removeIf([&](const Conflict &conflict) {
            return conflict.id == change.resolves && conflict.record == change.record;
        });
    });
    return confirmed;
}

QHash<QString, QJsonValue> overlay(QHash<QString, QJsonValue> confirmed, const QVector<PendingCommand> &pending)
{
    for (const PendingCommand &command : pending)
        if (const auto *own = std::get_if<SetOwnValue>(&command.command.body);
            own && command.state != Delivery::Refused)
            confirmed.insert(own->key, own->value);
    confirmed.removeIf([](const auto &own) { return own.value().isNull(); });
    return confirmed;
}

QJsonObject seenBefore(const ChangeRecord &change, const Conversation &shown)
{
    QJsonObject was;
    if (change.set.contains(fields::title))
        was.insert(fields::title, shown.title);
    if (change.set.contains(fields::contact))
        was.insert(fields::contact, shown.contact);
    if (change.set.contains(fields::closed))
        was.insert(fields::closed, shown.closed);
    return was;
}

QJsonObject seenBefore(const ChangeRecord &change, const User &shown)
{
    QJsonObject was;
    if (change.set.contains(fields::displayName))
        was.insert(fields::displayName, shown.displayName);
    if (change.set.contains(fields::about))
        was.insert(fields::about, shown.about);
    return was;
}

QJsonObject seenBefore(const ChangeRecord &change, const RecordState &shown)
{
    QJsonObject was;
    for (auto field = change.set.begin(); field != change.set.end(); ++field)
        was.insert(field.key(), shown.fields.contains(field.key()) ? shown.fields[field.key()] : QJsonValue());
    return was;
}

} // namespace frontdesk
