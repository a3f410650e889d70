// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordSchema.h"

#include <optional>

namespace frontdesk::models {

/// What was done to one record, with what was there before, so that it can be taken back. Pure.
struct ReversibleChange {
    RecordRef record;
    QJsonObject set;
    QJsonObject before; ///< of the same fields
    ListChanges lists;  ///< what came in that was not there, and what left that was

    friend bool operator==(const ReversibleChange &, const ReversibleChange &) = default;
};

/// What of it makes a difference to the record as it is shown; nothing: none. `custom`: for fields that are defined.
std::optional<ReversibleChange> changeOf(const RecordState &shown, const QJsonObject &set, const ListChanges &lists,
                                         const CustomFields &custom = {});

/// What takes it back; only what still is as it was set, so that nobody's later change is lost.
std::optional<ReversibleChange> reverseOf(const ReversibleChange &done, const RecordState &shown);

/// Whether the fields may hold again what they held before: one that must be filled in cannot be empty again, and one
/// of yes or no is never empty again.
bool canBeTakenBack(const ReversibleChange &done, const CustomFields &custom);

} // namespace frontdesk::models
