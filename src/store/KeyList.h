// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace frontdesk::store {

/// Keys as SQLite's group_concat() gives them, parted by commas.
template <class Use>
void eachKey(const QString &text, Use use)
{
    if (text.isEmpty())
        return;
    qint64 key = 0;
    for (const QChar unit : text) {
        if (unit == u',')
            use(std::exchange(key, 0));
        else
            key = key * 10 + (unit.unicode() - u'0');
    }
    use(key);
}

} // namespace frontdesk::store
