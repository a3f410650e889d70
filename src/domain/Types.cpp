// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Types.h"

#include <array>

namespace frontdesk {

namespace {

template <class Enum, size_t Size>
using Names = std::array<std::pair<Enum, QLatin1String>, Size>;

constexpr Names<Presence, 4> presences{{{Presence::Offline, QLatin1String("offline")},
                                        {Presence::Online, QLatin1String("online")},
                                        {Presence::Away, QLatin1String("away")},
                                        {Presence::DoNotDisturb, QLatin1String("dnd")}}};
constexpr Names<Role, 4> roles{{{Role::Reader, QLatin1String("reader")},
                                {Role::Agent, QLatin1String("agent")},
                                {Role::Manager, QLatin1String("manager")},
                                {Role::Admin, QLatin1String("admin")}}};
constexpr Names<ConversationKind, 2> kinds{
    {{ConversationKind::Direct, QLatin1String("direct")}, {ConversationKind::Group, QLatin1String("group")}}};

template <class Enum, size_t Size>
QString find(const Names<Enum, Size> &names, Enum value)
{
    for (const auto &[candidate, name] : names)
        if (candidate == value)
            return name;
    Q_UNREACHABLE();
}

template <class Enum, size_t Size>
std::optional<Enum> find(const Names<Enum, Size> &names, const QString &name)
{
    for (const auto &[value, candidate] : names)
        if (candidate == name)
            return value;
    return {};
}

} // namespace

QString nameOf(Presence presence)
{
    return find(presences, presence);
}
std::optional<Presence> presenceFrom(const QString &name)
{
    return find(presences, name);
}
QString nameOf(Role role)
{
    return find(roles, role);
}
std::optional<Role> roleFrom(const QString &name)
{
    return find(roles, name);
}
QString nameOf(ConversationKind kind)
{
    return find(kinds, kind);
}
std::optional<ConversationKind> conversationKindFrom(const QString &name)
{
    return find(kinds, name);
}

QString workspaceStream()
{
    return QStringLiteral("workspace");
}
QString streamOf(const ConversationId &id)
{
    return QStringLiteral("conversation:") + id.text();
}
QString streamOf(const UserId &id)
{
    return QStringLiteral("user:") + id.text();
}

QString recordsStream()
{
    return QStringLiteral("records");
}

QString recordsStreamOf(const UserId &owner)
{
    return owner.isEmpty() ? recordsStream() : QStringLiteral("records:") + owner.text();
}

bool isRecordsStream(const QString &stream)
{
    return stream == recordsStream() || stream.startsWith(QStringLiteral("records:"));
}

QString ownSettingKey(const QString &name)
{
    return QLatin1String("setting:") + name;
}

QString ownDraftKey(const ConversationId &conversation)
{
    return QLatin1String("draft:") + conversation.text();
}

qsizetype codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

} // namespace frontdesk
