// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DraftFields.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using L = QLatin1String;

constexpr int longestName = 200;
constexpr int longestPersonsName = 100;
constexpr int longestAddress = 500;
constexpr int longestLink = 300;
constexpr int longestNote = 10'000;
constexpr int longestEmail = 254;
constexpr int longestPhone = 50;
constexpr int longestTag = 50;
constexpr int longestCustom = 500;

DraftField field(const char *target, DraftShape shape, int longest = 0)
{
    return {.target = QString::fromLatin1(target), .shape = shape, .longest = longest};
}

QVector<DraftField> address()
{
    return {field("address", DraftShape::Lines, longestAddress),
            field("address.street", DraftShape::Part),
            field("address.code", DraftShape::Part),
            field("address.city", DraftShape::Part),
            field("address.region", DraftShape::Part),
            field("address.country", DraftShape::Part)};
}

QVector<DraftField> contact()
{
    return QVector<DraftField>{field("name", DraftShape::Line, longestName),
                               field("givenName", DraftShape::Line, longestPersonsName),
                               field("familyName", DraftShape::Line, longestPersonsName),
                               field("emails", DraftShape::List, longestEmail),
                               field("phones", DraftShape::List, longestPhone),
                               field("company", DraftShape::Name, longestName),
                               field("job", DraftShape::Line, longestName)} +
           address() +
           QVector<DraftField>{field("status", DraftShape::Status), field("owner", DraftShape::Name, longestName),
                               field("tags", DraftShape::List, longestTag),
                               field("note", DraftShape::Note, longestNote)};
}

QVector<DraftField> company()
{
    return QVector<DraftField>{
               field("name", DraftShape::Line, longestName), field("website", DraftShape::Link, longestLink),
               field("emails", DraftShape::List, longestEmail), field("phones", DraftShape::List, longestPhone)} +
           address() +
           QVector<DraftField>{field("owner", DraftShape::Name, longestName),
                               field("tags", DraftShape::List, longestTag),
                               field("note", DraftShape::Note, longestNote)};
}

QVector<DraftField> deal()
{
    return {field("name", DraftShape::Line, longestName),    field("value", DraftShape::Amount),
            field("value.currency", DraftShape::Currency),   field("pipeline", DraftShape::Name, longestName),
            field("stage", DraftShape::Name, longestName),   field("lostReason", DraftShape::Name, longestName),
            field("probability", DraftShape::Percent),       field("expectedClose", DraftShape::Day),
            field("contact", DraftShape::Name, longestName), field("company", DraftShape::Name, longestName),
            field("owner", DraftShape::Name, longestName),   field("tags", DraftShape::List, longestTag),
            field("note", DraftShape::Note, longestNote)};
}

DraftField custom(const CustomField &definition)
{
    DraftField made{.target = QStringLiteral("x:") + definition.key};
    switch (definition.type) {
    case CustomType::Text:
        made.shape = DraftShape::Lines;
        made.longest = longestCustom;
        break;
    case CustomType::Number:
        made.shape = DraftShape::Number;
        break;
    case CustomType::Date:
        made.shape = DraftShape::Day;
        break;
    case CustomType::Choice:
        made.shape = DraftShape::Choice;
        made.choices = definition.choices;
        break;
    case CustomType::YesNo:
        made.shape = DraftShape::YesNo;
        break;
    case CustomType::Link:
        made.shape = DraftShape::Link;
        made.longest = longestLink;
        break;
    }
    return made;
}

QHash<QString, QString> labels()
{
    return {{QStringLiteral("name"), Words::tr("Name")},
            {QStringLiteral("givenName"), Words::tr("First name")},
            {QStringLiteral("familyName"), Words::tr("Last name")},
            {QStringLiteral("emails"), Words::tr("E-mail")},
            {QStringLiteral("phones"), Words::tr("Phone")},
            {QStringLiteral("company"), Words::tr("Company")},
            {QStringLiteral("job"), Words::tr("Job title")},
            {QStringLiteral("address"), Words::tr("Address")},
            {QStringLiteral("address.street"), Words::tr("Street")},
            {QStringLiteral("address.code"), Words::tr("Postal code")},
            {QStringLiteral("address.city"), Words::tr("City")},
            {QStringLiteral("address.region"), Words::tr("Region")},
            {QStringLiteral("address.country"), Words::tr("Country")},
            {QStringLiteral("status"), Words::tr("Status")},
            {QStringLiteral("owner"), Words::tr("Owner")},
            {QStringLiteral("tags"), Words::tr("Tags")},
            {QStringLiteral("note"), Words::tr("Note")},
            {QStringLiteral("website"), Words::tr("Website")},
            {QStringLiteral("value"), Words::tr("Amount")},
            {QStringLiteral("value.currency"), Words::tr("Currency")},
            {QStringLiteral("pipeline"), Words::tr("Pipeline")},
            {QStringLiteral("stage"), Words::tr("Stage")},
            {QStringLiteral("lostReason"), Words::tr("Lost reason")},
            {QStringLiteral("probability"), Words::tr("Probability")},
            {QStringLiteral("expectedClose"), Words::tr("Expected close")},
            {QStringLiteral("contact"), Words::tr("Contact")}};
}

} // namespace

QVector<DraftField> draftFieldsOf(const QString &kind, const QVector<CustomField> &customFields)
{
    QVector<DraftField> fields = kind == L("contact")   ? contact()
                                 : kind == L("company") ? company()
                                 : kind == L("deal")    ? deal()
                                                        : QVector<DraftField>();
    for (const CustomField &definition : fields.isEmpty() ? QVector<CustomField>() : customFields)
        fields.append(custom(definition));
    return fields;
}

std::optional<DraftField> draftField(const QString &kind, const QString &target, const QVector<CustomField> &customs)
{
    const QVector<DraftField> fields = draftFieldsOf(kind, customs);
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const DraftField &each) { return each.target == target; });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

QString labelOf(const QString &target, const QVector<CustomField> &customFields)
{
    for (const CustomField &definition : customFields) {
        if (target == QStringLiteral("x:") + definition.key)
            return definition.name;
    }
    return labels().value(target, target);
}

} // namespace frontdesk::exchange
