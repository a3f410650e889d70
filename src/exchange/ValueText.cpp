// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ValueText.h"

#include "domain/SearchText.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using L = QLatin1String;
using DayOrder = ReadingRules::DayOrder;

constexpr int mostPercent = 100;
constexpr qsizetype mostDecimals = 4; ///< of a number (docs/protocol.md)
constexpr qsizetype mostDigits = 15;  ///< before them

Error invalid(const QString &words)
{
    return {QStringLiteral("value.invalid"), words};
}

/// What other programs and people call the statuses; compared folded.
QString statusNamed(const QString &folded)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("interessent"), QStringLiteral("lead")},
        {QStringLiteral("neu"), QStringLiteral("lead")},
        {QStringLiteral("new"), QStringLiteral("lead")},
        {QStringLiteral("open"), QStringLiteral("lead")},
        {QStringLiteral("subscriber"), QStringLiteral("lead")},
        {QStringLiteral("marketing qualified lead"), QStringLiteral("qualified")},
        {QStringLiteral("marketingqualifiedlead"), QStringLiteral("qualified")},
        {QStringLiteral("sales qualified lead"), QStringLiteral("qualified")},
        {QStringLiteral("salesqualifiedlead"), QStringLiteral("qualified")},
        {QStringLiteral("opportunity"), QStringLiteral("qualified")},
        {QStringLiteral("qualifiziert"), QStringLiteral("qualified")},
        {QStringLiteral("kunde"), QStringLiteral("customer")},
        {QStringLiteral("kundin"), QStringLiteral("customer")},
        {QStringLiteral("client"), QStringLiteral("customer")},
        {QStringLiteral("evangelist"), QStringLiteral("customer")},
        {QStringLiteral("inaktiv"), QStringLiteral("inactive")},
        {QStringLiteral("unqualified"), QStringLiteral("inactive")},
    };
    return names.value(folded);
}

Result<QJsonValue> readOneOf(const QString &text, const QStringList &choices)
{
    const QString folded = search::fold(text).text;
    for (const QString &choice : choices) {
        if (text == choice || search::fold(choice).text == folded)
            return QJsonValue(choice);
    }
    return invalid(Words::tr("“%1” is none of: %2").arg(text, choices.join(QStringLiteral(", "))));
}

Result<QJsonValue> readStatus(const QString &text, const QVector<Status> &statuses)
{
    const QString folded = search::fold(text).text;
    const QString usual = statusNamed(folded);
    QStringList names;
    for (const Status &status : statuses) {
        if (search::fold(status.name).text == folded || search::fold(status.id).text == folded || status.id == usual)
            return QJsonValue(status.id);
        names.append(status.name);
    }
    return invalid(Words::tr("“%1” is none of: %2").arg(text, names.join(QStringLiteral(", "))));
}

Result<QJsonValue> readYesNo(const QString &text)
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("ja"),   QStringLiteral("true"),
                                 QStringLiteral("1"),   QStringLiteral("wahr"), QStringLiteral("x"),
                                 QStringLiteral("y"),   QStringLiteral("j"),    QStringLiteral("on")};
    static const QStringList no{QStringLiteral("no"),    QStringLiteral("nein"), QStringLiteral("false"),
                                QStringLiteral("0"),     QStringLiteral("n"),    QStringLiteral("off"),
                                QStringLiteral("falsch")};
    if (yes.contains(text, Qt::CaseInsensitive))
        return QJsonValue(true);
    if (no.contains(text, Qt::CaseInsensitive))
        return QJsonValue(false);
    return invalid(Words::tr("“%1” is neither yes nor no").arg(text));
}

Result<QJsonValue> readNumber(const QString &text, DecimalSign sign)
{
    const auto number = readDecimal(text, mostDecimals, sign);
    if (!number)
        return number.error();
    if (number.value().whole.size() > mostDigits || number.value().decimals.size() > mostDecimals)
        return invalid(Words::tr("“%1” has too many digits").arg(text));
    Decimal decimal = number.value();
    while (decimal.decimals.endsWith(u'0'))
        decimal.decimals.chop(1);
    return QJsonValue(decimal.text());
}

Result<QJsonValue> readText(const QString &text, int longest)
{
    const QString problem = problemWithLength(text, longest);
    if (!problem.isEmpty())
        return invalid(problem);
    return QJsonValue(text);
}

} // namespace

QString problemWithLength(const QString &text, int longest)
{
    if (longest <= 0 || text.size() <= longest || text.toUcs4().size() <= longest)
        return {};
    return Words::tr("“%1…” is longer than %2 characters").arg(text.left(20)).arg(longest);
}

Result<QString> readDay(const QString &text, DayOrder order)
{
    // A time may follow, which a day does not have.
    static const QRegularExpression form(
        QStringLiteral("^(\\d{1,4})([-./])\\s?(\\d{1,2})\\2\\s?(\\d{1,4})(?:[T ,].*)?$"));
    const auto match = form.match(text.trimmed());
    const Error refusal = invalid(Words::tr("“%1” is not a date such as 2026-11-29").arg(text));
    if (!match.hasMatch())
        return refusal;
    const int first = match.captured(1).toInt();
    const int second = match.captured(3).toInt();
    const int third = match.captured(4).toInt();
    QDate day;
    if (match.capturedLength(1) == 4) {
        day = QDate(first, second, third);
    } else if (match.capturedLength(4) == 4) {
        // Points are written where the day comes first, whatever the rest of the file does.
        const bool dayFirst = match.captured(2) == L(".") || order == DayOrder::DayFirst;
        day = dayFirst ? QDate(third, second, first) : QDate(third, first, second);
        // What is no date in that order, as there are twelve months, is one in the other.
        if (!day.isValid())
            day = dayFirst ? QDate(third, first, second) : QDate(third, second, first);
    }
    if (!day.isValid())
        return refusal;
    return day.toString(Qt::ISODate);
}

Result<int> readPercent(const QString &text, DecimalSign sign)
{
    QString number = text.trimmed();
    const bool isPercent = number.endsWith(u'%');
    if (isPercent)
        number = number.chopped(1).trimmed();
    const auto read = readDecimal(number, 1, sign);
    if (!read)
        return read.error();
    const Decimal &decimal = read.value();
    const Error refusal = invalid(Words::tr("“%1” is not a percentage between 0 and 100").arg(text));
    if (decimal.negative || decimal.whole.size() > 3)
        return refusal;
    // HubSpot writes 0.5 for a half; a whole 1 is one percent unless decimals follow.
    const bool isFraction = !isPercent && !decimal.decimals.isEmpty() && decimal.whole.toInt() <= 1;
    const QString digits = decimal.decimals + QStringLiteral("000");
    const int whole = isFraction ? decimal.whole.toInt() * mostPercent + digits.left(2).toInt() : decimal.whole.toInt();
    const int percent = whole + (digits[isFraction ? 2 : 0] >= u'5' ? 1 : 0);
    if (percent > mostPercent)
        return refusal;
    return percent;
}

Result<QJsonValue> readValue(const QString &text, const DraftField &field, const ReadingRules &rules)
{
    switch (field.shape) {
    case DraftShape::Status:
        return readStatus(text, rules.statuses);
    case DraftShape::Choice:
        return readOneOf(text, field.choices);
    case DraftShape::Percent: {
        const auto percent = readPercent(text, rules.decimalSign);
        return percent ? Result<QJsonValue>(QJsonValue(percent.value())) : percent.error();
    }
    case DraftShape::Day: {
        const auto day = readDay(text, rules.dayOrder);
        return day ? Result<QJsonValue>(QJsonValue(day.value())) : day.error();
    }
    case DraftShape::Number:
        return readNumber(text, rules.decimalSign);
    case DraftShape::YesNo:
        return readYesNo(text);
    case DraftShape::Link:
        // A field that somebody has defined is checked, a website is kept as it is known.
        if (text.contains(u' ') || text.contains(u'\n') || (isCustomField(field.target) && !isLink(text)))
            return invalid(Words::tr("“%1” is not a link").arg(text));
        return readText(text, field.longest);
    case DraftShape::Line:
        return readText(text.simplified(), field.longest);
    case DraftShape::Lines:
    case DraftShape::Part:
    case DraftShape::List:
    case DraftShape::Name:
    case DraftShape::Note:
    case DraftShape::Amount:
    case DraftShape::Currency:
        break;
    }
    return readText(text, field.longest);
}

QStringList readEntries(const QString &text, const QString &target)
{
    static const QString google = QStringLiteral(":::"); // what Google Contacts parts by
    const QString signs = target == L("tags") ? QStringLiteral(";\n,") : QStringLiteral(";\n");
    QStringList entries;
    QString entry;
    bool quoted = false;
    const auto take = [&] {
        entry = entry.trimmed();
        if (!entry.isEmpty() && !entries.contains(entry))
            entries.append(entry);
        entry.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (quoted && character == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            entry.append(character);
            ++i;
        } else if (character == u'"' && (quoted || entry.trimmed().isEmpty())) {
            quoted = !quoted;
        } else if (!quoted && signs.contains(character)) {
            take();
        } else if (!quoted && QStringView(text).mid(i).startsWith(google)) {
            take();
            i += google.size() - 1;
        } else {
            entry.append(character);
        }
    }
    take();
    // A group of Google's own, which says nothing.
    if (target == L("tags"))
        entries.removeAll(QStringLiteral("* myContacts"));
    return entries;
}

QString entriesText(const QStringList &entries)
{
    static const QString special = QStringLiteral(";,\n\"");
    QStringList written;
    for (QString entry : entries) {
        const bool quoted = entry.contains(L(":::")) || std::any_of(entry.cbegin(), entry.cend(),
                                                                    [](QChar each) { return special.contains(each); });
        written.append(quoted ? u'"' + entry.replace(u'"', L("\"\"")) + u'"' : entry);
    }
    return written.join(QStringLiteral("; "));
}

QString problemWithEntry(const QString &entry, const DraftField &list)
{
    if (const QString tooLong = problemWithLength(entry, list.longest); !tooLong.isEmpty())
        return tooLong;
    static const QRegularExpression email(QStringLiteral("^[^\\s@]+@[^\\s@]+$"));
    if (list.target == L("emails") && !email.match(entry).hasMatch())
        return Words::tr("“%1” is not an e-mail address").arg(entry);
    const bool hasDigit = std::any_of(entry.cbegin(), entry.cend(), [](QChar each) { return each.isDigit(); });
    if (list.target == L("phones") && !hasDigit)
        return Words::tr("“%1” is not a phone number").arg(entry);
    return {};
}

} // namespace frontdesk::exchange
