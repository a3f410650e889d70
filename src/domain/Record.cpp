// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Record.h"

#include <algorithm>

namespace frontdesk {

namespace {

constexpr std::array<std::pair<RecordKind, QLatin1String>, 13> kinds{
    {{RecordKind::Conversation, QLatin1String("conversation")},
     {RecordKind::Person, QLatin1String("person")},
     {RecordKind::Contact, QLatin1String("contact")},
     {RecordKind::Company, QLatin1String("company")},
     {RecordKind::Deal, QLatin1String("deal")},
     {RecordKind::Task, QLatin1String("task")},
     {RecordKind::Note, QLatin1String("note")},
     {RecordKind::File, QLatin1String("file")},
     {RecordKind::Pipeline, QLatin1String("pipeline")},
     {RecordKind::CustomField, QLatin1String("field")},
     {RecordKind::Segment, QLatin1String("segment")},
     {RecordKind::Team, QLatin1String("team")},
     {RecordKind::Workspace, QLatin1String("workspace")}}};

} // namespace

QString nameOf(RecordKind kind)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto &entry) { return entry.first == kind; });
    return found->second;
}

std::optional<RecordKind> recordKindFrom(const QString &name)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto &entry) { return entry.second == name; });
    return found == kinds.end() ? std::nullopt : std::optional(found->first);
}

QString RecordRef::text() const
{
    return nameOf(kind) + QLatin1Char(':') + id;
}

std::optional<RecordRef> RecordRef::from(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const auto kind = recordKindFrom(text.left(colon));
    if (colon < 0 || colon + 1 == text.size() || !kind)
        return {};
    return RecordRef{*kind, text.mid(colon + 1)};
}

RecordRef recordOf(const ConversationId &id)
{
    return {RecordKind::Conversation, id.text()};
}

RecordRef recordOf(const UserId &id)
{
    return {RecordKind::Person, id.text()};
}

RecordRef workspaceRecord()
{
    return {RecordKind::Workspace, QStringLiteral("5f0c7b52-9b1e-4f3d-8a64-2d7e90c3b1a8")};
}

} // namespace frontdesk
