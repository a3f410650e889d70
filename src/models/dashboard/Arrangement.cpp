// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/Arrangement.h"

#include <algorithm>

namespace frontdesk::models {

QStringList arranged(const QStringList &names, const QStringList &chosen)
{
    QStringList order;
    for (const QStringList &some : {chosen, names})
        for (const QString &name : some)
            if (names.contains(name) && !order.contains(name))
                order.append(name);
    return order;
}

QStringList moved(QStringList names, const QString &name, qsizetype to)
{
    if (const qsizetype from = names.indexOf(name); from >= 0)
        names.move(from, std::clamp<qsizetype>(to, 0, names.size() - 1));
    return names;
}

} // namespace frontdesk::models
