// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FieldReader.h"
#include "domain/Record.h"

/// What an administrator asks the audit log (docs/protocol.md, 3.7).
namespace frontdesk {

enum class AuditPart {
    All,
    Access,  ///< who signed in, or tried to, who was added, and who may do what
    Records, ///< contacts, companies, deals, tasks and notes
    Setup,   ///< what holds for everybody: pipelines, fields, saved views, teams, the workspace; and profiles
};

struct AuditQuery {
    AuditPart part = AuditPart::All;
    UserId actor;             ///< who did it; empty: anybody
    qint64 from = 0;          ///< milliseconds since 1970 UTC
    std::optional<qint64> to; ///< not included

    friend bool operator==(const AuditQuery &, const AuditQuery &) = default;
};

/// The kinds of records whose changes a part has.
QVector<RecordKind> recordKindsOf(AuditPart part);

QString nameOf(AuditPart part); ///< as on the wire; of all of it: empty
std::optional<AuditPart> partFrom(const QString &name);
QJsonObject toJson(const AuditQuery &query);
AuditQuery readAuditQuery(FieldReader &fields);

} // namespace frontdesk
