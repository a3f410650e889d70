// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DraftFields.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

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
        made.shape = DraftShape::Line;
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

struct Label {
    const char *target;
    const char *words;
};

constexpr Label labels[] = {
    {"name", QT_TRANSLATE_NOOP("Exchange", "Name")},
    {"givenName", QT_TRANSLATE_NOOP("Exchange", "First name")},
    {"familyName", QT_TRANSLATE_NOOP("Exchange", "Last name")},
    {"emails", QT_TRANSLATE_NOOP("Exchange", "E-mail")},
    {"phones", QT_TRANSLATE_NOOP("Exchange", "Phone")},
    {"company", QT_TRANSLATE_NOOP("Exchange", "Company")},
    {"job", QT_TRANSLATE_NOOP("Exchange", "Job title")},
    {"address", QT_TRANSLATE_NOOP("Exchange", "Address")},
    {"address.street", QT_TRANSLATE_NOOP("Exchange", "Street")},
    {"address.code", QT_TRANSLATE_NOOP("Exchange", "Postal code")},
    {"address.city", QT_TRANSLATE_NOOP("Exchange", "City")},
    {"address.region", QT_TRANSLATE_NOOP("Exchange", "Region")},
    {"address.country", QT_TRANSLATE_NOOP("Exchange", "Country")},
    {"status", QT_TRANSLATE_NOOP("Exchange", "Status")},
    {"owner", QT_TRANSLATE_NOOP("Exchange", "Owner")},
    {"tags", QT_TRANSLATE_NOOP("Exchange", "Tags")},
    {"note", QT_TRANSLATE_NOOP("Exchange", "Note")},
    {"website", QT_TRANSLATE_NOOP("Exchange", "Website")},
    {"value", QT_TRANSLATE_NOOP("Exchange", "Amount")},
    {"value.currency", QT_TRANSLATE_NOOP("Exchange", "Currency")},
    {"pipeline", QT_TRANSLATE_NOOP("Exchange", "Pipeline")},
    {"stage", QT_TRANSLATE_NOOP("Exchange", "Stage")},
    {"lostReason", QT_TRANSLATE_NOOP("Exchange", "Lost reason")},
    {"probability", QT_TRANSLATE_NOOP("Exchange", "Probability")},
    {"expectedClose", QT_TRANSLATE_NOOP("Exchange", "Expected close")},
    {"contact", QT_TRANSLATE_NOOP("Exchange", "Contact")},
};

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
    const auto found = std::find_if(std::begin(labels), std::end(labels),
                                    [&](const Label &label) { return target == L(label.target); });
    return found == std::end(labels) ? target : QCoreApplication::translate("Exchange", found->words);
}

} // namespace frontdesk::exchange
