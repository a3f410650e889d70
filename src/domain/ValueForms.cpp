// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ValueForms.h"

#include "domain/FileRef.h"
#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/Stages.h"
#include "domain/Statuses.h"
#include "domain/Types.h"

#include <QtCore/QDate>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace frontdesk {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int longestObject = 10'000; ///< bytes of its JSON
constexpr int mostChoices = 200;

bool isDay(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    return form.match(text).hasMatch() && QDate::fromString(text, Qt::ISODate).isValid();
}

/// A decimal number as it is kept: an optional minus, digits, perhaps a point and more digits.
bool isDecimal(const QString &text)
{
    static const QRegularExpression form(u"^-?[0-9]{1,15}(\\.[0-9]{1,4})?$"_s);
    return form.match(text).hasMatch();
}

bool isMoney(const QJsonObject &money)
{
    return money.size() == 2 && isDecimal(money["amount"_L1].toString()) && money::fromJson(money).ok();
}

bool isPlace(const QJsonObject &place)
{
    const QJsonValue lostReason = place["lostReason"_L1];
    const qsizetype expected = lostReason.isString() ? 3 : 2;
    return place.size() == expected && isCanonicalUuid(place["pipeline"_L1].toString()) &&
           isCanonicalUuid(place["stage"_L1].toString()) && codePoints(lostReason.toString()) <= limits::title;
}

bool areTexts(const QJsonArray &texts)
{
    return texts.size() <= mostChoices && std::all_of(texts.begin(), texts.end(), [](const QJsonValue &text) {
               return text.isString() && codePoints(text.toString()) <= limits::title;
           });
}

bool isStatus(const QJsonObject &status)
{
    const QString name = status["name"_L1].toString();
    const bool hasColor = status.contains("color"_L1);
    return status.size() == (hasColor ? 3 : 2) && isKey(status["id"_L1].toString()) && !name.trimmed().isEmpty() &&
           codePoints(name) <= limits::label && (!hasColor || isKey(status["color"_L1].toString()));
}

bool areStatuses(const QJsonArray &statuses)
{
    const QStringList ids = idsOf(statuses);
    return !statuses.isEmpty() && statuses.size() <= limits::statuses &&
           QSet(ids.begin(), ids.end()).size() == ids.size() &&
           std::all_of(statuses.begin(), statuses.end(),
                       [](const QJsonValue &status) { return isStatus(status.toObject()); });
}

QString problemWithFile(const FieldRule &rule, const QJsonValue &value)
{
    const auto file = fileFromJson(value);
    if (!file)
        return file.error().message;
    if (value.toObject().size() != toJson(file.value()).size())
        return u"It must have nothing but the hash, name, size and type of a file."_s;
    return rule.choices.isEmpty() || rule.choices.contains(file.value().type)
               ? QString()
               : u"It must be one of: %1."_s.arg(rule.choices.join(u", "_s));
}

} // namespace

bool isKey(const QString &text)
{
    static const QRegularExpression form(u"^[a-z0-9-]{1,40}$"_s);
    return form.match(text).hasMatch();
}

QStringList idsOf(const QJsonArray &statuses)
{
    QStringList ids;
    for (const QJsonValue &status : statuses)
        ids.append(status["id"_L1].toString());
    return ids;
}

qsizetype jsonBytes(const QJsonValue &value)
{
    // A document is a list or an object; the brackets are not the value's.
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).size() - 2;
}

bool isNestedDeeper(const QJsonValue &value, int levels)
{
    const auto inside = [levels](const QJsonValue &each) { return isNestedDeeper(each, levels - 1); };
    const QJsonArray list = value.toArray();
    const QJsonObject object = value.toObject();
    return (levels == 0 && (value.isArray() || value.isObject())) || std::any_of(list.begin(), list.end(), inside) ||
           std::any_of(object.begin(), object.end(), inside);
}

QString problemWith(const FieldRule &rule, const QJsonValue &value)
{
    const QString text = value.toString();
    const bool isEmptyText = value.isString() && text.isEmpty();
    switch (rule.type) {
    case FieldType::Flag:
        return value.isBool() ? QString() : u"It must be yes or no."_s;
    case FieldType::Percent: {
        const qint64 percent = value.toInteger(-1);
        return value.isNull() || (percent >= 0 && percent <= 100) ? QString() : u"It must be between 0 and 100."_s;
    }
    case FieldType::Number:
        return isEmptyText || isDecimal(text) ? QString() : u"It must be a number such as 12.5."_s;
    case FieldType::Day:
        return isEmptyText || isDay(text) ? QString() : u"It must be a date such as 2026-11-29."_s;
    case FieldType::Time:
        return value.isNull() || value.toInteger(-1) >= 0 ? QString() : u"It must be a point in time."_s;
    case FieldType::Choice:
        return rule.choices.contains(text) || (isEmptyText && !rule.required) || (rule.isOpen && isKey(text))
                   ? QString()
                   : u"It must be one of: %1."_s.arg(rule.choices.join(u", "_s));
    case FieldType::Money:
        return value.isNull() || isMoney(value.toObject()) ? QString() : u"It must be an amount with a currency."_s;
    case FieldType::Place:
        return value.isNull() || isPlace(value.toObject()) ? QString() : u"It must be a stage of a pipeline."_s;
    case FieldType::Record:
    case FieldType::Person:
        return isEmptyText || isCanonicalUuid(text) ? QString() : u"It must be a lower-case UUID."_s;
    case FieldType::AnyRecord: {
        const auto record = RecordRef::from(text);
        return isEmptyText || (record && isCanonicalUuid(record->id)) ? QString() : u"It must name a record."_s;
    }
    case FieldType::Stages:
        return problemWithStages(value);
    case FieldType::Statuses:
        return value.isArray() && areStatuses(value.toArray())
                   ? QString()
                   : u"It must be a list of statuses, each with an id of its own and a name."_s;
    case FieldType::Texts:
        return value.isArray() && areTexts(value.toArray()) ? QString() : u"It must be a list of texts."_s;
    case FieldType::File:
        return value.isNull() ? QString() : problemWithFile(rule, value);
    case FieldType::Object:
        return value.isObject() && jsonBytes(value) <= longestObject ? QString()
                                                                     : u"It must be an object that is not too large."_s;
    case FieldType::Text:
    case FieldType::Link:
    case FieldType::Lines:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace frontdesk
