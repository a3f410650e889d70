// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordSelection.h"

#include <algorithm>

namespace frontdesk::models {

RecordSelection::RecordSelection(const QVector<qint64> &keys, QObject *parent)
    : QObject(parent)
    , m_keys(keys)
{
}

QVector<qint64> RecordSelection::keys() const
{
    QVector<qint64> chosen;
    chosen.reserve(m_chosen.size());
    std::copy_if(m_keys.begin(), m_keys.end(), std::back_inserter(chosen),
                 [&](qint64 key) { return m_chosen.contains(key); });
    return chosen;
}

void RecordSelection::toggle(int row)
{
    if (row < 0 || row >= m_keys.size())
        return;
    const qint64 key = m_keys[row];
    if (!m_chosen.remove(key))
        m_chosen.insert(key);
    m_anchor = key;
    Q_EMIT changed();
}

void RecordSelection::extendTo(int row)
{
    if (row < 0 || row >= m_keys.size())
        return;
    const qsizetype anchor = m_anchor ? m_keys.indexOf(*m_anchor) : -1;
    const qsizetype from = anchor < 0 ? row : anchor;
    for (qsizetype place = std::min<qsizetype>(from, row); place <= std::max<qsizetype>(from, row); ++place)
        m_chosen.insert(m_keys[place]);
    if (anchor < 0)
        m_anchor = m_keys[row];
    Q_EMIT changed();
}

void RecordSelection::selectAll()
{
    m_chosen = QSet<qint64>(m_keys.begin(), m_keys.end());
    Q_EMIT changed();
}

void RecordSelection::clear()
{
    if (m_chosen.isEmpty())
        return;
    m_chosen.clear();
    m_anchor.reset();
    Q_EMIT changed();
}

void RecordSelection::follow()
{
    if (m_chosen.isEmpty())
        return;
    const qsizetype before = m_chosen.size();
    QSet<qint64> left;
    for (const qint64 key : m_keys)
        if (key >= 0 && m_chosen.contains(key)) // the numbers of unconfirmed ones are not theirs for long
            left.insert(key);
    m_chosen = std::move(left);
    if (m_chosen.size() != before)
        Q_EMIT changed();
}

} // namespace frontdesk::models
