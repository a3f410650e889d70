// SPDX-License-Identifier: GPL-3.0-or-later
#include "Places.h"

#include "domain/WhenDone.h"

#include <algorithm>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

Result<UserId> findUser(store::Store &store, const QString &nameOrId)
{
    const QVector<User> users = await(store.users());
    for (const User &user : users)
        if (user.name == nameOrId || user.id.text() == nameOrId)
            return user.id;
    return Error{u"user.unknown"_s, u"There is nobody called \"%1\""_s.arg(nameOrId)};
}

Result<FoundPlace> findPlace(store::Store &store, const Place &place)
{
    FoundPlace found{.conversation = ConversationId(place.conversation), .exists = false, .with = {}};
    if (!place.with.isEmpty()) {
        const auto user = findUser(store, place.with);
        const auto me = await(store.me());
        if (!user)
            return user.error();
        if (!me)
            return Error{u"connection.lost"_s, u"It is not known yet who you are: connect once"_s};
        found.with = user.value();
        found.conversation = directConversationId(me->id, found.with);
    }
    const auto list = await(store.conversations()).conversations;
    found.exists = std::any_of(list.begin(), list.end(), [&](const ConversationSummary &summary) {
        return summary.conversation.id == found.conversation;
    });
    return found;
}

std::optional<CommandBody> creationOf(const FoundPlace &place)
{
    if (place.exists || place.with.isEmpty())
        return {};
    return CreateConversation{place.conversation, ConversationKind::Direct, {}, {place.with}};
}

} // namespace frontdesk::ctl
