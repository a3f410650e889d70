// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "transfer/Import.h"

namespace frontdesk::models {

/// Rows of a file that cannot be imported, and why. GUI thread.
class ImportProblemsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ImportModel")

public:
    enum Roles {
        LineRole = Qt::UserRole + 1, ///< "Line 3"
        WordsRole,
    };

    using RowListModel::RowListModel;

    void show(QVector<transfer::RowProblem> problems);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QVector<transfer::RowProblem> m_problems;
};

} // namespace frontdesk::models
