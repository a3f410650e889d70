// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordTexts.h"

#include "domain/Stages.h"
#include "domain/Statuses.h"
#include "models/Formatting.h"
#include "models/RecordWords.h"
#include "models/records/FieldText.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

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

/// A decimal number as on the wire, as the language writes it.
QString numberText(const QString &decimal)
{
    const QLocale locale;
    const bool isNegative = decimal.startsWith(u'-');
    const QString digits = isNegative ? decimal.mid(1) : decimal;
    const qsizetype point = digits.indexOf(u'.');
    const QString sign = isNegative ? locale.negativeSign() : QString();
    return point < 0 ? sign + grouped(digits, locale)
                     : sign + grouped(digits.left(point), locale) + locale.decimalPoint() + digits.mid(point + 1);
}

QString timeText(qint64 at, qint64 now)
{
    return Words::tr("%1 %2", "Today 09:41").arg(formatting::dayHeading(at, now), formatting::timeOfDay(at));
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
                         const FieldDefinitions &definitions, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_names(names)
    , m_pipelines(pipelines)
    , m_definitions(definitions)
{
    connect(&directory, &Directory::usersChanged, this, &RecordTexts::changed);
    connect(&names, &RecordNames::changed, this, &RecordTexts::changed);
    connect(&pipelines, &Pipelines::changed, this, &RecordTexts::changed);
    connect(&definitions, &FieldDefinitions::changed, this, &RecordTexts::changed);
}

QVector<FieldRule> RecordTexts::rulesOf(RecordKind kind) const
{
    QVector<FieldRule> rules;
    for (const FieldRule &rule : schemaOf(kind).fields)
        rules.append(*ruleOf(kind, rule.name));
    for (const FieldRule &rule : customFields().of(kind))
        if (isCustomField(rule.name))
            rules.append(rule);
    return rules;
}

QString RecordTexts::fieldName(RecordKind kind, const QString &field) const
{
    const QString defined = m_definitions.nameOf(kind, field);
    return defined.isEmpty() ? words::fieldName(kind, field) : defined;
}

QString RecordTexts::textOf(RecordKind kind, const QString &field, const QJsonValue &value) const
{
    const bool isTime = field == "createdAt"_L1 || field == "changedAt"_L1;
    if (isTime)
        return formatting::listTime(value.toInteger(), now());
    if (value.isNull() || value.isUndefined())
        return {};
    const FieldRule *rule = ruleOf(kind, field);
    switch (rule ? rule->type : FieldType::Text) {
    case FieldType::Flag:
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    case FieldType::Percent:
        return Words::tr("%1 %", "per cent").arg(value.toInteger());
    case FieldType::Day:
        return dayText(value.toString(), now());
    case FieldType::Time:
        return timeText(value.toInteger(), now());
    case FieldType::Choice: // what somebody has written is in their own words
        if (kind == RecordKind::Contact && field == fields::status)
            return value.toString().isEmpty() ? QString() : workspace().nameOf(value.toString());
        return isCustomField(field) ? value.toString() : words::choiceName(value.toString());
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
    case FieldType::Number:
        return numberText(value.toString());
    case FieldType::Stages: {
        QStringList names;
        for (const Stage &stage : stagesFrom(value))
            names.append(Words::tr("%1 (%2 %)", "a stage, how probable").arg(stage.name).arg(stage.probability));
        return names.join(u" → "_s);
    }
    case FieldType::Statuses: {
        QStringList names;
        for (const Status &status : statusesFrom(value))
            names.append(status.name);
        return names.join(u", "_s);
    }
    case FieldType::Texts:
        return value.toVariant().toStringList().join(u", "_s);
    case FieldType::File:
        return value["name"_L1].toString();
    case FieldType::Text:
    case FieldType::Link:
    case FieldType::Lines:
    case FieldType::Object:
        return value.toVariant().toString();
    }
    Q_UNREACHABLE();
}

QString RecordTexts::editTextOf(RecordKind kind, const QString &field, const QJsonValue &value) const
{
    const FieldRule *rule = ruleOf(kind, field);
    return rule ? fieldtext::editTextOf(*rule, value) : value.toString();
}

Result<QJsonValue> RecordTexts::valueFrom(RecordKind kind, const QString &field, const QString &text) const
{
    const FieldRule *rule = ruleOf(kind, field);
    if (!rule)
        return Error{u"field.unknown"_s, Words::tr("There is no such field any more.")};
    return fieldtext::valueFrom(*rule, text);
}

} // namespace frontdesk::models
