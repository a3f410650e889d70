// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QLocale>

/// Figures of the dashboard as a person reads them. Pure.
namespace frontdesk::models::figurewords {

QString count(qint64 value, const QLocale &locale = QLocale());
QString duration(qint64 milliseconds);                               ///< "42 s", "1 m 52 s", "3 h 5 m", "12 d 4 h"
QString percent(qint64 perMille, const QLocale &locale = QLocale()); ///< "34 %"
/// Amounts of money as on the wire, in three digits and a word: "€ 412 k"; several one after another, the largest first
/// by number; "–" for none.
QString money(const QJsonValue &amounts, const QLocale &locale = QLocale());
QString exactMoney(const QJsonValue &amounts, const QLocale &locale = QLocale()); ///< "€ 412,300.50"
QString age(qint64 at, qint64 now, const QLocale &locale = QLocale());            ///< "as of 09:41"

/// How much something has changed, for a tile: by which words and in which direction ("up", "down", "same"; empty:
/// nothing to compare with).
struct Change {
    QString text;
    QString direction;
    friend bool operator==(const Change &, const Change &) = default;
};
Change byCount(qint64 now, qint64 before);
Change byPart(double now, double before); ///< in per cent of what was
Change byPoints(qint64 perMille, qint64 before);
/// Of one currency; several cannot be compared.
Change ofMoney(const QJsonValue &now, const QJsonValue &before);

/// The currencies of amounts, the most frequent first.
QStringList currencies(const QVector<QJsonValue> &amounts);
/// The amounts of the currency that figures are drawn in: a chart has one axis. As doubles, for drawing only.
QString mainCurrency(const QVector<QJsonValue> &amounts);
double drawn(const QJsonValue &amounts, const QString &currency);
QString patternOf(const QString &currency, const QLocale &locale = QLocale()); ///< "€ %1"

} // namespace frontdesk::models::figurewords
