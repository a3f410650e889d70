// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "store/Store.h"

#include <QtCore/QJsonObject>

/// What frontdeskctl prints as JSON (docs/frontdeskctl.md).
namespace frontdesk::ctl {

QJsonObject describe(const connection::Status &status);
QJsonObject describe(const ConversationSummary &summary);
QJsonObject describe(const TimelineEntry &entry);
QJsonObject describe(const PendingCommand &pending);
QJsonObject describe(const store::Ledger &ledger);
/// A row of a record's history: what it says, who, when.
QJsonObject describe(const DecodedRow &row);

/// The name of a conversation for a person: its title, or who else is in it.
QString nameOf(const Conversation &conversation, const QHash<UserId, User> &users, const UserId &me);
/// What is shown for a record of the CRM: its name, or how its text begins.
QString nameOf(const RecordState &record);
QHash<UserId, User> byId(const QVector<User> &users);
QString nameOf(const UserId &user, const QHash<UserId, User> &users);

} // namespace frontdesk::ctl
