// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/DuplicateGroupsModel.h"

#include "domain/WhenDone.h"
#include "models/records/DuplicateWords.h"

namespace frontdesk::models {

DuplicateGroupsModel::DuplicateGroupsModel(const RecordNames &names, SearchOf searchOf, QObject *parent)
    : RowListModel(parent)
    , m_names(names)
    , m_searchOf(std::move(searchOf))
{
    constexpr std::chrono::milliseconds rest{300};
    m_rescan.setSingleShot(true);
    m_rescan.setInterval(rest);
    connect(&m_rescan, &QTimer::timeout, this, &DuplicateGroupsModel::ask);
    connect(&names, &RecordNames::changed, this, [this] {
        if (!m_groups.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_groups.size()) - 1));
    });
}

void DuplicateGroupsModel::scan(const QString &kind)
{
    const auto wanted = recordKindFrom(kind);
    if (wanted != RecordKind::Contact && wanted != RecordKind::Company)
        return;
    if (m_kind != *wanted)
        show({});
    m_kind = *wanted;
    m_scanning = true;
    m_scanned = false;
    if (m_search)
        m_search->disconnect(this);
    m_search = &m_searchOf(m_kind);
    connect(m_search, &DuplicateSearch::followed, this, [this] {
        if (m_scanning || m_scanned)
            m_rescan.start();
    });
    if (m_search->complete())
        ask();
    else
        connect(m_search, &DuplicateSearch::completed, this, &DuplicateGroupsModel::ask);
    Q_EMIT scanningChanged();
}

void DuplicateGroupsModel::ask()
{
    if (m_scanning || m_scanned)
        whenDone(m_search->groups(), this, [this, kind = m_kind](const QVector<matching::DuplicateGroup> &groups) {
            if (kind != m_kind || !(m_scanning || m_scanned))
                return;
            m_scanning = false;
            m_scanned = true;
            show(groups);
            Q_EMIT scanningChanged();
        });
}

void DuplicateGroupsModel::stop()
{
    m_scanning = false;
    m_scanned = false;
    m_rescan.stop();
    show({});
    Q_EMIT scanningChanged();
}

void DuplicateGroupsModel::show(QVector<matching::DuplicateGroup> groups)
{
    groups.removeIf([this](const matching::DuplicateGroup &group) { return m_leftOut.contains(group.ids); });
    replaceRows(m_groups, std::move(groups), [](const matching::DuplicateGroup &group) { return group.ids; });
}

void DuplicateGroupsModel::leaveOut(int row)
{
    if (row < 0 || row >= m_groups.size())
        return;
    m_leftOut.insert(m_groups[row].ids);
    show(m_groups);
}

QStringList DuplicateGroupsModel::recordsOf(int row) const
{
    QStringList records;
    if (row < 0 || row >= m_groups.size())
        return records;
    for (const QString &id : m_groups[row].ids)
        records.append(RecordRef{m_kind, id}.text());
    return records;
}

int DuplicateGroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

QVariant DuplicateGroupsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const matching::DuplicateGroup &group = m_groups[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: {
        QStringList names;
        for (const QString &id : group.ids)
            names.append(m_names.nameOf({m_kind, id}));
        return names.join(tr(" and ", "Maya Okafor and M. Okafor"));
    }
    case ReasonRole:
        return words::likeness(group.why);
    default:
        return {};
    }
}

QHash<int, QByteArray> DuplicateGroupsModel::roleNames() const
{
    return {{TitleRole, "title"}, {ReasonRole, "reason"}};
}

} // namespace frontdesk::models
