// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"

/// Who sees which records of the CRM (docs/protocol.md, 4.3): a record belongs to one person or to nobody, and
/// everybody sees what is nobody's. Pure; any thread.
namespace frontdesk {

enum class Visibility {
    Everyone, ///< everybody sees all records
    Team,     ///< those of whom they share a team with
    Owner,    ///< their own
};
QString nameOf(Visibility visibility);
std::optional<Visibility> visibilityFrom(const QString &name);

/// What the workspace and its teams say.
struct VisibilityRules {
    Visibility visibility = Visibility::Everyone;
    QVector<QStringList> teams = {}; ///< user ids of each

    friend bool operator==(const VisibilityRules &, const VisibilityRules &) = default;
};
/// As the workspace's record and the teams, those in the bin too, are now.
VisibilityRules visibilityRules(const std::optional<RecordState> &workspace, const QVector<RecordState> &teams);

/// Whether somebody of a role sees the records of another; managers and admins see those of all.
bool seesRecordsOf(const UserId &owner, const UserId &viewer, Role role, const VisibilityRules &rules);

/// Whose a record is as long as it follows no other: the owner of a contact, a company and a deal, who is to do a task,
/// who wrote a note. Empty: nobody's.
UserId ownerOf(const RecordState &record);
/// The contact, company or deal that a task or a note is about: it belongs to whom that belongs to, if that is there.
std::optional<RecordRef> followedBy(const RecordState &record);
/// What belongs to the workspace is in its stream, whoever made it: pipelines, definitions of fields, segments, teams.
bool isEverybodys(RecordKind kind);

} // namespace frontdesk
