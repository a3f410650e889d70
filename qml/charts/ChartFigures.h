// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FigureTable.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::charts {

/// The figures of one chart for QML: written as plain lists, read by the chart, its cursor and its table alike, so that
/// they cannot differ. What is written is compared with what is there, and only the rows that differ are told; figures
/// can be written at each change. A row is a category, with the texts of all series. GUI thread.
class ChartFigures : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList categories READ categories WRITE setCategories NOTIFY categoriesChanged FINAL)
    Q_PROPERTY(QStringList names READ names WRITE setNames NOTIFY namesChanged FINAL)
    /// A list of numbers for each series. What is no number (null, undefined, NaN) is unknown.
    Q_PROPERTY(QVariantList values READ values WRITE setValues NOTIFY figuresChanged FINAL)
    /// Exact words for the values, a list for each series, such as money that must not be rounded. May be shorter.
    Q_PROPERTY(QVariantList texts READ texts WRITE setTexts NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString pattern READ pattern WRITE setPattern NOTIFY figuresChanged FINAL) ///< "€ %1"
    Q_PROPERTY(int decimals READ decimals WRITE setDecimals NOTIFY figuresChanged FINAL)  ///< 0: whole numbers
    Q_PROPERTY(int count READ count NOTIFY categoriesChanged FINAL)                       ///< of categories
    Q_PROPERTY(int seriesCount READ seriesCount NOTIFY seriesCountChanged FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY figuresChanged FINAL) ///< no value is known
    Q_PROPERTY(QString summary READ summary NOTIFY figuresChanged FINAL)

public:
    enum Role { CategoryRole = Qt::UserRole, CellsRole, SharesRole, SpokenRole };

    explicit ChartFigures(QObject *parent = nullptr);

    [[nodiscard]] const FigureTable &table() const { return m_table; }

    [[nodiscard]] QStringList categories() const { return m_table.categories; }
    void setCategories(const QStringList &categories);
    [[nodiscard]] QStringList names() const { return m_table.names; }
    void setNames(const QStringList &names);
    [[nodiscard]] QVariantList values() const;
    void setValues(const QVariantList &values);
    [[nodiscard]] QVariantList texts() const;
    void setTexts(const QVariantList &texts);
    [[nodiscard]] QString pattern() const { return m_table.pattern; }
    void setPattern(const QString &pattern);
    [[nodiscard]] int decimals() const { return m_table.decimals; }
    void setDecimals(int decimals);
    [[nodiscard]] int count() const { return int(m_table.categories.size()); }
    [[nodiscard]] int seriesCount() const { return int(m_table.values.size()); }
    [[nodiscard]] bool isEmpty() const { return charts::isEmpty(m_table); }
    [[nodiscard]] QString summary() const { return summaryOf(m_table); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void categoriesChanged();
    void namesChanged();
    void seriesCountChanged();
    void figuresChanged(); ///< anything that is drawn or read

private:
    void tellRows(int first, int last);

    FigureTable m_table;
    double m_highest = 0; ///< what the shares are of
};

} // namespace frontdesk::charts
