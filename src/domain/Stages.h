// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QString>
#include <QtCore/QVector>

/// The stages that the deals of a pipeline go through, as values (docs/protocol.md, 4.2). Pure; any thread.
namespace frontdesk {

struct Stage {
    QString id;
    QString name;
    int probability = 0; ///< per cent
    QString kind;        ///< "open", "won" or "lost"

    friend bool operator==(const Stage &, const Stage &) = default;
};

namespace limits {
inline constexpr int stages = 30; ///< of one pipeline
} // namespace limits

QVector<Stage> stagesFrom(const QJsonValue &stages);
QJsonArray toJson(const QVector<Stage> &stages);

/// Whether a deal can be won and lost in them: it could never be closed otherwise.
bool haveBothEnds(const QVector<Stage> &stages);
/// What is wrong with stages as they come over the wire, in words; empty: nothing.
QString problemWithStages(const QJsonValue &stages);

} // namespace frontdesk
