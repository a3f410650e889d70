// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/WhoseFigures.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

QVariantMap choice(const QString &value, const QString &text, const QString &kind)
{
    return {{u"value"_s, value}, {u"text"_s, text}, {u"kind"_s, kind}};
}

} // namespace

QVariantList WhoseFigures::choices() const
{
    QVariantList list{choice({}, Words::tr("Everybody"), u"all"_s)};
    for (const TeamsModel::Row &team : m_teams.teams())
        list.append(choice(team.record.text(), team.name, u"team"_s));
    for (const User &user : m_directory.users())
        list.append(choice(user.id.text(), user.displayName, u"person"_s));
    return list;
}

QString WhoseFigures::text() const
{
    if (isEverybody())
        return Words::tr("Everybody");
    const TeamsModel::Row *team = m_teams.find(m_chosen);
    return team ? team->name : m_directory.nameOf(UserId(m_chosen));
}

std::optional<RecordRef> WhoseFigures::team() const
{
    const auto record = RecordRef::from(m_chosen);
    return record && record->kind == RecordKind::Team ? record : std::nullopt;
}

bool WhoseFigures::leaveGoneTeam()
{
    if (!team() || m_teams.find(m_chosen))
        return false;
    m_chosen.clear();
    return true;
}

figures::Owners WhoseFigures::owners() const
{
    if (isEverybody())
        return {};
    return team() ? m_teams.membersOf(m_chosen) : QStringList{m_chosen};
}

void WhoseFigures::addTo(figures::Query &query) const
{
    if (const auto asked = team())
        query.team = asked->id;
    else if (!isEverybody())
        query.owner = UserId(m_chosen);
}

} // namespace frontdesk::models
