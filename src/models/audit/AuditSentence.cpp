// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/AuditSentence.h"

#include "domain/Audit.h"
#include "models/Formatting.h"
#include "models/RecordWords.h"
#include "models/records/RecordSentence.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditSentence)
};

QString roleName(const QString &role)
{
    if (role == "reader"_L1)
        return Words::tr("may only read");
    if (role == "agent"_L1)
        return Words::tr("agent");
    if (role == "manager"_L1)
        return Words::tr("manager");
    return Words::tr("administrator");
}

/// "10.0.0.7 (Laptop)"
QString placeOf(const QJsonObject &payload)
{
    const QString device = payload["device"_L1].toString();
    const QString address = payload["address"_L1].toString();
    return device.isEmpty() ? address : Words::tr("%1 (%2)", "address, device").arg(address, device);
}

QString accessSentence(const JournalRow &row, const Directory &directory)
{
    const QJsonObject &payload = row.payload;
    const QString who = directory.nameOf(row.actor);
    const QString whom = directory.nameOf(UserId(payload["user"_L1].toString()));
    if (row.event == "session:opened"_L1)
        return Words::tr("%1 signed in from %2").arg(who, placeOf(payload));
    if (row.event == "session:closed"_L1)
        return Words::tr("%1 signed out").arg(who);
    if (row.event == "session:refused"_L1)
        return Words::tr("Somebody could not sign in as “%1” from %2, %n time(s)", nullptr, payload["times"_L1].toInt())
            .arg(payload["name"_L1].toString(), payload["address"_L1].toString());
    if (row.event == "session:stolen"_L1)
        return Words::tr("A copy of the sign-in of %1 was used from %2; it was ended")
            .arg(who, payload["address"_L1].toString());
    if (row.event == "account:added"_L1)
        return Words::tr("%1 was added: %2", "who, which role").arg(whom, roleName(payload["role"_L1].toString()));
    if (row.event == "account:role"_L1)
        return Words::tr("%1 has another role: %2 → %3")
            .arg(whom, roleName(payload["was"_L1].toString()), roleName(payload["role"_L1].toString()));
    return Words::tr("Something that this version does not know: %1").arg(row.event);
}

/// What was set for everybody: pipelines, fields, teams and the like have values that no sentence can hold.
QString setupSentence(const DecodedRow &row, const RecordChanged &change, const RecordTexts &texts)
{
    QStringList what;
    for (auto field = change.set.begin(); field != change.set.end(); ++field) {
        const QString name = texts.fieldName(change.record.kind, field.key());
        const QJsonValue before = change.was.value(field.key());
        what.append(field->isString()
                        ? Words::tr("%1: %2 → %3", "field: old → new")
                              .arg(name, formatting::oneLine(before.toString()), formatting::oneLine(field->toString()))
                        : name);
    }
    for (auto list = change.lists.begin(); list != change.lists.end(); ++list)
        what.append(words::fieldName(change.record.kind, list.key()));
    const QString who = texts.directory().nameOf(row.row.actor);
    const QString name = change.record.kind == RecordKind::Person ? texts.directory().nameOf(UserId(change.record.id))
                                                                  : texts.names().nameOf(change.record);
    return Words::tr("%1 changed %2 of %3", "who, fields, “Sales”")
        .arg(who, what.join(u"; "_s), name.isEmpty() ? words::kindName(change.record.kind) : name);
}

} // namespace

QString auditSentence(const DecodedRow &row, const RecordTexts &texts)
{
    const auto record = recordOf(row);
    if (!record)
        return accessSentence(row.row, texts.directory());
    const auto *change = std::get_if<RecordChanged>(&row.event);
    if (change && recordKindsOf(AuditPart::Setup).contains(record->kind) && !change->set.contains(fields::deleted))
        return setupSentence(row, *change, texts);
    return recordSentence(row, RecordRef{}, texts);
}

} // namespace frontdesk::models
