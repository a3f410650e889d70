// SPDX-License-Identifier: GPL-3.0-or-later
#include "Record.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace frontdesk::torture {

QString told(const QString &field, const QJsonValue &value)
{
    const QJsonObject object{{field, value}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool maySee(const PersonRecord &person, const Card &card, const ServerState &server)
{
    if (const QString about = card.fields[QLatin1String("about")].toString(); server.cards.contains(about))
        return maySee(person, server.cards[about], server); // a note goes with what it is about
    const UserId owner(card.fields[QLatin1String("owner")].toString());
    if (person.seesAll || owner.isEmpty() || owner == person.user || server.visibility == QLatin1String("everyone"))
        return true;
    return server.visibility == QLatin1String("team") &&
           std::any_of(server.teams.begin(), server.teams.end(),
                       [&](const QSet<UserId> &team) { return team.contains(owner) && team.contains(person.user); });
}

} // namespace frontdesk::torture
