// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TeamsModel.h"

#include "domain/Permissions.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

ListChange between(const QStringList &before, const QStringList &after)
{
    ListChange change;
    for (const QString &entry : after)
        if (!before.contains(entry))
            change.add.append(entry);
    for (const QString &entry : before)
        if (!after.contains(entry))
            change.remove.append(entry);
    return change;
}

bool mayChangeOf(RecordKind kind, Role role)
{
    ChangeRecord change;
    change.record.kind = kind;
    return mayGive(role, change);
}

} // namespace

TeamsModel::TeamsModel(sync::Session &session, const Directory &directory, std::shared_ptr<const Clock> clock,
                       QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_directory(directory)
    , m_clock(std::move(clock))
    , m_refresh(
          this, [&session] { return session.store().recordsOf(RecordKind::Team); },
          [this](const QVector<RecordState> &teams) {
              m_teams = teams;
              rebuild();
          })
    , m_refreshWorkspace(
          this, [&session] { return session.store().record(workspaceRecord()); },
          [this](const std::optional<RecordState> &workspace) {
              m_visibility = workspace ? workspace->fields[fields::visibility].toString() : QString();
              Q_EMIT changed();
          })
{
    connect(&session, &sync::Session::changed, this, &TeamsModel::observe);
    connect(&directory, &Directory::usersChanged, this, &TeamsModel::rebuild);
    connect(&directory, &Directory::usersChanged, this, &TeamsModel::changed); // the own role, too
    m_refresh.request();
    m_refreshWorkspace.request();
}

void TeamsModel::observe(const store::Changes &changes)
{
    const bool concernsTeams = std::any_of(changes.records.begin(), changes.records.end(),
                                           [](const RecordRef &record) { return record.kind == RecordKind::Team; });
    if (changes.everything || concernsTeams)
        m_refresh.request();
    if (changes.everything || changes.records.contains(workspaceRecord()))
        m_refreshWorkspace.request();
}

TeamsModel::Row TeamsModel::rowOf(const RecordState &team) const
{
    Row row{team.record, team.fields[fields::name].toString(), team.lists.value(fields::members), {}};
    QStringList names;
    for (const QString &member : std::as_const(row.members))
        names.append(m_directory.nameOf(UserId(member)));
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    row.membersText = names.isEmpty() ? tr("Nobody is in it yet") : names.join(u", "_s);
    return row;
}

void TeamsModel::rebuild()
{
    QVector<Row> rows;
    for (const RecordState &team : std::as_const(m_teams))
        rows.append(rowOf(team));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    if (rows == m_rows)
        return;
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.record; });
    Q_EMIT teamsChanged();
}

const TeamsModel::Row *TeamsModel::find(const QString &record) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &team) { return team.record.text() == record; });
    return row == m_rows.end() ? nullptr : &*row;
}

QStringList TeamsModel::membersOf(const QString &record) const
{
    const Row *row = find(record);
    return row ? row->members : QStringList();
}

bool TeamsModel::mayChange() const
{
    return mayChangeOf(RecordKind::Team, m_directory.me().role);
}

bool TeamsModel::mayChangeVisibility() const
{
    return mayChangeOf(RecordKind::Workspace, m_directory.me().role);
}

void TeamsModel::setVisibility(const QString &visibility)
{
    if (visibility != m_visibility)
        submit({.record = workspaceRecord(),
                .basis = {},
                .set = {{fields::visibility, visibility}},
                .was = {},
                .lists = {},
                .resolves = {}});
}

void TeamsModel::create(const QString &name, const QStringList &members)
{
    if (!name.trimmed().isEmpty())
        m_session.submit(CreateRecord{{RecordKind::Team, m_ids.next(m_clock->utc())},
                                      {{fields::name, name.trimmed()}},
                                      {{fields::members, members}}});
}

void TeamsModel::change(const QString &record, const QString &name, const QStringList &members)
{
    const Row *row = find(record);
    if (!row)
        return;
    ChangeRecord change{.record = row->record, .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = {}};
    if (const QString called = name.trimmed(); !called.isEmpty() && called != row->name)
        change.set.insert(fields::name, called);
    if (const ListChange list = between(row->members, members); list != ListChange{})
        change.lists.insert(fields::members, list);
    if (!change.set.isEmpty() || !change.lists.isEmpty())
        submit(std::move(change));
}

void TeamsModel::moveToBin(const QString &record)
{
    if (const auto team = RecordRef::from(record))
        submit(
            {.record = *team, .basis = {}, .set = {{fields::deleted, true}}, .was = {}, .lists = {}, .resolves = {}});
}

void TeamsModel::submit(ChangeRecord change)
{
    m_session.submit(std::move(change));
}

int TeamsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TeamsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case RecordRole:
        return row.record.text();
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case MembersTextRole:
        return row.membersText;
    default:
        return {};
    }
}

QHash<int, QByteArray> TeamsModel::roleNames() const
{
    return {{RecordRole, "record"}, {NameRole, "name"}, {MembersTextRole, "membersText"}};
}

} // namespace frontdesk::models
