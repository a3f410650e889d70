// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordChanges.h"

namespace frontdesk::server {

RecordKeeper &RecordChanges::keeperOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Conversation:
        return m_conversations;
    case RecordKind::Person:
        return m_people;
    }
    Q_UNREACHABLE();
}

RecordChanges::Merged RecordChanges::merge(const Actor &actor, const ChangeRecord &change)
{
    Merged merged;
    for (auto wanted = change.set.begin(); wanted != change.set.end(); ++wanted) {
        const FieldState now = m_fields.of(change.record, wanted.key());
        Basis basis = change.basis;
        if (now.current.by != actor.user)
            basis.after.clear(); // it names own changes only
        switch (mergeField(now, wanted.value(), basis)) {
        case FieldFate::Applied:
            merged.applied.insert(wanted.key(), wanted.value());
            break;
        case FieldFate::Agreed:
            break;
        case FieldFate::Conflicting:
            merged.conflicting.append(
                {.id = {},
                 .record = change.record,
                 .field = wanted.key(),
                 .wanted = {wanted.value(), actor.user, actor.now},
                 .kept = now.current,
                 .before = change.was.contains(wanted.key()) ? change.was[wanted.key()] : QJsonValue()});
            break;
        }
    }
    return merged;
}

Result<RecordChanges::Outcome> RecordChanges::apply(const Actor &actor, const ChangeRecord &change)
{
    RecordKeeper &keeper = keeperOf(change.record.kind);
    const auto found = keeper.find(actor, change);
    if (!found)
        return found.error();
    const auto lists = keeper.effectOf(change.record, change.lists);
    if (!lists)
        return lists.error();
    const Merged merged = merge(actor, change);

    Outcome outcome{.version = found.value().version, .conflicts = {}};
    const QString &stream = found.value().stream;
    if (!change.resolves.isEmpty())
        if (const auto closed = m_conflicts.close(actor, stream, change.record, change.resolves); !closed)
            return closed.error();
    for (const Conflict &conflict : merged.conflicting) {
        const auto opened = m_conflicts.open(actor, stream, conflict);
        if (!opened)
            return opened.error();
        outcome.conflicts.append(opened.value());
    }
    if (merged.applied.isEmpty() && lists.value().isEmpty())
        return outcome;
    ++outcome.version;
    m_fields.set(actor, change.record, outcome.version, merged.applied);
    keeper.write(actor,
                 {.record = change.record, .version = outcome.version, .set = merged.applied, .lists = lists.value()});
    return outcome;
}

} // namespace frontdesk::server
