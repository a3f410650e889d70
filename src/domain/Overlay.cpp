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

} // namespace

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

} // namespace frontdesk
