// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>

#include <optional>

namespace frontdesk::models {

/// When a figure asks for attention: beyond these, in the unit of its tile (a number, minutes, per cent).
struct Alarm {
    std::optional<double> above = {};
    std::optional<double> below = {};
    bool sounds = false; ///< it is also to be heard

    [[nodiscard]] bool isSet() const { return above || below; }
    friend bool operator==(const Alarm &, const Alarm &) = default;
};

/// By the name of the figure.
using Alarms = QHash<QString, Alarm>;

/// As they are kept: {figure: {"above": number, "below": number, "sounds": true}}. What is not understood is left out.
Alarms alarmsFrom(const QJsonObject &kept);
QJsonObject toJson(const Alarms &alarms);

/// Why there is an alarm, in words: "above 30"; empty: there is none.
QString reasonOf(const Alarm &alarm, double number, const QLocale &locale = QLocale());

/// A bound as somebody typed it; nothing typed: no bound. Wrong: what is not a number.
struct TypedBound {
    std::optional<double> bound = {};
    bool isWrong = false;
};
TypedBound boundFrom(const QString &text, const QLocale &locale = QLocale());
QString textOf(const std::optional<double> &bound, const QLocale &locale = QLocale()); ///< as it can be typed

} // namespace frontdesk::models
