// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FieldText.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace frontdesk::models::fieldtext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordTexts)
};

/// A day as one may type it: as the language writes it, or 2026-11-29.
QString dayFrom(const QString &text)
{
    for (const QString &format : {QLocale().dateFormat(QLocale::ShortFormat), u"yyyy-MM-dd"_s, u"d.M.yyyy"_s})
        if (const QDate day = QLocale().toDate(text, format); day.isValid()) {
            // Two figures of a year are those of this century.
            const QDate full =
                day.year() < 2000 && !text.contains(QString::number(day.year())) ? day.addYears(100) : day;
            return full.toString(Qt::ISODate);
        }
    return text;
}

/// A number with the language's signs as it is on the wire.
QString decimalFrom(QString text)
{
    const QLocale locale;
    text.remove(locale.groupSeparator()).remove(u' ').remove(QChar(0xa0)).remove(QChar(0x202f)).remove(u'\'');
    return text.replace(locale.decimalPoint(), u"."_s);
}

/// "12.50 EUR"; the amount may have the language's signs. Nothing: no amount with a currency.
QJsonValue moneyFrom(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(-?[0-9.,'\\s\\x{a0}\\x{202f}]*[0-9])\\s*([A-Za-z]{3})\\s*$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return QJsonValue::Undefined;
    return QJsonObject{{u"amount"_s, decimalFrom(match.captured(1))}, {u"currency"_s, match.captured(2).toUpper()}};
}

QJsonValue percentFrom(const QString &text)
{
    bool isNumber = false;
    const int percent = QString(text).remove(u'%').trimmed().toInt(&isNumber);
    return isNumber ? QJsonValue(percent) : QJsonValue::Undefined;
}

QJsonValue typedValue(const FieldRule &rule, const QString &text)
{
    switch (rule.type) {
    case FieldType::Flag:
        return text == "true"_L1;
    case FieldType::Percent:
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : percentFrom(text);
    case FieldType::Day:
        return text.isEmpty() ? QString() : dayFrom(text);
    case FieldType::Time: {
        bool isNumber = false;
        const qint64 at = text.toLongLong(&isNumber);
        return isNumber ? QJsonValue(at) : QJsonValue(text.isEmpty() ? QJsonValue::Null : QJsonValue::Undefined);
    }
    case FieldType::Money:
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : moneyFrom(text);
    case FieldType::Place: {
        const QStringList parts = text.split(u' '); // pipeline, stage, why it was lost
        if (parts.size() < 2)
            return QJsonValue::Null;
        QJsonObject place{{u"pipeline"_s, parts[0]}, {u"stage"_s, parts[1]}};
        if (parts.size() > 2)
            place.insert("lostReason"_L1, parts.mid(2).join(u' '));
        return place;
    }
    case FieldType::Number:
        return text.isEmpty() ? text : decimalFrom(text);
    case FieldType::Texts: {
        QStringList lines;
        for (const QString &line : text.split(u'\n'))
            if (const QString entry = line.trimmed(); !entry.isEmpty() && !lines.contains(entry))
                lines.append(entry);
        return QJsonArray::fromStringList(lines);
    }
    case FieldType::Stages:
    case FieldType::Statuses:
    case FieldType::File:
    case FieldType::Object:
        return QJsonValue::Undefined; // nobody types them
    default:
        return text;
    }
}

QString problemWords(const FieldRule &rule)
{
    switch (rule.type) {
    case FieldType::Percent:
        return Words::tr("Write a number between 0 and 100.");
    case FieldType::Day:
        return Words::tr("Write a date such as %1.").arg(QLocale().toString(QDate(2026, 11, 29), QLocale::ShortFormat));
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
    case FieldType::Time:
        return QString::number(value.toInteger());
    case FieldType::Number:
        return value.toString().replace(u'.', QLocale().decimalPoint());
    case FieldType::Day: {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return day.isValid() ? day.toString(Qt::ISODate) : QString();
    }
    case FieldType::Money:
        return value["amount"_L1].toString().replace(u'.', QLocale().decimalPoint()) + u' ' +
               value["currency"_L1].toString();
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
    const QJsonValue value = typedValue(rule, text.trimmed());
    if (value.isUndefined())
        return Error{rule.name + ".invalid"_L1, problemWords(rule)};
    auto checked = checkedValue(rule, value);
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

} // namespace frontdesk::models::fieldtext
