// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// What a person should read, such as "The disk is full"; newest first, each stays until it is dismissed. The same
/// notice twice is shown once.
class NoticeListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AppController")

public:
    enum Roles { NoticeIdRole = Qt::UserRole + 1, TextRole, CodeRole };

    explicit NoticeListModel(QObject *parent = nullptr);

    void add(const Error &error);
    Q_INVOKABLE void dismiss(int noticeId);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override; ///< noticeId, text, code

private:
    struct Row {
        int id = 0;
        Error error;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show(QVector<Row> rows);

    QVector<Row> m_rows;
    int m_nextId = 1;
};

} // namespace frontdesk::models
