// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/Grouping.h"

#include <QtCore/QHash>

#include <algorithm>

namespace frontdesk::matching {

Grouping::Grouping(qsizetype count)
    : m_nodes(count)
{
    for (qsizetype i = 0; i < count; ++i)
        m_nodes[i].parent = quint32(i);
}

quint32 Grouping::rootOf(quint32 one)
{
    while (m_nodes[one].parent != one) {
        m_nodes[one].parent = m_nodes[m_nodes[one].parent].parent;
        one = m_nodes[one].parent;
    }
    return one;
}

void Grouping::join(quint32 a, quint32 b, const Likeness &why)
{
    Likeness &known = m_nodes[a].why;
    known.sameEmail = known.sameEmail || why.sameEmail;
    known.samePhone = known.samePhone || why.samePhone;
    known.name = std::max(known.name, why.name);
    quint32 larger = rootOf(a);
    quint32 smaller = rootOf(b);
    if (larger == smaller)
        return;
    if (m_nodes[larger].size < m_nodes[smaller].size)
        std::swap(larger, smaller);
    m_nodes[smaller].parent = larger;
    m_nodes[larger].size += m_nodes[smaller].size;
}

qsizetype Grouping::sizeTogether(quint32 a, quint32 b)
{
    const quint32 first = rootOf(a);
    const quint32 second = rootOf(b);
    return first == second ? m_nodes[first].size : m_nodes[first].size + m_nodes[second].size;
}

QVector<DuplicateGroup> Grouping::groups(const std::function<QString(quint32)> &idOf)
{
    QHash<quint32, DuplicateGroup> byRoot;
    for (quint32 one = 0; one < quint32(m_nodes.size()); ++one) {
        const quint32 root = rootOf(one);
        if (m_nodes[root].size < 2)
            continue;
        DuplicateGroup &group = byRoot[root];
        const Likeness &why = m_nodes[one].why;
        group.ids.append(idOf(one));
        group.why.sameEmail = group.why.sameEmail || why.sameEmail;
        group.why.samePhone = group.why.samePhone || why.samePhone;
        group.why.name = std::max(group.why.name, why.name);
    }
    QVector<DuplicateGroup> groups(byRoot.cbegin(), byRoot.cend());
    for (DuplicateGroup &group : groups)
        group.ids.sort();
    std::sort(groups.begin(), groups.end(), [](const DuplicateGroup &a, const DuplicateGroup &b) {
        return a.why.isStronger(b.why) || (!b.why.isStronger(a.why) && a.ids < b.ids);
    });
    return groups;
}

} // namespace frontdesk::matching
