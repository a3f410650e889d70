// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/Alarms.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<double> numberIn(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object[name];
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

Alarms alarmsFrom(const QJsonObject &kept)
{
    Alarms alarms;
    for (auto entry = kept.begin(); entry != kept.end(); ++entry) {
        const QJsonObject bounds = entry->toObject();
        const Alarm alarm{.above = numberIn(bounds, "above"_L1),
                          .below = numberIn(bounds, "below"_L1),
                          .sounds = bounds["sounds"_L1].toBool()};
        if (alarm.isSet())
            alarms.insert(entry.key(), alarm);
    }
    return alarms;
}

QJsonObject toJson(const Alarms &alarms)
{
    QJsonObject kept;
    for (auto alarm = alarms.begin(); alarm != alarms.end(); ++alarm) {
        QJsonObject bounds;
        if (alarm->above)
            bounds.insert("above"_L1, *alarm->above);
        if (alarm->below)
            bounds.insert("below"_L1, *alarm->below);
        if (alarm->isSet() && alarm->sounds)
            bounds.insert("sounds"_L1, true);
        if (!bounds.isEmpty())
            kept.insert(alarm.key(), bounds);
    }
    return kept;
}

QString reasonOf(const Alarm &alarm, double number, const QLocale &locale)
{
    if (alarm.above && number > *alarm.above)
        return QCoreApplication::translate("Dashboard", "above %1").arg(textOf(alarm.above, locale));
    if (alarm.below && number < *alarm.below)
        return QCoreApplication::translate("Dashboard", "below %1").arg(textOf(alarm.below, locale));
    return {};
}

TypedBound boundFrom(const QString &text, const QLocale &locale)
{
    if (text.trimmed().isEmpty())
        return {};
    bool understood = false;
    const double number = locale.toDouble(text.trimmed(), &understood);
    return understood ? TypedBound{.bound = number} : TypedBound{.isWrong = true};
}

QString textOf(const std::optional<double> &bound, const QLocale &locale)
{
    return bound ? locale.toString(*bound, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace frontdesk::models
