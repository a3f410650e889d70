// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Audit.h"

#include <array>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array parts{AuditPart::All, AuditPart::Access, AuditPart::Records, AuditPart::Setup};

} // namespace

std::optional<AuditPart> partFrom(const QString &name)
{
    for (const AuditPart part : parts)
        if (nameOf(part) == name)
            return part;
    return {};
}

QVector<RecordKind> recordKindsOf(AuditPart part)
{
    const QVector<RecordKind> records{RecordKind::Contact, RecordKind::Company, RecordKind::Deal,
                                      RecordKind::Task,    RecordKind::Note,    RecordKind::File};
    const QVector<RecordKind> setup{RecordKind::Pipeline, RecordKind::CustomField, RecordKind::Segment,
                                    RecordKind::Team,     RecordKind::Workspace,   RecordKind::Person};
    switch (part) {
    case AuditPart::All:
        return records + setup;
    case AuditPart::Access:
        return {};
    case AuditPart::Records:
        return records;
    case AuditPart::Setup:
        return setup;
    }
    Q_UNREACHABLE();
}

QString nameOf(AuditPart part)
{
    switch (part) {
    case AuditPart::All:
        return {};
    case AuditPart::Access:
        return u"access"_s;
    case AuditPart::Records:
        return u"records"_s;
    case AuditPart::Setup:
        return u"setup"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const AuditQuery &query)
{
    QJsonObject json;
    if (query.part != AuditPart::All)
        json.insert(u"part"_s, nameOf(query.part));
    if (!query.actor.isEmpty())
        json.insert(u"actor"_s, query.actor.text());
    if (query.from > 0)
        json.insert(u"from"_s, query.from);
    if (query.to)
        json.insert(u"to"_s, *query.to);
    return json;
}

AuditQuery readAuditQuery(FieldReader &fields)
{
    return {.part = fields.has("part"_L1) ? fields.choice("part"_L1, partFrom) : AuditPart::All,
            .actor = UserId(fields.optionalText("actor"_L1)),
            .from = fields.optionalInteger("from"_L1).value_or(0),
            .to = fields.optionalInteger("to"_L1)};
}

} // namespace frontdesk
