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

/// The name of a conversation for a person: its title, or who else is in it.
QString nameOf(const Conversation &conversation, const QHash<UserId, User> &users, const UserId &me);
QHash<UserId, User> byId(const QVector<User> &users);
QString nameOf(const UserId &user, const QHash<UserId, User> &users);

} // namespace frontdesk::ctl
