// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/Wall.h"

#include "models/dashboard/Arrangement.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

QStringList Wall::shown() const
{
    QStringList names = pages;
    names.removeIf([this](const QString &page) { return hidden.contains(page); });
    return names;
}

Wall wallFrom(const QJsonObject &kept)
{
    Wall wall;
    wall.pages = arranged(wall.pages, kept["pages"_L1].toVariant().toStringList());
    for (const QString &page : kept["hidden"_L1].toVariant().toStringList())
        if (wall.pages.contains(page) && !wall.hidden.contains(page))
            wall.hidden.append(page);
    if (wall.shown().isEmpty())
        wall.hidden.clear();
    wall.seconds = std::clamp(kept["seconds"_L1].toInt(wall.seconds), Wall::fewestSeconds, Wall::mostSeconds);
    return wall;
}

QJsonObject toJson(const Wall &wall)
{
    return {{u"pages"_s, QJsonArray::fromStringList(wall.pages)},
            {u"hidden"_s, QJsonArray::fromStringList(wall.hidden)},
            {u"seconds"_s, wall.seconds}};
}

std::optional<int> secondsFrom(const QString &text)
{
    bool isNumber = false;
    const int seconds = text.trimmed().toInt(&isNumber);
    if (!isNumber || seconds < Wall::fewestSeconds || seconds > Wall::mostSeconds)
        return {};
    return seconds;
}

} // namespace frontdesk::models
