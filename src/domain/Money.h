// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/DecimalText.h"

#include <QtCore/QMap>
#include <QtCore/QVector>

/// Amounts of money, exact: whole numbers of a currency's smallest unit, never floating point. Pure.
namespace frontdesk {

struct Money {
    qint64 minor = 0; ///< in the currency's smallest unit: cents, yen, fils
    QString currency; ///< ISO 4217: three capital letters

    friend bool operator==(const Money &, const Money &) = default;
};

namespace money {

/// How many decimals a currency has (ISO 4217): 2, unless it is one of the few with none, three or four.
int decimalsOf(const QString &currency);

/// Whether it has the form of a currency's code; not whether the currency exists, as new ones are made.
bool isCurrency(const QString &code);

/// From its form on the wire: a decimal text such as "-12.5", with at most as many decimals as the currency has.
Result<Money> fromDecimal(const QString &amount, const QString &currency);
/// The same, the other way: always with all of the currency's decimals.
QString toDecimal(const Money &money);

/// `{"amount": "12.50", "currency": "EUR"}`.
QJsonObject toJson(const Money &money);
Result<Money> fromJson(const QJsonObject &object);

/// From what people and other programs write: "1.234,50", "1 234,50 €", "EUR 12", "(12.50)". A currency in the text
/// counts, else the one that is given. Numbers are read as readDecimal() does.
Result<Money> read(const QString &text, const QString &currency, DecimalSign sign);

} // namespace money

/// What amounts add up to, each currency for itself.
class MoneySums {
public:
    /// Refused when the sum would not fit; then it stays as it was.
    Result<Done> add(const Money &money);
    Result<Done> subtract(const Money &money);

    /// Sorted by currency; one that adds up to nothing stays, as it was there.
    [[nodiscard]] QVector<Money> sums() const;
    [[nodiscard]] qint64 minorOf(const QString &currency) const { return m_minor.value(currency); }

    friend bool operator==(const MoneySums &, const MoneySums &) = default;

private:
    QMap<QString, qint64> m_minor;
};

} // namespace frontdesk
