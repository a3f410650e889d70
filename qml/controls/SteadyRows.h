// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QPointer>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// The rows of another list. When that is exchanged, the rows that are as far from the end stay and get other values,
/// and only the difference comes or goes at the beginning: a view of a list that is read at its end, such as messages,
/// keeps the items it has built. All sources have the same roles. GUI thread.
class SteadyRows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    /// Null at first only: after the end of a source its rows stay, without values, until there is another one.
    Q_PROPERTY(QAbstractItemModel *source READ source WRITE setSource NOTIFY sourceChanged FINAL)

public:
    explicit SteadyRows(QObject *parent = nullptr);

    [[nodiscard]] QAbstractItemModel *source() const { return m_source; }
    void setSource(QAbstractItemModel *source);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sourceChanged();

private:
    void follow(QAbstractItemModel *source);
    void exchange(QAbstractItemModel *source);

    QPointer<QAbstractItemModel> m_source;
    int m_count = 0;
    int m_before = 0; ///< rows of the source before the first one; not 0 only while it is exchanged
};

} // namespace frontdesk
