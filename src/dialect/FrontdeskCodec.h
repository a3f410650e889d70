// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

/// Frontdesk's own protocol (docs/protocol.md) as pure functions between JSON and domain values. Whatever arrives is
/// checked: a wrong type is an error with the field's name.
namespace frontdesk::dialect::codec {

inline constexpr int protocolVersion = 1;

QJsonObject encodeGreeting(const Greeting &greeting);
QJsonObject encodeCommand(const Command &command);

/// An answer through an ack is {"ok": true, …} or {"ok": false, "error"}.
CommandAnswer decodeCommandAnswer(const QJsonArray &arguments);
Result<JournalBatch> decodePage(const QJsonArray &arguments);
Result<SnapshotPart> decodeSnapshot(const QJsonArray &arguments);
Result<QVector<DecodedRow>> decodeRows(const QJsonArray &arguments);
Result<QVector<CommandId>> decodeKnown(const QJsonArray &arguments);
Result<HistoryPart> decodeHistory(const QJsonArray &arguments);
Result<RecordHistoryPart> decodeRecordHistory(const QJsonArray &arguments);
Result<AuditPage> decodeAudit(const QJsonArray &arguments);
Result<search::Page> decodeSearch(const QJsonArray &arguments);
Result<ActivitiesPart> decodeActivities(const QJsonArray &arguments);
Result<figures::Answer> decodeFigures(const QJsonArray &arguments);
Result<qint64> decodeHave(const QJsonArray &arguments);
/// `bytes`: what came beside the JSON.
Result<FilePart> decodeFilePart(const QJsonArray &arguments, const std::optional<QByteArray> &bytes);
Result<Done> decodeDone(const QJsonArray &arguments);
Result<Pong> decodePong(const QJsonArray &arguments);

/// What the server says unasked.
struct SessionEnded {
    Error reason;
};
struct Notice {
    Error error;
};
/// An event that this version does not know.
struct Ignored {};
using Incoming =
    std::variant<Ignored, Ready, JournalBatch, QVector<PassingEvent>, figures::Delta, SessionEnded, Notice>;
Result<Incoming> decodeEvent(const QString &event, const QJsonArray &arguments);

/// The data of a CONNECT_ERROR.
Error decodeRefusal(const QString &message, const QJsonObject &data);

} // namespace frontdesk::dialect::codec
