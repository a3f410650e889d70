// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// The last things that went wrong with the connection, newest first. GUI thread.
class ConnectionProblemsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConnectionStatus")

public:
    enum Roles {
        TimeTextRole = Qt::UserRole + 1, ///< "09:41:28"
        TextRole,                        ///< "desk.example.org cannot be reached: Connection refused"
        CertificateRole,                 ///< the facts of a refused certificate as lines; else empty
    };

    explicit ConnectionProblemsModel(QObject *parent = nullptr);

    void setProblems(const QVector<connection::Problem> &problems);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QVector<connection::Problem> m_rows;
};

} // namespace frontdesk::models
