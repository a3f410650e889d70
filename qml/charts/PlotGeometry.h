// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartFigures.h"
#include "ChartPaths.h"

#include <QtCore/QPointer>
#include <QtGui/QFont>

namespace frontdesk::charts {

/// What a chart with a value axis draws: binds the pure functions of ChartScale and ChartPaths to the figures and the
/// size of an item. All positions are pixels of that item, which has the axis' labels where reading begins and the
/// categories' below. Told apart is what changes with each value and what seldom changes. GUI thread.
class PlotGeometry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(frontdesk::charts::ChartFigures *figures READ figures WRITE setFigures NOTIFY figuresChanged FINAL)
    Q_PROPERTY(qreal width MEMBER m_width WRITE setWidth NOTIFY inputChanged FINAL)
    Q_PROPERTY(qreal height MEMBER m_height WRITE setHeight NOTIFY inputChanged FINAL)
    Q_PROPERTY(QFont font MEMBER m_font WRITE setFont NOTIFY inputChanged FINAL) ///< of the labels
    Q_PROPERTY(bool mirrored MEMBER m_mirrored WRITE setMirrored NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool columns MEMBER m_columns WRITE setColumns NOTIFY inputChanged FINAL) ///< lines otherwise
    /// The series the others are measured against, -1 for none: it stands in no column's way and is not filled.
    Q_PROPERTY(int target MEMBER m_target WRITE setTarget NOTIFY inputChanged FINAL)

    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged FINAL) ///< the category being read

    Q_PROPERTY(QRectF plot READ plot NOTIFY scaleChanged FINAL)
    Q_PROPERTY(qreal zero READ zero NOTIFY scaleChanged FINAL)
    Q_PROPERTY(QList<qreal> ticks READ ticks NOTIFY scaleChanged FINAL) ///< their y, from the lowest value
    Q_PROPERTY(QStringList tickTexts READ tickTexts NOTIFY scaleChanged FINAL)
    Q_PROPERTY(QList<qreal> places READ places NOTIFY scaleChanged FINAL) ///< x of the categories
    Q_PROPERTY(int labelStep READ labelStep NOTIFY scaleChanged FINAL)    ///< every how many of them has a label
    /// For PathMultiline, by series: lines or outlines of columns, and areas below lines.
    Q_PROPERTY(QVariantList paths READ paths NOTIFY drawnChanged FINAL)
    Q_PROPERTY(QVariantList areas READ areas NOTIFY drawnChanged FINAL)
    /// The y of each series at the category being read; not a number where the value is unknown.
    Q_PROPERTY(QList<qreal> currentPoints READ currentPoints NOTIFY currentChanged FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] ChartFigures *figures() const { return m_figures; }
    void setFigures(ChartFigures *figures);
    void setWidth(qreal width) { set(m_width, width); }
    void setHeight(qreal height) { set(m_height, height); }
    void setFont(const QFont &font) { set(m_font, font); }
    void setMirrored(bool mirrored) { set(m_mirrored, mirrored); }
    void setColumns(bool columns) { set(m_columns, columns); }
    void setTarget(int target) { set(m_target, target); }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int current);

    [[nodiscard]] QRectF plot() const { return m_scale.plot; }
    [[nodiscard]] qreal zero() const;
    [[nodiscard]] QList<qreal> ticks() const;
    [[nodiscard]] QStringList tickTexts() const { return m_scale.tickTexts; }
    [[nodiscard]] QList<qreal> places() const { return m_scale.places; }
    [[nodiscard]] int labelStep() const { return m_scale.labelStep; }
    [[nodiscard]] QVariantList paths() const;
    [[nodiscard]] QVariantList areas() const;
    [[nodiscard]] QList<qreal> currentPoints() const;

    Q_INVOKABLE int categoryAt(qreal x) const { return nearestPlace(m_scale.places, x); }

Q_SIGNALS:
    void figuresChanged();
    void inputChanged();
    void scaleChanged();
    void drawnChanged();
    void currentChanged();

private:
    struct Scale {
        Axis axis;
        QRectF plot;
        QStringList tickTexts;
        QList<double> places;
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
    [[nodiscard]] QList<Path> pathsOf(int series) const;

    QPointer<ChartFigures> m_figures;
    qreal m_width = 0;
    qreal m_height = 0;
    QFont m_font;
    bool m_mirrored = false;
    bool m_columns = false;
    int m_target = -1;
    int m_current = -1;
    Scale m_scale;
    QList<QList<Path>> m_paths; ///< by series, from the top left of the plot
};

} // namespace frontdesk::charts
