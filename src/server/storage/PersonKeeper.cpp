// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/PersonKeeper.h"

#include "domain/EventJson.h"
#include "domain/Json.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

Result<RecordKeeper::Found> PersonKeeper::find(const Actor &actor, const ChangeRecord &change)
{
    const auto user = change.record == recordOf(actor.user) ? m_accounts.find(actor.user) : std::nullopt;
    if (!user)
        return Error{u"record.unknown"_s, u"There is no such person, or the profile is not yours."_s};
    return Found{workspaceStream(), user->version};
}

Result<ListChanges> PersonKeeper::effectOf(const RecordRef &, const ListChanges &)
{
    return ListChanges(); // a person has none
}

void PersonKeeper::write(const Actor &actor, const RecordChanged &change)
{
    const User user = withChange(m_accounts.find(actor.user).value_or(User{}), change);
    m_accounts.writeProfile(user);
    m_history.append(actor, workspaceStream(), change.record, u"record:changed"_s, toJson(change));
    m_activities.record(actor, workspaceStream(), u"Update"_s, personObject(user));
}

} // namespace frontdesk::server
