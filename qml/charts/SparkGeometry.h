// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartPaths.h"

#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::charts {

/// The line of a sparkline: from the lowest to the highest value over the whole height, since it only shows a course.
/// GUI thread.
class SparkGeometry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<qreal> values MEMBER m_values WRITE setValues NOTIFY changed FINAL)
    Q_PROPERTY(qreal width MEMBER m_width WRITE setWidth NOTIFY changed FINAL)
    Q_PROPERTY(qreal height MEMBER m_height WRITE setHeight NOTIFY changed FINAL)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored WRITE setMirrored NOTIFY changed FINAL)
    Q_PROPERTY(QVariant paths READ paths NOTIFY changed FINAL) ///< for PathMultiline
    Q_PROPERTY(QPointF end READ end NOTIFY changed FINAL)      ///< the newest value that is known

public:
    using QObject::QObject;

    void setValues(const QList<qreal> &values) { set(m_values, values); }
    void setWidth(qreal width) { set(m_width, width); }
    void setHeight(qreal height) { set(m_height, height); }
    void setMirrored(bool mirrored) { set(m_mirrored, mirrored); }

    [[nodiscard]] QVariant paths() const { return QVariant::fromValue(lines()); }
    [[nodiscard]] QPointF end() const;

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        Q_EMIT changed();
    }
    [[nodiscard]] QList<Path> lines() const;

    QList<qreal> m_values;
    qreal m_width = 0;
    qreal m_height = 0;
    bool m_mirrored = false;
};

} // namespace frontdesk::charts
