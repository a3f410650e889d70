// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartCursor.h"

#include <algorithm>

namespace frontdesk::charts {

void ChartCursor::setFigures(ChartFigures *figures)
{
    if (figures == m_figures)
        return;
    if (m_figures)
        m_figures->disconnect(this);
    m_figures = figures;
    if (figures) {
        connect(figures, &ChartFigures::figuresChanged, this, [this] {
            if (m_category < 0)
                return;
            if (m_category < m_figures->count() && m_series < std::max(1, m_figures->seriesCount()))
                Q_EMIT changed(); // the words
            else
                end();
        });
    }
    end();
    Q_EMIT figuresChanged();
}

void ChartCursor::setSingle(bool single)
{
    if (single == m_single)
        return;
    m_single = single;
    Q_EMIT changed();
}

QString ChartCursor::heading() const
{
    if (!isReading())
        return {};
    const FigureTable &table = m_figures->table();
    const QString category = table.categories.value(m_category);
    return m_single ? tr("%1, %2", "a series such as a weekday, and a category such as an hour")
                          .arg(nameOf(table, m_series), category)
                    : category;
}

QStringList ChartCursor::names() const
{
    if (!isReading())
        return {};
    if (m_single)
        return {QString()};
    QStringList names;
    for (int series = 0; series < m_figures->seriesCount(); ++series)
        names.append(nameOf(m_figures->table(), series));
    return names;
}

QStringList ChartCursor::texts() const
{
    if (!isReading())
        return {};
    if (m_single)
        return {textOf(m_figures->table(), m_series, m_category)};
    QStringList texts;
    for (int series = 0; series < m_figures->seriesCount(); ++series)
        texts.append(textOf(m_figures->table(), series, m_category));
    return texts;
}

QString ChartCursor::spoken() const
{
    if (!isReading())
        return {};
    return m_single ? spokenCell(m_figures->table(), m_series, m_category) : spokenRow(m_figures->table(), m_category);
}

void ChartCursor::read(int series, int category)
{
    const bool there = m_figures && category >= 0 && category < m_figures->count() && series >= 0 &&
                       series < std::max(1, m_figures->seriesCount());
    const int nextSeries = there && m_single ? series : 0;
    const int nextCategory = there ? category : -1;
    if (nextSeries == m_series && nextCategory == m_category)
        return;
    m_series = nextSeries;
    m_category = nextCategory;
    Q_EMIT changed();
}

void ChartCursor::step(int categories)
{
    if (!m_figures || m_figures->count() == 0)
        return;
    const int last = m_figures->count() - 1;
    const int from = m_category >= 0 ? m_category + categories : categories > 0 ? 0 : last;
    read(m_series, std::clamp(from, 0, last));
}

void ChartCursor::stepSeries(int series)
{
    if (!m_figures || m_figures->count() == 0)
        return;
    const int last = std::max(0, m_figures->seriesCount() - 1);
    if (m_category < 0)
        read(series > 0 ? 0 : last, 0);
    else
        read(std::clamp(m_series + series, 0, last), m_category);
}

void ChartCursor::toLast()
{
    if (m_figures)
        read(m_series, m_figures->count() - 1);
}

} // namespace frontdesk::charts
