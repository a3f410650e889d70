// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FieldText.h"

#include "domain/Money.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace frontdesk::models::fieldtext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordTexts)
};

const QString isoDay = u"yyyy-MM-dd"_s;

/// A day as one may type it: as the language writes it, or 2026-11-29.
QString dayFrom(const QString &text)
{
    for (const QString &format : {QLocale().dateFormat(QLocale::ShortFormat), isoDay, u"d.M.yyyy"_s})
        if (const QDate day = QLocale().toDate(text, format); day.isValid()) {
            // Two figures of a year are those of this century.
            const QDate full =
                day.year() < 2000 && !text.contains(QString::number(day.year())) ? day.addYears(100) : day;
            return full.toString(Qt::ISODate);
        }
    return text;
}

/// A day, perhaps with a time after it; without one what is to be done by then is due when the day's work ends.
QJsonValue timeFrom(const QString &text)
{
    static const QRegularExpression form(u"^(.*?)(?:[\\s,]+([0-9]{1,2}:[0-9]{2}))?$"_s);
    static const QTime endOfWork(17, 0);
    const auto match = form.match(text);
    const QDate day = QDate::fromString(dayFrom(match.captured(1)), isoDay);
    const QTime time = match.hasCaptured(2) ? QTime::fromString(match.captured(2), u"H:mm"_s) : endOfWork;
    const QDateTime at(day, time);
    return day.isValid() && time.isValid() && at.isValid() ? QJsonValue(at.toMSecsSinceEpoch()) : QJsonValue::Undefined;
}

DecimalSign decimalSign()
{
    return QLocale().decimalPoint() == "."_L1 ? DecimalSign::Point : DecimalSign::Comma;
}

Result<QJsonValue> numberFrom(const QString &text)
{
    const auto decimal = decimalFrom(text, mostDecimals);
    return decimal ? Result<QJsonValue>(decimal.value()) : decimal.error();
}

/// "12.50 EUR"; the amount may have the language's signs.
Result<QJsonValue> moneyFrom(const QString &text)
{
    static const QRegularExpression form(u"^(.*[0-9])\\s*([A-Za-z]{3})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return QJsonValue(QJsonValue::Undefined);
    const QString currency = match.captured(2).toUpper();
    const auto amount = decimalFrom(match.captured(1), money::decimalsOf(currency));
    if (!amount)
        return amount.error();
    return QJsonValue(QJsonObject{{u"amount"_s, amount.value()}, {u"currency"_s, currency}});
}

QJsonValue percentFrom(const QString &text)
{
    bool isNumber = false;
    const int percent = QString(text).remove(u'%').trimmed().toInt(&isNumber);
    return isNumber ? QJsonValue(percent) : QJsonValue::Undefined;
}

/// Undefined: it cannot be read.
Result<QJsonValue> typedValue(const FieldRule &rule, const QString &text)
{
    switch (rule.type) {
    case FieldType::Flag:
        return QJsonValue(text == "true"_L1);
    case FieldType::Percent:
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : percentFrom(text);
    case FieldType::Day:
        return QJsonValue(text.isEmpty() ? QString() : dayFrom(text));
    case FieldType::Time:
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : timeFrom(text);
    case FieldType::Money:
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : moneyFrom(text);
    case FieldType::Place: {
        const QStringList parts = text.split(u' '); // pipeline, stage, why it was lost
        if (parts.size() < 2)
            return QJsonValue(QJsonValue::Null);
        QJsonObject place{{u"pipeline"_s, parts[0]}, {u"stage"_s, parts[1]}};
        if (parts.size() > 2)
            place.insert("lostReason"_L1, parts.mid(2).join(u' '));
        return QJsonValue(place);
    }
    case FieldType::Number:
        return text.isEmpty() ? QJsonValue(text) : numberFrom(text);
    case FieldType::Texts: {
        QStringList lines;
        for (const QString &line : text.split(u'\n'))
            if (const QString entry = line.trimmed(); !entry.isEmpty() && !lines.contains(entry))
                lines.append(entry);
        return QJsonValue(QJsonArray::fromStringList(lines));
    }
    case FieldType::Stages:
    case FieldType::Statuses:
    case FieldType::File:
    case FieldType::Object:
        return QJsonValue(QJsonValue::Undefined); // nobody types them
    default:
        return QJsonValue(text);
    }
}

QString problemWords(const FieldRule &rule)
{
    switch (rule.type) {
    case FieldType::Percent:
        return Words::tr("Write a number between 0 and 100.");
    case FieldType::Day:
        return Words::tr("Write a date such as %1.").arg(QLocale().toString(QDate(2026, 11, 29), QLocale::ShortFormat));
    case FieldType::Time:
        return Words::tr("Write a date such as %1.")
            .arg(QLocale().toString(QDate(2026, 11, 29), QLocale::ShortFormat) + " 17:00"_L1);
    case FieldType::Money:
        return Words::tr("Write an amount and a currency, such as %1.")
            .arg(u"%1 EUR"_s.arg(QLocale().toString(12.5, 'f', 2)));
    case FieldType::Number:
        return Words::tr("Write a number.");
    case FieldType::Link:
        return Words::tr("Write an address such as https://example.org.");
    default:
        return Words::tr("This cannot be kept.");
    }
}

} // namespace

QString editTextOf(const FieldRule &rule, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (rule.type) {
    case FieldType::Flag:
        return value.toBool() ? u"true"_s : u"false"_s;
    case FieldType::Percent:
        return QString::number(value.toInteger());
    case FieldType::Time:
        return QDateTime::fromMSecsSinceEpoch(value.toInteger()).toString(isoDay + " HH:mm"_L1);
    case FieldType::Number:
        return decimalText(value.toString());
    case FieldType::Day: {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return day.isValid() ? day.toString(Qt::ISODate) : QString();
    }
    case FieldType::Money:
        return decimalText(value["amount"_L1].toString()) + u' ' + value["currency"_L1].toString();
    case FieldType::Place:
        return QStringList{value["pipeline"_L1].toString(), value["stage"_L1].toString(),
                           value["lostReason"_L1].toString()}
            .join(u' ')
            .trimmed();
    case FieldType::Texts:
        return value.toVariant().toStringList().join(u'\n');
    default:
        return value.toString();
    }
}

Result<QJsonValue> valueFrom(const FieldRule &rule, const QString &text)
{
    const auto value = typedValue(rule, text.trimmed());
    if (!value || value.value().isUndefined())
        return Error{rule.name + ".invalid"_L1, value ? problemWords(rule) : value.error().message};
    auto checked = checkedValue(rule, value.value());
    if (checked)
        return checked;
    if (checked.error().code.endsWith(".empty"_L1) || (rule.required && text.trimmed().isEmpty()))
        return Error{checked.error().code, Words::tr("This must not be empty.")};
    if (checked.error().code.endsWith(".tooLong"_L1))
        return Error{checked.error().code, Words::tr("This is longer than %n character(s).", nullptr, rule.longest)};
    return Error{checked.error().code, problemWords(rule)};
}

Result<QJsonValue> nameFrom(RecordKind kind, const QString &text)
{
    return valueFrom(*schemaOf(kind).field(fields::name), text);
}

Result<QString> decimalFrom(const QString &text, int places)
{
    const auto decimal = readDecimal(text, places, decimalSign());
    return decimal ? Result<QString>(decimal.value().text()) : decimal.error();
}

QString decimalText(QString decimal)
{
    return decimal.replace(u'.', decimalSign() == DecimalSign::Point ? u'.' : u',');
}

} // namespace frontdesk::models::fieldtext
