// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/PeopleModel.h"

#include "models/Formatting.h"

namespace frontdesk::models {

PeopleModel::PeopleModel(const Directory &directory, QObject *parent)
    : RowListModel(parent)
    , m_directory(directory)
{
    connect(&directory, &Directory::usersChanged, this, &PeopleModel::refresh);
    connect(&directory, &Directory::presenceChanged, this, &PeopleModel::refresh);
    refresh();
}

void PeopleModel::restrictTo(const QVector<UserId> &people)
{
    m_only = QSet<UserId>(people.begin(), people.end());
    refresh();
}

void PeopleModel::refresh()
{
    QVector<Row> rows;
    for (const User &user : m_directory.users()) {
        if (m_only && !m_only->contains(user.id))
            continue;
        rows.append(
            {user, frontdesk::nameOf(m_directory.presenceOf(user.id).presence), m_directory.presenceTextOf(user.id)});
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.user.id; });
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case UserIdRole:
    case AvatarKeyRole:
        return row.user.id.text();
    case NameRole:
        return row.user.name;
    case Qt::DisplayRole:
    case DisplayNameRole:
        return row.user.displayName;
    case InitialsRole:
        return formatting::initials(row.user.displayName);
    case PresenceRole:
        return row.presence;
    case PresenceTextRole:
        return row.presenceText;
    case IsMeRole:
        return m_directory.isMe(row.user.id);
    case RoleRole:
        return frontdesk::nameOf(row.user.role);
    case AboutRole:
        return row.user.about;
    default:
        return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{UserIdRole, "userId"},
            {NameRole, "name"},
            {DisplayNameRole, "displayName"},
            {InitialsRole, "initials"},
            {AvatarKeyRole, "avatarKey"},
            {PresenceRole, "presence"},
            {PresenceTextRole, "presenceText"},
            {IsMeRole, "isMe"},
            {RoleRole, "role"},
            {AboutRole, "about"}};
}

} // namespace frontdesk::models
