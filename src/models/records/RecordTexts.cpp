// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordTexts.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordTexts)
};

/// The whole part of a decimal number with the language's separators.
QString grouped(const QString &digits, const QLocale &locale)
{
    bool fits = false;
    const qint64 whole = digits.toLongLong(&fits);
    return fits ? locale.toString(whole) : digits;
}

QString timeText(qint64 at, qint64 now)
{
    return Words::tr("%1 %2", "Today 09:41").arg(formatting::dayHeading(at, now), formatting::timeOfDay(at));
}

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

/// "12.50 EUR"; the amount may have the language's signs. Nothing: no amount with a currency.
QJsonValue moneyFrom(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(-?[0-9.,'\\s\\x{a0}\\x{202f}]*[0-9])\\s*([A-Za-z]{3})\\s*$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return QJsonValue::Undefined;
    QString amount = match.captured(1);
    const QLocale locale;
    amount.remove(locale.groupSeparator()).remove(u' ').remove(QChar(0xa0)).remove(QChar(0x202f)).remove(u'\'');
    amount.replace(locale.decimalPoint(), u"."_s);
    return QJsonObject{{u"amount"_s, amount}, {u"currency"_s, match.captured(2).toUpper()}};
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
    default:
        return Words::tr("This cannot be kept.");
    }
}

} // namespace

QString moneyText(const QString &amount, const QString &currency, const QLocale &locale)
{
    const bool isNegative = amount.startsWith(u'-');
    const QString digits = isNegative ? amount.mid(1) : amount;
    const qsizetype point = digits.indexOf(u'.');
    QString text = grouped(digits.left(point < 0 ? digits.size() : point), locale);
    QString minor = point < 0 ? QString() : digits.mid(point + 1);
    if (!minor.isEmpty() && minor != QString(minor.size(), u'0'))
        text += locale.decimalPoint() + minor.leftJustified(2, u'0');
    static const QHash<QString, QString> symbols{
        {u"EUR"_s, u"€"_s}, {u"USD"_s, u"$"_s}, {u"GBP"_s, u"£"_s}, {u"JPY"_s, u"¥"_s}};
    const QString symbol = symbols.value(currency, currency);
    const QString sign = isNegative ? locale.negativeSign() : QString();
    // Where the language puts the sign of a currency.
    const bool isBefore = locale.toCurrencyString(qlonglong(1), u"@"_s).startsWith(u'@');
    const QChar space(0xa0);
    return isBefore ? sign + symbol + space + text : sign + text + space + symbol;
}

QString dayText(const QString &isoDay, qint64 now, const QLocale &locale)
{
    const QDate day = QDate::fromString(isoDay, Qt::ISODate);
    if (!day.isValid())
        return isoDay;
    const bool isThisYear = QDateTime::fromMSecsSinceEpoch(now).date().year() == day.year();
    return locale.toString(day,
                           isThisYear ? Words::tr("d MMM", "a day of this year") : Words::tr("d MMM yyyy", "a day"));
}

RecordTexts::RecordTexts(const Directory &directory, const RecordNames &names, const Pipelines &pipelines,
                         QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_names(names)
    , m_pipelines(pipelines)
{
    connect(&directory, &Directory::usersChanged, this, &RecordTexts::changed);
    connect(&names, &RecordNames::changed, this, &RecordTexts::changed);
    connect(&pipelines, &Pipelines::changed, this, &RecordTexts::changed);
}

QString RecordTexts::textOf(RecordKind kind, const QString &field, const QJsonValue &value) const
{
    const bool isTime = field == "createdAt"_L1 || field == "changedAt"_L1;
    if (isTime)
        return formatting::listTime(value.toInteger(), now());
    const FieldRule *rule = schemaOf(kind).field(field);
    if (value.isNull() || value.isUndefined())
        return {};
    switch (rule ? rule->type : FieldType::Text) {
    case FieldType::Flag:
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    case FieldType::Percent:
        return Words::tr("%1 %", "per cent").arg(value.toInteger());
    case FieldType::Day:
        return dayText(value.toString(), now());
    case FieldType::Time:
        return timeText(value.toInteger(), now());
    case FieldType::Choice:
        return words::choiceName(value.toString());
    case FieldType::Money:
        return moneyText(value["amount"_L1].toString(), value["currency"_L1].toString());
    case FieldType::Place: {
        const Pipelines::Stage *stage = m_pipelines.stageOf(value);
        const QString lostReason = value["lostReason"_L1].toString();
        const QString name = stage ? stage->name : Words::tr("A stage that is not known");
        return lostReason.isEmpty() ? name : Words::tr("%1 (%2)", "Lost (too expensive)").arg(name, lostReason);
    }
    case FieldType::Person:
        return value.toString().isEmpty()                   ? QString()
               : m_directory.isMe(UserId(value.toString())) ? Words::tr("You", "an owner")
                                                            : m_directory.nameOf(UserId(value.toString()));
    case FieldType::Record:
        return value.toString().isEmpty() ? QString() : m_names.nameOf({rule->refersTo, value.toString()});
    case FieldType::AnyRecord: {
        const auto record = RecordRef::from(value.toString());
        return record && isCrm(record->kind) ? m_names.nameOf(*record) : QString();
    }
    case FieldType::Text:
    case FieldType::Lines:
    case FieldType::Number:
    case FieldType::Stages:
    case FieldType::Statuses:
    case FieldType::Texts:
    case FieldType::Object:
        return value.toVariant().toString();
    }
    Q_UNREACHABLE();
}

QString RecordTexts::editTextOf(RecordKind kind, const QString &field, const QJsonValue &value)
{
    const FieldRule *rule = schemaOf(kind).field(field);
    if (!rule || value.isNull() || value.isUndefined())
        return value.toString();
    switch (rule->type) {
    case FieldType::Flag:
        return value.toBool() ? u"true"_s : u"false"_s;
    case FieldType::Percent:
    case FieldType::Time:
        return QString::number(value.toInteger());
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
    default:
        return value.toString();
    }
}

Result<QJsonValue> RecordTexts::valueFrom(RecordKind kind, const QString &field, const QString &text)
{
    const FieldRule *rule = schemaOf(kind).field(field);
    if (!rule)
        return QJsonValue(text.trimmed()); // a field of one's own: the server knows its rule
    const QJsonValue value = typedValue(*rule, text.trimmed());
    if (value.isUndefined())
        return Error{field + ".invalid"_L1, problemWords(*rule)};
    auto checked = checkedValue(*rule, value);
    if (checked)
        return checked;
    if (checked.error().code.endsWith(".empty"_L1))
        return Error{checked.error().code, Words::tr("This must not be empty.")};
    if (checked.error().code.endsWith(".tooLong"_L1))
        return Error{checked.error().code, Words::tr("This is longer than %n character(s).", nullptr, rule->longest)};
    return Error{checked.error().code, problemWords(*rule)};
}

} // namespace frontdesk::models
