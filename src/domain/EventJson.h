// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"

#include <QtCore/QJsonObject>

/// The payloads of the journal's rows (docs/protocol.md, 3.3) in domain terms; used by both sides of the wire.
namespace frontdesk {

QJsonObject toJson(const RecordEntered &entered);
QJsonObject toJson(const RecordChanged &change);

/// The payload of a row in domain terms. UnknownEvent for an event or a payload that this version does not
/// understand.
LastingEvent eventFromJson(const QString &event, const QJsonObject &payload);
DecodedRow decodeRow(JournalRow row);

} // namespace frontdesk
