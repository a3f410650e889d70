// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "models/RowListModel.h"
#include "sync/Session.h"

namespace frontdesk::models {

/// What lies in the bin of a kind of which there are few, and the way back. GUI thread.
class BinListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the CrmSetup")

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1,
        NameRole,
    };

    BinListModel(sync::Session &session, RecordKind kind, QObject *parent = nullptr);

    Q_INVOKABLE void restore(const QString &record);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    sync::Session &m_session;
    QVector<RecordState> m_records;
    Refresh<QVector<RecordState>> m_refresh;
};

} // namespace frontdesk::models
