// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

/// In which order the fields stand that are defined for one kind of record. Pure.
namespace frontdesk {

namespace fields {
inline const QString order = QStringLiteral("order"); ///< of a definition: its place, a decimal number; or empty
}

/// By their numbers; behind those the ones without, as they come.
void sortByOrder(QVector<RecordState> &definitions);

/// What numbers definitions get when one of them moves to another place, by record: mostly one, its own, so that two
/// people who move different ones do not meet. `definitions`: in their order; both places are in it.
QHash<RecordRef, QString> orderAfterMove(const QVector<RecordState> &definitions, qsizetype from, qsizetype to);

} // namespace frontdesk
