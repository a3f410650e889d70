// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

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

/// What of it makes a difference to the record as it is shown; nothing: none.
std::optional<ReversibleChange> changeOf(const RecordState &shown, const QJsonObject &set, const ListChanges &lists);

/// What takes it back; only what still is as it was set, so that nobody's later change is lost.
std::optional<ReversibleChange> reverseOf(const ReversibleChange &done, const RecordState &shown);

} // namespace frontdesk::models
