// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// People by name: everybody of the workspace, or the members of one conversation. GUI thread.
class PeopleModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")

public:
    enum Roles {
        UserIdRole = Qt::UserRole + 1,
        NameRole, ///< "name": what they log in with
        DisplayNameRole,
        InitialsRole,
        AvatarKeyRole,    ///< the same for ever, for a colour
        PresenceRole,     ///< "online", "away", "dnd" or "offline"
        PresenceTextRole, ///< in words, with last seen
        IsMeRole,
        RoleRole,  ///< "role": "admin" or "agent"
        AboutRole, ///< what they do here, in one line; may be empty
    };

    explicit PeopleModel(const Directory &directory, QObject *parent = nullptr);

    /// Shows only these; without a call everybody is shown.
    void restrictTo(const QVector<UserId> &people);

    /// Whether somebody is among the rows.
    Q_INVOKABLE [[nodiscard]] bool contains(const QString &userId) const
    {
        return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.user.id.text() == userId; });
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void refresh();

private:
    struct Row {
        User user;
        QString presence;
        QString presenceText;
        friend bool operator==(const Row &, const Row &) = default;
    };
    const Directory &m_directory;
    std::optional<QSet<UserId>> m_only;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
