// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Record.h"

namespace frontdesk {

namespace {

constexpr QLatin1String conversationPrefix("conversation:");
constexpr QLatin1String personPrefix("person:");

} // namespace

QString RecordRef::text() const
{
    return (kind == RecordKind::Conversation ? conversationPrefix : personPrefix) + id;
}

std::optional<RecordRef> RecordRef::from(const QString &text)
{
    if (text.startsWith(conversationPrefix) && text.size() > conversationPrefix.size())
        return RecordRef{RecordKind::Conversation, text.mid(conversationPrefix.size())};
    if (text.startsWith(personPrefix) && text.size() > personPrefix.size())
        return RecordRef{RecordKind::Person, text.mid(personPrefix.size())};
    return {};
}

RecordRef recordOf(const ConversationId &id)
{
    return {RecordKind::Conversation, id.text()};
}

RecordRef recordOf(const UserId &id)
{
    return {RecordKind::Person, id.text()};
}

} // namespace frontdesk
