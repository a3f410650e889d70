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
    enum Roles {
        NoticeIdRole = Qt::UserRole + 1,
        TextRole,
        CodeRole,
        RecordRole, ///< what it is about and can be shown: "conversation:ID", "person:ID"; else empty
    };

    explicit NoticeListModel(QObject *parent = nullptr);

    /// `error.detail` may say what it is about: "record", and "subject", the name to retract it by.
    void add(const Error &error);
    void retract(const QString &subject); ///< it is over
    Q_INVOKABLE void dismiss(int noticeId);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override; ///< noticeId, text, code, record

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
