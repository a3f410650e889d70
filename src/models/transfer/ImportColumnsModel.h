// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "transfer/Preview.h"

namespace frontdesk::models {

/// The columns of a file that is to be imported: what each is called, what stands in its first rows, and what it
/// becomes. GUI thread.
class ImportColumnsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ImportModel")

public:
    enum Roles {
        HeadingRole = Qt::UserRole + 1,
        SampleRole,     ///< values of the first rows, in one line
        TargetRole,     ///< the field as in exchange::DraftField; empty: it is left out
        TargetTextRole, ///< what a person calls it
    };

    using RowListModel::RowListModel;

    void show(const transfer::Preview &preview);
    void clear();
    [[nodiscard]] QString targetAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        int place = 0; ///< in the file, from 0
        QString heading;
        QString sample;
        QString target;
        QString targetText;
        friend bool operator==(const Row &, const Row &) = default;
    };
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
