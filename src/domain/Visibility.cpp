// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Visibility.h"

#include <algorithm>
#include <array>

namespace frontdesk {

namespace {

constexpr std::array<std::pair<Visibility, QLatin1String>, 3> names{{{Visibility::Everyone, QLatin1String("everyone")},
                                                                     {Visibility::Team, QLatin1String("team")},
                                                                     {Visibility::Owner, QLatin1String("owner")}}};

} // namespace

QString nameOf(Visibility visibility)
{
    return std::find_if(names.begin(), names.end(), [&](const auto &entry) { return entry.first == visibility; })
        ->second;
}

std::optional<Visibility> visibilityFrom(const QString &name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &entry) { return entry.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

VisibilityRules visibilityRules(const std::optional<RecordState> &workspace, const QVector<RecordState> &teams)
{
    VisibilityRules rules;
    if (workspace)
        rules.visibility =
            visibilityFrom(workspace->fields[fields::visibility].toString()).value_or(Visibility::Everyone);
    for (const RecordState &team : teams)
        if (!team.fields[fields::deleted].toBool())
            rules.teams.append(team.lists.value(fields::members));
    return rules;
}

bool seesRecordsOf(const UserId &owner, const UserId &viewer, Role role, const VisibilityRules &rules)
{
    if (owner.isEmpty() || owner == viewer || role == Role::Manager || role == Role::Admin ||
        rules.visibility == Visibility::Everyone)
        return true;
    return rules.visibility == Visibility::Team &&
           std::any_of(rules.teams.begin(), rules.teams.end(), [&](const QStringList &team) {
               return team.contains(owner.text()) && team.contains(viewer.text());
           });
}

UserId ownerOf(const RecordState &record)
{
    switch (record.record.kind) {
    case RecordKind::Contact:
    case RecordKind::Company:
    case RecordKind::Deal:
        return UserId(record.fields[fields::owner].toString());
    case RecordKind::Task:
        return UserId(record.fields[fields::assignee].toString());
    case RecordKind::Note:
    case RecordKind::File:
        return record.createdBy;
    case RecordKind::Conversation:
    case RecordKind::Person:
    case RecordKind::Pipeline:
    case RecordKind::CustomField:
    case RecordKind::Segment:
    case RecordKind::Team:
    case RecordKind::Workspace:
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<RecordRef> followedBy(const RecordState &record)
{
    const RecordKind kind = record.record.kind;
    if (kind != RecordKind::Task && kind != RecordKind::Note && kind != RecordKind::File)
        return {};
    const auto about = RecordRef::from(record.fields[fields::about].toString());
    const bool leads = about && (about->kind == RecordKind::Contact || about->kind == RecordKind::Company ||
                                 about->kind == RecordKind::Deal);
    return leads ? about : std::nullopt;
}

bool isEverybodys(RecordKind kind)
{
    return kind == RecordKind::Pipeline || kind == RecordKind::CustomField || kind == RecordKind::Segment ||
           kind == RecordKind::Team || kind == RecordKind::Workspace;
}

} // namespace frontdesk
