// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QString>
#include <QtCore/QVector>

/// What a contact's status may be, as the workspace says it (docs/protocol.md, 4.2). Pure; any thread.
namespace frontdesk {

struct Status {
    QString id;
    QString name;
    QString color = {}; ///< the name of one of the theme's colours; empty: none is chosen

    friend bool operator==(const Status &, const Status &) = default;
};

namespace limits {
inline constexpr int statuses = 30; ///< of one workspace
} // namespace limits

QVector<Status> statusesFrom(const QJsonValue &statuses);
QJsonArray toJson(const QVector<Status> &statuses);

} // namespace frontdesk
