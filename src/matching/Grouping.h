// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/Likeness.h"

#include <QtCore/QVector>

#include <functional>

namespace frontdesk::matching {

/// Which of many, numbered from 0, belong together as pairs of them are joined (union–find).
class Grouping {
public:
    explicit Grouping(qsizetype count);

    void join(quint32 a, quint32 b, const Likeness &why);
    /// How many would be in one group if these two were joined.
    [[nodiscard]] qsizetype sizeTogether(quint32 a, quint32 b);

    /// Of two and more, the likeliest first.
    [[nodiscard]] QVector<DuplicateGroup> groups(const std::function<QString(quint32)> &idOf);

private:
    quint32 rootOf(quint32 one);

    struct Node {
        quint32 parent = 0;
        quint32 size = 1;  ///< of a root: how many it stands for
        Likeness why = {}; ///< why it was joined with any other
    };
    QVector<Node> m_nodes;
};

} // namespace frontdesk::matching
