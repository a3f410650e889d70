// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartFigures.h"

#include <QtCore/QPointer>

namespace frontdesk::charts {

/// The one value, or category, of a chart that is being read, by mouse or keyboard, and its words. GUI thread.
class ChartCursor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(frontdesk::charts::ChartFigures *figures READ figures WRITE setFigures NOTIFY figuresChanged FINAL)
    Q_PROPERTY(bool single READ isSingle WRITE setSingle NOTIFY changed FINAL) ///< reads one value, not a category's
    Q_PROPERTY(int series READ series NOTIFY changed FINAL)                    ///< 0 unless it is `single`
    Q_PROPERTY(int category READ category NOTIFY changed FINAL)                ///< -1: nothing is being read
    Q_PROPERTY(QString heading READ heading NOTIFY changed FINAL)
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL) ///< beside `texts`
    Q_PROPERTY(QStringList texts READ texts NOTIFY changed FINAL)
    Q_PROPERTY(QString spoken READ spoken NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] ChartFigures *figures() const { return m_figures; }
    void setFigures(ChartFigures *figures);
    [[nodiscard]] bool isSingle() const { return m_single; }
    void setSingle(bool single);
    [[nodiscard]] int series() const { return m_series; }
    [[nodiscard]] int category() const { return m_category; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QString spoken() const;

    Q_INVOKABLE void read(int series, int category); ///< what does not exist ends the reading
    Q_INVOKABLE void end() { read(0, -1); }
    /// From the cursor on, and from the beginning (or the end, backwards) where nothing was being read; stops at the
    /// edges.
    Q_INVOKABLE void step(int categories);
    Q_INVOKABLE void stepSeries(int series);
    Q_INVOKABLE void toFirst() { read(m_series, 0); }
    Q_INVOKABLE void toLast();

Q_SIGNALS:
    void figuresChanged();
    void changed();

private:
    [[nodiscard]] bool isReading() const { return m_figures && m_category >= 0; }

    QPointer<ChartFigures> m_figures;
    bool m_single = false;
    int m_series = 0;
    int m_category = -1;
};

} // namespace frontdesk::charts
