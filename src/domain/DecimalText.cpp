// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/DecimalText.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Money)
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Where the decimals begin: the place of the decimal sign, or the length when there is none. Nothing when the text can
/// be read in two ways and the likelier one is not by the given sign: "1,000" where the comma stands before decimals.
std::optional<qsizetype> decimalPlace(const QString &number, int places, DecimalSign sign)
{
    const qsizetype point = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    const qsizetype place = std::max(point, comma);
    if (place < 0)
        return number.size();
    if (point >= 0 && comma >= 0)
        return place;
    const QChar only = number[place];
    if (number.count(only) > 1)
        return number.size();
    const bool couldBeGroups = number.size() - place - 1 == 3 && place > 0 && place <= 3 && !number.startsWith(u'0');
    const bool isDecimalSign = only == (sign == DecimalSign::Point ? u'.' : u',');
    if (!couldBeGroups || (isDecimalSign && places >= 3))
        return place;
    return isDecimalSign && places > 0 ? std::nullopt : std::optional(number.size());
}

/// The digits of groups such as "1.234.567", "1 234" or "1'234"; Indian ones ("12,34,567") too. Nothing when a group
/// has a wrong length or the signs between them differ.
std::optional<QString> ungrouped(QStringView whole)
{
    QString digits;
    QChar between;
    qsizetype length = 0;
    bool first = true;
    for (const QChar character : whole) {
        if (isDigit(character)) {
            digits.append(character);
            ++length;
            continue;
        }
        const bool wrongLength = first ? length < 1 || length > 3 : length < 2 || length > 3;
        if (wrongLength || (!between.isNull() && between != character))
            return {};
        between = character;
        length = 0;
        first = false;
    }
    if (!first && length != 3)
        return {};
    return digits;
}

} // namespace

QString Decimal::text() const
{
    return (negative ? QStringLiteral("-") : QString()) + whole + (decimals.isEmpty() ? QString() : u'.' + decimals);
}

bool takeMinus(QString &text)
{
    constexpr char16_t minus = 0x2212;
    text.replace(QChar(minus), u'-');
    if (text.startsWith(u'(') && text.endsWith(u')')) {
        text = text.mid(1, text.size() - 2).trimmed();
        return true;
    }
    if (text.startsWith(u'-') || (text.endsWith(u'-') && text.size() > 1)) {
        text = text.startsWith(u'-') ? text.mid(1).trimmed() : text.chopped(1).trimmed();
        return true;
    }
    if (text.startsWith(u'+'))
        text = text.mid(1).trimmed();
    return false;
}

Result<Decimal> readDecimal(const QString &text, int places, DecimalSign sign)
{
    const Error invalid{QStringLiteral("number.invalid"), Words::tr("“%1” is not a number").arg(text)};
    QString number = text.simplified();
    Decimal read;
    read.negative = takeMinus(number);
    // What parts groups, and nothing else: spaces of all widths, and the Swiss apostrophe.
    number.replace(u'’', u'\'').replace(QChar(0x202F), u' ').replace(QChar::Nbsp, u' ');
    const auto found = decimalPlace(number, places, sign);
    if (!found)
        return Error{
            QStringLiteral("number.ambiguous"),
            Words::tr("“%1” can be read in two ways. Write it without signs between groups of digits.").arg(text)};
    const QStringView grouped = QStringView(number).left(*found);
    const QStringView decimals = QStringView(number).mid(std::min(*found + 1, number.size()));
    static const QString groupSigns = QStringLiteral(" .,'");
    const bool isGrouped = std::all_of(grouped.begin(), grouped.end(), [](QChar character) {
        return isDigit(character) || groupSigns.contains(character);
    });
    const bool signParts = *found < number.size() && grouped.contains(number[*found]);
    const auto whole = ungrouped(grouped);
    if (!isGrouped || signParts || !whole || !std::all_of(decimals.begin(), decimals.end(), isDigit) ||
        (whole->isEmpty() && decimals.isEmpty()))
        return invalid;
    read.whole = whole->isEmpty() ? QStringLiteral("0") : *whole;
    read.decimals = decimals.toString();
    return read;
}

} // namespace frontdesk
