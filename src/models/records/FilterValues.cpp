// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FilterValues.h"

#include "models/records/FieldText.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace frontdesk::models::filters {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterValues)
};

const QStringList times{u"createdAt"_s, u"changedAt"_s};

/// What kind of value it has; a list holds texts.
FieldType typeOf(RecordKind kind, const QString &field, const CustomFields &custom)
{
    if (times.contains(field))
        return FieldType::Time;
    const FieldRule *rule = ruleOf(kind, field, custom);
    return rule ? rule->type : FieldType::Text;
}

bool isList(RecordKind kind, const QString &field)
{
    return schemaOf(kind).list(field);
}

bool canBeAsked(const FieldRule &rule)
{
    switch (rule.type) {
    case FieldType::AnyRecord:
    case FieldType::Stages:
    case FieldType::Statuses:
    case FieldType::Texts:
    case FieldType::File:
    case FieldType::Object:
        return false;
    default:
        return rule.name != fields::deleted; // the bin is a place of its own
    }
}

Error problem(const QString &words)
{
    return {u"filter.invalid"_s, words};
}

QDate dayFrom(const QString &text)
{
    for (const QString &format : {u"yyyy-MM-dd"_s, QLocale().dateFormat(QLocale::ShortFormat), u"d.M.yyyy"_s})
        if (const QDate day = QLocale().toDate(text, format); day.isValid())
            return day.year() < 2000 && !text.contains(QString::number(day.year())) ? day.addYears(100) : day;
    return {};
}

Result<QJsonValue> decimalFrom(const QString &text, int places)
{
    static const QRegularExpression form(u"^-?[0-9]{1,15}(\\.[0-9]{1,4})?$"_s);
    const auto decimal = fieldtext::decimalFrom(text, places);
    if (!decimal)
        return problem(decimal.error().message);
    if (!form.match(decimal.value()).hasMatch())
        return problem(Words::tr("Write a number."));
    return QJsonValue(decimal.value());
}

} // namespace

QStringList fieldsOf(RecordKind kind, const CustomFields &custom)
{
    QStringList names;
    for (const FieldRule &rule : schemaOf(kind).fields)
        if (canBeAsked(rule))
            names.append(rule.name);
    for (const FieldRule &rule : custom.of(kind))
        if (isCustomField(rule.name))
            names.append(rule.name);
    for (const ListRule &rule : schemaOf(kind).lists)
        names.append(rule.name);
    return names + times;
}

Input inputOf(RecordKind kind, const QString &field, const CustomFields &custom)
{
    switch (typeOf(kind, field, custom)) {
    case FieldType::Percent:
    case FieldType::Number:
    case FieldType::Money:
        return Input::Number;
    case FieldType::Day:
    case FieldType::Time:
        return Input::Day;
    case FieldType::Flag:
    case FieldType::Choice:
    case FieldType::Person:
    case FieldType::Place:
        return Input::Choice;
    case FieldType::Record:
        return Input::Record;
    default:
        return Input::Text;
    }
}

QString nameOf(Input input)
{
    switch (input) {
    case Input::Text:
        return u"text"_s;
    case Input::Number:
        return u"number"_s;
    case Input::Day:
        return u"day"_s;
    case Input::Choice:
        return u"choice"_s;
    case Input::Record:
        return u"record"_s;
    }
    Q_UNREACHABLE();
}

QVector<FilterTest> testsOf(RecordKind kind, const QString &field, const CustomFields &custom)
{
    using enum FilterTest;
    if (times.contains(field))
        return {AtLeast, AtMost};
    if (typeOf(kind, field, custom) == FieldType::Flag)
        return {Is};
    switch (inputOf(kind, field, custom)) {
    case Input::Text:
        return {Contains, Is, IsNot, IsEmpty, IsNotEmpty};
    case Input::Number:
        return {AtLeast, AtMost, Is, IsNot, IsEmpty, IsNotEmpty};
    case Input::Day:
        return typeOf(kind, field, custom) == FieldType::Time
                   ? QVector<FilterTest>{AtLeast, AtMost, IsEmpty, IsNotEmpty}
                   : QVector<FilterTest>{AtLeast, AtMost, Is, IsEmpty, IsNotEmpty};
    case Input::Choice:
    case Input::Record:
        return {Is, IsNot, IsEmpty, IsNotEmpty};
    }
    Q_UNREACHABLE();
}

bool needsValue(FilterTest test)
{
    return test != FilterTest::IsEmpty && test != FilterTest::IsNotEmpty;
}

QString testName(RecordKind kind, const QString &field, FilterTest test, const CustomFields &custom)
{
    const bool isDay = inputOf(kind, field, custom) == Input::Day;
    switch (test) {
    case FilterTest::Is:
        return isList(kind, field) ? Words::tr("has") : Words::tr("is");
    case FilterTest::IsNot:
        return isList(kind, field) ? Words::tr("has not") : Words::tr("is not");
    case FilterTest::IsOneOf:
        return Words::tr("is one of");
    case FilterTest::Contains:
        return Words::tr("contains");
    case FilterTest::AtLeast:
        return isDay ? Words::tr("from") : Words::tr("at least");
    case FilterTest::AtMost:
        return isDay ? Words::tr("until") : Words::tr("at most");
    case FilterTest::IsEmpty:
        return Words::tr("is empty");
    case FilterTest::IsNotEmpty:
        return Words::tr("is not empty");
    }
    Q_UNREACHABLE();
}

Result<QJsonValue> valueFrom(RecordKind kind, const QString &field, FilterTest test, const QString &typed,
                             const CustomFields &custom)
{
    const QString text = typed.trimmed();
    if (!needsValue(test))
        return QJsonValue();
    if (text.isEmpty())
        return problem(Words::tr("Say what it is compared with."));
    if (test == FilterTest::IsOneOf)
        return QJsonValue(QJsonArray::fromStringList(text.split(separator)));
    switch (typeOf(kind, field, custom)) {
    case FieldType::Flag:
        return QJsonValue(text == "true"_L1);
    case FieldType::Percent: {
        bool isNumber = false;
        const int percent = QString(text).remove(u'%').trimmed().toInt(&isNumber);
        if (!isNumber)
            return problem(Words::tr("Write a number."));
        return QJsonValue(percent);
    }
    case FieldType::Number:
        return decimalFrom(text, fieldtext::mostDecimals);
    case FieldType::Money:
        return decimalFrom(text, 2); // whatever its currency is
    case FieldType::Day:
    case FieldType::Time: {
        const QDate day = dayFrom(text);
        if (!day.isValid())
            return problem(Words::tr("Write a date such as %1.")
                               .arg(QLocale().toString(QDate(2026, 11, 29), QLocale::ShortFormat)));
        if (typeOf(kind, field, custom) == FieldType::Day)
            return QJsonValue(day.toString(Qt::ISODate));
        // Until a day is until its end.
        return QJsonValue(test == FilterTest::AtMost ? day.addDays(1).startOfDay().toMSecsSinceEpoch() - 1
                                                     : day.startOfDay().toMSecsSinceEpoch());
    }
    default:
        return QJsonValue(text);
    }
}

QString editTextOf(RecordKind kind, const QString &field, const QJsonValue &value, const CustomFields &custom)
{
    if (value.isArray())
        return value.toVariant().toStringList().join(separator);
    switch (typeOf(kind, field, custom)) {
    case FieldType::Flag:
        return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : QString();
    case FieldType::Percent:
        return value.isDouble() ? QString::number(value.toInteger()) : QString();
    case FieldType::Number:
    case FieldType::Money:
        return fieldtext::decimalText(value.toString());
    case FieldType::Time:
        return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger()).date().toString(Qt::ISODate)
                                : QString();
    default:
        return value.toString();
    }
}

} // namespace frontdesk::models::filters
