// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchText.h"
#include "domain/Types.h"

#include <QtCore/QJsonObject>
#include <QtCore/QVector>

#include <functional>

namespace frontdesk::fields {
inline const QString mentions = QStringLiteral("mentions");         ///< a list of a note: ids of users
inline const QString mentionNames = QStringLiteral("mentionNames"); ///< of a note: {user id: how they stand in it}
} // namespace frontdesk::fields

/// People whom a note is addressed to, who stand in its text as "@" and their name. Pure.
namespace frontdesk::mentions {

/// By user id how somebody is called in a text. On the wire as well: people are called something else later.
using Names = QHash<UserId, QString>;

Names namesFrom(const QJsonObject &kept);
QJsonObject toJson(const Names &names);

/// Those of `names` who stand in the text.
Names standingIn(const QString &text, const Names &names);

struct Shown {
    QString text;
    QVector<search::Range> marks; ///< where people stand in it, in order, with their "@"
    friend bool operator==(const Shown &, const Shown &) = default;
};
/// The text with today's names.
Shown shown(const QString &text, const Names &written, const std::function<QString(const UserId &)> &nameOf);

} // namespace frontdesk::mentions
