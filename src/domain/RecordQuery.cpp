// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RecordQuery.h"

#include "domain/RecordSchema.h"
#include "domain/SearchText.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array<std::pair<FilterTest, QLatin1String>, 8> tests{
    {{FilterTest::Is, QLatin1String("is")},
     {FilterTest::IsNot, QLatin1String("isNot")},
     {FilterTest::IsOneOf, QLatin1String("isOneOf")},
     {FilterTest::Contains, QLatin1String("contains")},
     {FilterTest::AtLeast, QLatin1String("atLeast")},
     {FilterTest::AtMost, QLatin1String("atMost")},
     {FilterTest::IsEmpty, QLatin1String("isEmpty")},
     {FilterTest::IsNotEmpty, QLatin1String("isNotEmpty")}}};

const QString createdAt = u"createdAt"_s;
const QString changedAt = u"changedAt"_s;

QJsonValue valueOf(const RecordState &record, const QString &field)
{
    if (field == createdAt)
        return record.createdAt;
    if (field == changedAt)
        return record.changedAt;
    return record.fields.contains(field) ? record.fields[field] : QJsonValue();
}

/// Nobody types an id, and parts of one look like words.
bool isId(FieldType type)
{
    return type == FieldType::Record || type == FieldType::AnyRecord || type == FieldType::Person;
}

/// A decimal number as text, as a defined field keeps one.
bool isDecimal(QStringView text)
{
    if (text.startsWith(u'-'))
        text = text.mid(1);
    const auto isDigit = [](QChar unit) { return unit >= u'0' && unit <= u'9'; };
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView rest = point < 0 ? QStringView() : text.mid(point + 1);
    return !whole.isEmpty() && whole.size() <= 15 && (point < 0 || !rest.isEmpty()) && rest.size() <= 4 &&
           std::all_of(whole.begin(), whole.end(), isDigit) && std::all_of(rest.begin(), rest.end(), isDigit);
}

bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
}

/// A decimal number as text whose order as text is that of the numbers.
QString ordered(const QString &decimal)
{
    const bool isNegative = decimal.startsWith(u'-');
    const QString digits = isNegative ? decimal.mid(1) : decimal;
    const qsizetype point = digits.indexOf(u'.');
    QString key = digits.left(point < 0 ? digits.size() : point).rightJustified(20, u'0') + u'.' +
                  (point < 0 ? QString() : digits.mid(point + 1)).leftJustified(4, u'0');
    if (!isNegative)
        return u'1' + key;
    for (QChar &unit : key)
        if (unit.isDigit())
            unit = QChar(u'9' - (unit.unicode() - u'0')); // the larger amount below zero comes first
    return u'0' + key;
}

/// As it is compared; an object stands for its amount or its stage.
QString comparable(const QJsonValue &value, bool mayBeNumber = false)
{
    if (mayBeNumber && value.isString() && isDecimal(value.toString()))
        return ordered(value.toString());
    if (value.isBool())
        return value.toBool() ? u"1"_s : u"0"_s;
    if (value.isDouble())
        return ordered(QString::number(value.toInteger()));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return object.contains("amount"_L1) ? ordered(object["amount"_L1].toString())
                                            : search::fold(object["stage"_L1].toString()).text;
    }
    return search::fold(value.toString()).text;
}

/// The wanted value in the form of what it is compared with.
QString comparableTo(const QJsonValue &found, const QJsonValue &wanted, bool mayBeNumber)
{
    const bool isAmount = found.isObject() && found.toObject().contains("amount"_L1);
    return isAmount && wanted.isString() ? ordered(wanted.toString()) : comparable(wanted, mayBeNumber);
}

/// Numbers of fields that somebody has defined are texts; those of a kind's own fields never are.
bool mayHoldNumbers(const QString &field)
{
    return field.startsWith("x:"_L1);
}

/// Whether one of several wanted values is met.
template <class Is>
bool anyOf(const QJsonValue &wanted, Is is)
{
    const QJsonArray values = wanted.toArray();
    return std::any_of(values.begin(), values.end(), is);
}

bool passesList(const QStringList &entries, const RecordFilter &filter)
{
    const QString wanted = comparable(filter.value);
    const auto is = [&](const QString &entry) { return comparable(entry) == wanted; };
    const auto contains = [&](const QString &entry) { return comparable(entry).contains(wanted); };
    switch (filter.test) {
    case FilterTest::Is:
        return std::any_of(entries.begin(), entries.end(), is);
    case FilterTest::IsNot:
        return std::none_of(entries.begin(), entries.end(), is);
    case FilterTest::IsOneOf:
        return anyOf(filter.value, [&](const QJsonValue &value) {
            return passesList(entries, {filter.field, FilterTest::Is, value});
        });
    case FilterTest::Contains:
        return std::any_of(entries.begin(), entries.end(), contains);
    case FilterTest::IsEmpty:
        return entries.isEmpty();
    case FilterTest::IsNotEmpty:
        return !entries.isEmpty();
    case FilterTest::AtLeast:
    case FilterTest::AtMost:
        return false; // a list has no order
    }
    Q_UNREACHABLE();
}

bool passesValue(QJsonValue found, const RecordFilter &filter)
{
    if (filter.value.isBool())
        found = found.toBool(); // a flag that was never set is not set
    const bool mayBeNumber = mayHoldNumbers(filter.field);
    const auto is = [&] { return comparable(found, mayBeNumber); };
    const auto wanted = [&] { return comparableTo(found, filter.value, mayBeNumber); };
    switch (filter.test) {
    case FilterTest::Is:
        return is() == wanted();
    case FilterTest::IsNot:
        return is() != wanted();
    case FilterTest::IsOneOf:
        return anyOf(filter.value, [&](const QJsonValue &value) {
            return passesValue(found, {filter.field, FilterTest::Is, value});
        });
    case FilterTest::Contains:
        return comparable(found).contains(comparable(filter.value));
    case FilterTest::AtLeast:
        return !isEmpty(found) && is() >= wanted();
    case FilterTest::AtMost:
        return !isEmpty(found) && is() <= wanted();
    case FilterTest::IsEmpty:
        return isEmpty(found);
    case FilterTest::IsNotEmpty:
        return !isEmpty(found);
    }
    Q_UNREACHABLE();
}

} // namespace

QString nameOf(FilterTest test)
{
    return std::find_if(tests.begin(), tests.end(), [&](const auto &entry) { return entry.first == test; })->second;
}

std::optional<FilterTest> filterTestFrom(const QString &name)
{
    const auto found =
        std::find_if(tests.begin(), tests.end(), [&](const auto &entry) { return entry.second == name; });
    return found == tests.end() ? std::nullopt : std::optional(found->first);
}

RecordFilter isOneOf(const QString &field, const QStringList &values)
{
    if (values.size() == 1)
        return {field, FilterTest::Is, values.first()};
    return {field, FilterTest::IsOneOf, QJsonArray::fromStringList(values)};
}

bool passes(const RecordState &record, const RecordQuery &query)
{
    if (record.record.kind != query.kind || record.fields[fields::deleted].toBool() != query.deleted)
        return false;
    return std::all_of(query.filters.begin(), query.filters.end(), [&](const RecordFilter &filter) {
        const auto list = record.lists.constFind(filter.field);
        return list != record.lists.constEnd() ? passesList(*list, filter)
                                               : passesValue(valueOf(record, filter.field), filter);
    });
}

QString recordText(const RecordState &record)
{
    const RecordSchema &schema = schemaOf(record.record.kind);
    QStringList texts;
    for (auto field = record.fields.begin(); field != record.fields.end(); ++field) {
        const FieldRule *rule = schema.field(field.key());
        if (field->isString() && !field->toString().isEmpty() && !(rule && isId(rule->type)))
            texts.append(field->toString());
    }
    for (const QStringList &list : record.lists)
        texts.append(list);
    if (record.record.kind == RecordKind::File)
        texts.append(record.fields[fields::file]["name"_L1].toString());
    return texts.join(u'\n');
}

QString sortKey(const RecordState &record, const QString &sortBy)
{
    if (const auto list = record.lists.constFind(sortBy); list != record.lists.constEnd())
        return list->isEmpty() ? QString() : comparable(list->first());
    const QJsonValue value = valueOf(record, sortBy);
    return isEmpty(value) ? QString() : comparable(value, mayHoldNumbers(sortBy));
}

QJsonObject toJson(const RecordQuery &query)
{
    QJsonArray filters;
    for (const RecordFilter &filter : query.filters)
        filters.append(
            QJsonObject{{u"field"_s, filter.field}, {u"test"_s, nameOf(filter.test)}, {u"value"_s, filter.value}});
    return {{u"text"_s, query.text},
            {u"filters"_s, filters},
            {u"sortBy"_s, query.sortBy},
            {u"descending"_s, query.descending}};
}

RecordQuery recordQueryFrom(RecordKind kind, const QJsonObject &object)
{
    RecordQuery query{.kind = kind,
                      .text = object["text"_L1].toString(),
                      .filters = {},
                      .sortBy = object["sortBy"_L1].toString(fields::name),
                      .descending = object["descending"_L1].toBool(),
                      .deleted = false};
    const QJsonArray filters = object["filters"_L1].toArray();
    for (const QJsonValue &entry : filters)
        if (const auto test = filterTestFrom(entry["test"_L1].toString()))
            query.filters.append({entry["field"_L1].toString(), *test, entry["value"_L1]});
    return query;
}

} // namespace frontdesk
