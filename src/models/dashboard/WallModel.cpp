// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/WallModel.h"

#include "models/dashboard/Arrangement.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString wallKey = u"setting:dashboardWall"_s;

} // namespace

WallModel::WallModel(OwnValues &own, QObject *parent)
    : RowListModel(parent)
    , m_own(own)
{
    connect(&own, &OwnValues::changed, this, &WallModel::adopt);
    adopt();
    edit();
}

void WallModel::adopt()
{
    const Wall wall = wallFrom(m_own.value(wallKey).toObject());
    if (wall == m_wall)
        return;
    m_wall = wall;
    Q_EMIT wallChanged();
}

QString WallModel::titleOf(const QString &page)
{
    if (page == "sales"_L1)
        return tr("Sales");
    if (page == "messages"_L1)
        return tr("Messages");
    return page == "people"_L1 ? tr("Owners and losses") : tr("Figures");
}

QVariantList WallModel::pages() const
{
    QVariantList list;
    for (const QString &page : m_wall.shown())
        list.append(QVariantMap{{u"name"_s, page}, {u"title"_s, titleOf(page)}});
    return list;
}

void WallModel::edit()
{
    show(m_wall);
}

void WallModel::show(const Wall &edited)
{
    m_edited = edited;
    const QStringList shown = edited.shown();
    QVector<Row> rows;
    for (const QString &page : edited.pages)
        rows.append({page, titleOf(page), shown.contains(page), shown == QStringList{page}});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.name; });
}

void WallModel::moveTo(const QString &page, int place)
{
    Wall wall = m_edited;
    wall.pages = moved(wall.pages, page, place);
    show(wall);
}

void WallModel::show(const QString &page, bool shown)
{
    Wall wall = m_edited;
    wall.hidden.removeAll(page);
    if (!shown)
        wall.hidden.append(page);
    if (!wall.shown().isEmpty())
        show(wall);
}

QString WallModel::problemWithSeconds(const QString &text) const
{
    return secondsFrom(text) ? QString()
                             : tr("Write a number from %1 to %2.").arg(Wall::fewestSeconds).arg(Wall::mostSeconds);
}

void WallModel::save(const QString &seconds)
{
    Wall wall = m_edited;
    wall.seconds = secondsFrom(seconds).value_or(m_wall.seconds);
    m_own.set(wallKey, toJson(wall));
    adopt();
}

void WallModel::rebuild()
{
    show(m_edited);
    Q_EMIT wallChanged();
}

int WallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant WallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case NameRole:
        return row.name;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case ShownRole:
        return row.shown;
    case LastShownRole:
        return row.lastShown;
    default:
        return {};
    }
}

QHash<int, QByteArray> WallModel::roleNames() const
{
    return {{NameRole, "name"}, {TitleRole, "title"}, {ShownRole, "shown"}, {LastShownRole, "lastShown"}};
}

} // namespace frontdesk::models
