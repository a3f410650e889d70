// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "models/RowListModel.h"
#include "models/records/RecordTexts.h"

namespace frontdesk::models {

/// The few contacts, companies, deals, tasks and files of them that answer what is typed, from the cache and the
/// outbox. GUI thread.
class FoundRecordsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL) ///< empty: none are looked for

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< to open, "deal:ID"; of a file what it is about
        KindRole,
        TitleRole,
        DetailRole, ///< "Contact · Okafor Studio"
        InitialsRole,
        AvatarKeyRole,
    };

    FoundRecordsModel(sync::Session &session, const RecordTexts &texts, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void textChanged();

private:
    void show(QVector<RecordState> found);
    [[nodiscard]] QString detailOf(const RecordState &state) const;

    static constexpr int mostRows = 5;

    sync::Session &m_session;
    const RecordTexts &m_texts;
    QString m_text;
    QVector<RecordState> m_found;
    Refresh<QVector<RecordState>> m_refresh;
};

} // namespace frontdesk::models
