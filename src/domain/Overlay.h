// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "domain/Event.h"

#include <QtCore/QHash>

/// Confirmed ⊕ pending for what is no conversation (domain/Timeline.h): what a refused command says is not shown as if
/// it had happened. Pure.
namespace frontdesk {

/// A person with the changes of their profile that wait in the outbox.
User overlay(User confirmed, const QVector<PendingCommand> &pending);

/// A record of the CRM with what waits for it; nothing when it is neither confirmed nor being made. Who makes it is
/// `me`.
std::optional<RecordState> overlay(const RecordRef &record, std::optional<RecordState> confirmed,
                                   const QVector<PendingCommand> &pending, const UserId &me);

/// The record after a change that others see; `at` is when, in milliseconds since 1970 UTC. Its version does not fall.
RecordState withChange(RecordState state, const RecordChanged &change, qint64 at);

/// The open conflicts without those that a waiting change decides.
QVector<Conflict> overlay(QVector<Conflict> confirmed, const QVector<PendingCommand> &pending);

/// Own values by key; one that is null is not there.
QHash<QString, QJsonValue> overlay(QHash<QString, QJsonValue> confirmed, const QVector<PendingCommand> &pending);

/// What the change's author saw of its fields: `shown` is the record with everything that waits.
QJsonObject seenBefore(const ChangeRecord &change, const Conversation &shown);
QJsonObject seenBefore(const ChangeRecord &change, const User &shown);
QJsonObject seenBefore(const ChangeRecord &change, const RecordState &shown);

} // namespace frontdesk
