// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

/// Numbers of charts as a person reads them. Pure.
namespace frontdesk::charts {

/// With at most so many decimals, without zeros at the end: "1,204.5".
QString plainNumber(double value, int decimals, const QLocale &locale = QLocale());

/// Three digits and the word for the rest, as on an axis: "950", "12.5 k", "3 M". What is rounded up to the next word
/// takes it: 999 960 is "1 M".
QString shortNumber(double value, const QLocale &locale = QLocale());

} // namespace frontdesk::charts
