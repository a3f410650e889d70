// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// What happened to the connection, newest first. GUI thread.
class ConnectionHistoryModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConnectionStatus")

public:
    enum Roles {
        TimeTextRole = Qt::UserRole + 1, ///< "09:41:28"
        TextRole,                        ///< "Connecting failed: host unreachable"
        KindRole,                        ///< "ok", "warn" or "error"
    };

    explicit ConnectionHistoryModel(QObject *parent = nullptr);

    void setHistory(const QVector<connection::HistoryEntry> &history);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] static QString textOf(const connection::HistoryEntry &entry);
    [[nodiscard]] static QString kindOf(connection::State state); ///< "ok", "warn" or "error"

private:
    QVector<connection::HistoryEntry> m_rows;
};

} // namespace frontdesk::models
