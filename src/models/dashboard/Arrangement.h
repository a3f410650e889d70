// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

/// The order in which a person has put things. Pure.
namespace frontdesk::models {

/// `names` in the order that somebody chose once: what has come since stands behind, what has gone is left out.
QStringList arranged(const QStringList &names, const QStringList &chosen);

/// With one of them at another place; a place outside is the nearest one inside.
QStringList moved(QStringList names, const QString &name, qsizetype to);

} // namespace frontdesk::models
