// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/DuplicateSearch.h"
#include "models/records/RecordNames.h"

#include <QtCore/QTimer>

namespace frontdesk::models {

/// Who is in the records twice, found by a scan over all of them, the likeliest first. GUI thread.
class DuplicateGroupsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(bool scanning READ scanning NOTIFY scanningChanged FINAL)
    Q_PROPERTY(bool scanned READ scanned NOTIFY scanningChanged FINAL) ///< what is here is an answer

public:
    enum Roles {
        TitleRole = Qt::UserRole + 1, ///< their names
        ReasonRole,                   ///< "The same e-mail address"
    };
    using SearchOf = std::function<DuplicateSearch &(RecordKind kind)>;

    DuplicateGroupsModel(const RecordNames &names, SearchOf searchOf, QObject *parent = nullptr);

    [[nodiscard]] bool scanning() const { return m_scanning; }
    [[nodiscard]] bool scanned() const { return m_scanned; }
    Q_INVOKABLE void scan(const QString &kind);                     ///< "contact" or "company"
    Q_INVOKABLE [[nodiscard]] QStringList recordsOf(int row) const; ///< ["contact:ID", …]
    Q_INVOKABLE void leaveOut(int row);                             ///< they are not the same; until the program ends
    Q_INVOKABLE void stop();                                        ///< nobody looks at it any more

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void scanningChanged();

private:
    void ask();
    void show(QVector<matching::DuplicateGroup> groups);

    const RecordNames &m_names;
    SearchOf m_searchOf;
    DuplicateSearch *m_search = nullptr;
    RecordKind m_kind = RecordKind::Contact;
    bool m_scanning = false;
    bool m_scanned = false;
    QSet<QStringList> m_leftOut; ///< ids
    QTimer m_rescan;
    QVector<matching::DuplicateGroup> m_groups;
};

} // namespace frontdesk::models
