// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"

#include <optional>

namespace frontdesk {

/// Under which something is kept that was begun and is not a command yet: a note or a task by the record that it is
/// about, another text of a note by that note. What is typed for a record's fields is kept by the record, as of the
/// kind that defines fields; no command takes it away.
struct BegunKey {
    QString about;
    RecordKind kind = RecordKind::Note;
};

/// Of what a command that is written alone may have been made: what comes with others, such as the notes of a merge,
/// was not begun. Nothing: such commands are not begun. What decides a conflict is none either.
std::optional<BegunKey> begunFor(const CommandBody &body);

} // namespace frontdesk
