// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordWords.h"

#include "domain/FieldOrder.h"
#include "domain/Mentions.h"
#include "domain/RecordSchema.h"
#include "models/Formatting.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace frontdesk::models::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

/// Fields that are called the same in every kind of record.
QString commonFieldName(const QString &field)
{
    const QHash<QString, QString> names{
        {fields::name, Words::tr("Name")},
        {QStringLiteral("givenName"), Words::tr("First name")},
        {QStringLiteral("familyName"), Words::tr("Last name")},
        {fields::company, Words::tr("Company")},
        {fields::contact, Words::tr("Contact")},
        {fields::closed, Words::tr("Closed")},
        {QStringLiteral("job"), Words::tr("Job")},
        {QStringLiteral("address"), Words::tr("Address")},
        {QStringLiteral("website"), Words::tr("Website")},
        {fields::owner, Words::tr("Owner")},
        {fields::status, Words::tr("Status")},
        {fields::emails, Words::tr("E-mail")},
        {fields::phones, Words::tr("Phone")},
        {fields::tags, Words::tr("Tags")},
        {fields::value, Words::tr("Value")},
        {fields::place, Words::tr("Stage")},
        {QStringLiteral("probability"), Words::tr("Probability")},
        {QStringLiteral("expectedClose"), Words::tr("Expected close")},
        {fields::due, Words::tr("Due")},
        {QStringLiteral("reminder"), Words::tr("Reminder")},
        {fields::assignee, Words::tr("Assigned to")},
        {fields::done, Words::tr("Done")},
        {fields::about, Words::tr("About")},
        {fields::text, Words::tr("Text")},
        {fields::call, Words::tr("Call")},
        {fields::minutes, Words::tr("Minutes")},
        {fields::file, Words::tr("File")},
        {fields::picture, Words::tr("Picture")},
        {fields::deleted, Words::tr("In the bin")},
        {QStringLiteral("createdAt"), Words::tr("Created")},
        {QStringLiteral("changedAt"), Words::tr("Last change")},
        {fields::stages, Words::tr("Stages")},
        {fields::type, Words::tr("Type")},
        {fields::choices, Words::tr("Choices")},
        {fields::required, Words::tr("Required")},
        {fields::order, Words::tr("Place among the fields")},
        {fields::labels, Words::tr("Labels")},
        {fields::members, Words::tr("Members")},
        {fields::mentions, Words::tr("Mentioned")},
        {fields::mentionNames, Words::tr("Names of those who are mentioned")},
        {fields::visibility, Words::tr("Who sees whose contacts and deals")},
        {fields::statuses, Words::tr("Statuses")},
        {fields::revenueTarget, Words::tr("Target of a month")},
    };
    // Of a field that is not defined any more only the key is left.
    return names.value(field, isCustomField(field) ? field.section(QLatin1Char(':'), 1) : field);
}

} // namespace

QString fieldName(RecordKind kind, const QString &field)
{
    if (kind == RecordKind::Conversation && field == fields::title)
        return Words::tr("Name of the group");
    if (kind == RecordKind::Person && field == fields::displayName)
        return Words::tr("Your name");
    if (kind == RecordKind::Person && field == fields::about)
        return Words::tr("About you");
    return commonFieldName(field);
}

QString choiceName(const QString &choice)
{
    const QHash<QString, QString> names{
        {QStringLiteral("lead"), Words::tr("Lead")},
        {QStringLiteral("qualified"), Words::tr("Qualified")},
        {QStringLiteral("customer"), Words::tr("Customer")},
        {QStringLiteral("inactive"), Words::tr("Inactive")},
        {QStringLiteral("open"), Words::tr("Open")},
        {QStringLiteral("won"), Words::tr("Won")},
        {QStringLiteral("lost"), Words::tr("Lost")},
        {QStringLiteral("incoming"), Words::tr("Incoming call")},
        {QStringLiteral("outgoing"), Words::tr("Outgoing call")},
        {QStringLiteral("missed"), Words::tr("Missed call")},
    };
    return names.value(choice, choice);
}

QString kindName(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Conversation:
        return Words::tr("Conversation");
    case RecordKind::Person:
        return Words::tr("Person");
    case RecordKind::Contact:
        return Words::tr("Contact");
    case RecordKind::Company:
        return Words::tr("Company");
    case RecordKind::Deal:
        return Words::tr("Deal");
    case RecordKind::Task:
        return Words::tr("Task");
    case RecordKind::Note:
        return Words::tr("Note");
    case RecordKind::File:
        return Words::tr("File");
    case RecordKind::Pipeline:
        return Words::tr("Pipeline");
    case RecordKind::CustomField:
        return Words::tr("Field");
    case RecordKind::Segment:
        return Words::tr("View");
    case RecordKind::Team:
        return Words::tr("Team");
    case RecordKind::Workspace:
        return Words::tr("Workspace");
    }
    Q_UNREACHABLE();
}

QString newRecord(RecordKind kind, const QString &title)
{
    switch (kind) {
    case RecordKind::Contact:
        return Words::tr("The new contact “%1”").arg(title);
    case RecordKind::Company:
        return Words::tr("The new company “%1”").arg(title);
    case RecordKind::Deal:
        return Words::tr("The new deal “%1”").arg(title);
    case RecordKind::Task:
        return Words::tr("The new task “%1”").arg(title);
    case RecordKind::Note:
        return Words::tr("Your note “%1”").arg(title);
    case RecordKind::File:
        return Words::tr("Your file “%1”").arg(title);
    default:
        return Words::tr("What you made new, “%1”,").arg(title);
    }
}

QString titleOf(RecordKind kind, const QJsonObject &values)
{
    constexpr int longest = 80; // UTF-16 units
    if (kind == RecordKind::File)
        return formatting::oneLine(values[fields::file][QLatin1String("name")].toString(), longest);
    return formatting::oneLine(values[kind == RecordKind::Note ? fields::text : fields::name].toString(), longest);
}

} // namespace frontdesk::models::words
