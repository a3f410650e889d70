// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Money.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace frontdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Money)
};

using L = QLatin1String;

struct Decimals {
    const char *currency;
    int count;
};

/// ISO 4217, list one, where it is not 2; sorted.
constexpr Decimals unusual[] = {
    {"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3}, {"ISK", 0}, {"JOD", 3},
    {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3},
    {"UGX", 0}, {"UYI", 0}, {"UYW", 4}, {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0},
};

struct Sign {
    const char16_t *sign;
    const char *currency;
};

/// Signs that belong to one currency, or to one by far above all. "kr" and "¥" are left out: several countries use
/// them. The longer ones first.
constexpr Sign signs[] = {
    {u"US$", "USD"}, {u"CA$", "CAD"}, {u"A$", "AUD"}, {u"C$", "CAD"}, {u"R$", "BRL"}, {u"zł", "PLN"}, {u"Kč", "CZK"},
    {u"Ft", "HUF"},  {u"Fr.", "CHF"}, {u"€", "EUR"},  {u"$", "USD"},  {u"£", "GBP"},  {u"₹", "INR"},  {u"₽", "RUB"},
    {u"₺", "TRY"},   {u"₩", "KRW"},   {u"₪", "ILS"},  {u"₫", "VND"},  {u"₴", "UAH"},
};

Error invalid(const QString &text)
{
    return {QStringLiteral("money.invalid"), Words::tr("“%1” is not an amount of money").arg(text)};
}

Error tooLarge()
{
    return {QStringLiteral("money.tooLarge"), Words::tr("The amount is too large")};
}

Error unknownCurrency(const QString &currency)
{
    return {QStringLiteral("money.currency"), Words::tr("“%1” is not a currency").arg(currency)};
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// Nothing when it would not fit.
std::optional<qint64> sum(qint64 a, qint64 b)
{
    using Limits = std::numeric_limits<qint64>;
    const bool fits = b >= 0 ? a <= Limits::max() - b : a >= Limits::min() - b;
    return fits ? std::optional(a + b) : std::nullopt;
}

/// From the digits before and after the decimal sign, of which there are no more than the currency has.
Result<Money> assembled(bool negative, QStringView whole, QStringView decimals, const QString &currency)
{
    const QString digits = whole.toString() + decimals.toString().leftJustified(money::decimalsOf(currency), u'0');
    qint64 minor = 0;
    for (const QChar digit : digits) {
        // Counted downwards: the least number has no opposite.
        if (minor < std::numeric_limits<qint64>::min() / 10)
            return tooLarge();
        const auto next = sum(minor * 10, -qint64(digit.unicode() - u'0'));
        if (!next)
            return tooLarge();
        minor = *next;
    }
    if (!negative && minor == std::numeric_limits<qint64>::min())
        return tooLarge();
    return Money{negative ? minor : -minor, currency};
}

/// Takes a currency out of a text: its code or its sign, before or after the number.
std::optional<QString> takeCurrency(QString &text)
{
    // A letter beside it would make it a part of a word.
    const auto isBeside = [&text](qsizetype place) {
        return place >= 0 && place < text.size() && text[place].isLetter();
    };
    const auto take = [&](const QString &mark) {
        if (text.startsWith(mark, Qt::CaseInsensitive) && !isBeside(mark.size()))
            text = text.mid(mark.size()).trimmed();
        else if (text.endsWith(mark, Qt::CaseInsensitive) && !isBeside(text.size() - mark.size() - 1))
            text = text.left(text.size() - mark.size()).trimmed();
        else
            return false;
        return true;
    };
    for (const Sign &entry : signs) {
        if (take(QString::fromUtf16(entry.sign)))
            return QString::fromLatin1(entry.currency);
    }
    if (text.size() < 4)
        return {};
    for (const QString &code : {text.left(3).toUpper(), text.right(3).toUpper()}) {
        if (money::isCurrency(code) && take(code))
            return code;
    }
    return {};
}

} // namespace

int money::decimalsOf(const QString &currency)
{
    const auto found = std::find_if(std::begin(unusual), std::end(unusual),
                                    [&](const Decimals &entry) { return currency == L(entry.currency); });
    return found != std::end(unusual) ? found->count : 2;
}

bool money::isCurrency(const QString &code)
{
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
}

Result<Money> money::fromDecimal(const QString &amount, const QString &currency)
{
    if (!isCurrency(currency))
        return unknownCurrency(currency);
    const bool negative = amount.startsWith(u'-');
    const QStringView number = QStringView(amount).mid(negative ? 1 : 0);
    const qsizetype point = number.indexOf(u'.');
    const QStringView whole = number.left(point < 0 ? number.size() : point);
    const QStringView decimals = point < 0 ? QStringView() : number.mid(point + 1);
    if (whole.isEmpty() || !allDigits(whole) || !allDigits(decimals) || (point >= 0 && decimals.isEmpty()))
        return invalid(amount);
    if (decimals.size() > decimalsOf(currency))
        return Error{QStringLiteral("money.decimals"),
                     Words::tr("“%1” has more decimals than %2 has").arg(amount, currency)};
    return assembled(negative, whole, decimals, currency);
}

QString money::toDecimal(const Money &money)
{
    const int decimals = decimalsOf(money.currency);
    QString digits = QString::number(money.minor);
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return negative ? u'-' + digits : digits;
}

QJsonObject money::toJson(const Money &money)
{
    return {{QStringLiteral("amount"), toDecimal(money)}, {QStringLiteral("currency"), money.currency}};
}

Result<Money> money::fromJson(const QJsonObject &object)
{
    return fromDecimal(object[L("amount")].toString(), object[L("currency")].toString());
}

Result<Money> money::read(const QString &text, const QString &currency, DecimalSign sign)
{
    // A minus stands before or after a currency: "-€5", "€-5", "(5 €)".
    QString number = text.simplified();
    const bool outside = takeMinus(number);
    const QString own = takeCurrency(number).value_or(currency);
    auto decimal = readDecimal(number, decimalsOf(own), sign);
    if (!decimal)
        return decimal.error();
    Decimal amount = std::move(decimal).value();
    if (outside && amount.negative)
        return invalid(text);
    amount.negative = outside || amount.negative;
    // Zeros beyond the smallest unit say nothing ("0.500" in euros); other digits would be lost.
    while (amount.decimals.size() > decimalsOf(own) && amount.decimals.endsWith(u'0'))
        amount.decimals.chop(1);
    return fromDecimal(amount.text(), own);
}

Result<Done> MoneySums::add(const Money &money)
{
    const auto total = sum(minorOf(money.currency), money.minor);
    if (!total)
        return tooLarge();
    m_minor.insert(money.currency, *total);
    return Done{};
}

Result<Done> MoneySums::subtract(const Money &money)
{
    if (money.minor == std::numeric_limits<qint64>::min())
        return tooLarge();
    return add({-money.minor, money.currency});
}

QVector<Money> MoneySums::sums() const
{
    QVector<Money> sums;
    for (auto it = m_minor.cbegin(); it != m_minor.cend(); ++it)
        sums.append({it.value(), it.key()});
    return sums;
}

} // namespace frontdesk
