// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

/// Whether a change that was made without seeing another one can still be taken, field by field (docs/sync.md, Merge).
/// Pure.
namespace frontdesk {

/// A field as the server has it.
struct FieldState {
    FieldValue current;
    qint64 version = 0; ///< of the record when it was set
    CommandId command;  ///< that set it; empty: nobody's command

    friend bool operator==(const FieldState &, const FieldState &) = default;
};

/// What the author of a change had seen of the record.
struct Basis {
    qint64 version = 0;
    QVector<CommandId> after; ///< own earlier changes that had no version yet: they are nobody else's

    friend bool operator==(const Basis &, const Basis &) = default;
};

enum class FieldFate {
    Applied,
    Agreed,      ///< it has the wanted value already
    Conflicting, ///< somebody else has set another value since
};

/// Whether the author of a change had seen what the field holds now.
bool isSeen(const FieldState &now, const Basis &basis);

FieldFate mergeField(const FieldState &now, const QJsonValue &wanted, const Basis &basis);

} // namespace frontdesk
