// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartFigures.h"
#include "ChartScale.h"

#include <QtCore/QPointer>
#include <QtCore/QRectF>
#include <QtGui/QFont>

namespace frontdesk::charts {

/// What a heat map draws: a row for each series (a weekday), a cell for each category (an hour), and how strong each
/// cell is. Pixels of an item that has the rows' names where reading begins and the categories' below. GUI thread.
class HeatGeometry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(frontdesk::charts::ChartFigures *figures READ figures WRITE setFigures NOTIFY figuresChanged FINAL)
    Q_PROPERTY(qreal width MEMBER m_width WRITE setWidth NOTIFY inputChanged FINAL)
    Q_PROPERTY(qreal height MEMBER m_height WRITE setHeight NOTIFY inputChanged FINAL)
    Q_PROPERTY(QFont font MEMBER m_font WRITE setFont NOTIFY inputChanged FINAL) ///< of the labels
    Q_PROPERTY(bool mirrored MEMBER m_mirrored WRITE setMirrored NOTIFY inputChanged FINAL)
    Q_PROPERTY(qreal gap MEMBER m_gap WRITE setGap NOTIFY inputChanged FINAL)     ///< between cells
    Q_PROPERTY(int steps MEMBER m_steps WRITE setSteps NOTIFY inputChanged FINAL) ///< levels besides 0

    Q_PROPERTY(QRectF plot READ plot NOTIFY scaleChanged FINAL)
    Q_PROPERTY(QSizeF cell READ cell NOTIFY scaleChanged FINAL)
    Q_PROPERTY(QList<qreal> places READ places NOTIFY scaleChanged FINAL) ///< the middles of the categories
    Q_PROPERTY(int labelStep READ labelStep NOTIFY scaleChanged FINAL)
    Q_PROPERTY(QList<int> levels READ levels NOTIFY levelsChanged FINAL) ///< 0 to `steps`, row after row

public:
    using QObject::QObject;

    [[nodiscard]] ChartFigures *figures() const { return m_figures; }
    void setFigures(ChartFigures *figures);
    void setWidth(qreal width) { set(m_width, width); }
    void setHeight(qreal height) { set(m_height, height); }
    void setFont(const QFont &font) { set(m_font, font); }
    void setMirrored(bool mirrored) { set(m_mirrored, mirrored); }
    void setGap(qreal gap) { set(m_gap, gap); }
    void setSteps(int steps) { set(m_steps, steps); }

    [[nodiscard]] QRectF plot() const { return m_scale.plot; }
    [[nodiscard]] QSizeF cell() const { return m_scale.cell; }
    [[nodiscard]] QList<qreal> places() const;
    [[nodiscard]] int labelStep() const { return m_scale.labelStep; }
    [[nodiscard]] QList<int> levels() const { return m_levels; }

    Q_INVOKABLE int seriesAt(qreal y) const;   ///< -1 beside the cells
    Q_INVOKABLE int categoryAt(qreal x) const; ///< -1 beside the cells
    Q_INVOKABLE QRectF cellOf(int series, int category) const;

Q_SIGNALS:
    void figuresChanged();
    void inputChanged();
    void scaleChanged();
    void levelsChanged();

private:
    struct Scale {
        QRectF plot;
        QSizeF cell;
        int labelStep = 1;

        friend bool operator==(const Scale &, const Scale &) = default;
    };

    template <typename T>
    void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        Q_EMIT inputChanged();
        update();
    }
    void update();
    [[nodiscard]] Scale scale() const;

    QPointer<ChartFigures> m_figures;
    qreal m_width = 0;
    qreal m_height = 0;
    QFont m_font;
    bool m_mirrored = false;
    qreal m_gap = 3;
    int m_steps = 5;
    Scale m_scale;
    QList<int> m_levels;
};

} // namespace frontdesk::charts
