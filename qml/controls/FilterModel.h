// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// The rows of another model whose role contains a text, or its words' beginnings without accents, at most `limit` of
/// them, in the order they have there. It lets a view narrow a shared model without narrowing it for others. GUI
/// thread.
class FilterModel : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterTextChanged FINAL) ///< any case; empty: every row
    Q_PROPERTY(QString roleName READ roleName WRITE setRoleName NOTIFY roleNameChanged FINAL)
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY limitChanged FINAL) ///< 0: no limit
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    explicit FilterModel(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString roleName() const { return m_roleName; }
    void setRoleName(const QString &name);
    [[nodiscard]] int limit() const { return m_limit; }
    void setLimit(int limit);
    [[nodiscard]] int count() const { return rowCount(); }

    void setSourceModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    void filterTextChanged();
    void roleNameChanged();
    void limitChanged();
    void countChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool matches(int row) const;

    QString m_text;
    QString m_roleName;
    int m_limit = 0;
};

} // namespace frontdesk
