// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordChanges.h"

#include "domain/RecordSchema.h"

#include <algorithm>

namespace frontdesk::server {

namespace {

/// What the author had seen of a field: of others' changes only what had a version.
Basis basisFor(const FieldState &now, const Actor &actor, Basis basis)
{
    if (now.current.by != actor.user)
        basis.after.clear(); // it names own changes only
    return basis;
}

bool lastWins(RecordKind kind, const QString &field)
{
    const FieldRule *rule = schemaOf(kind).field(field);
    return rule && rule->lastWins;
}

} // namespace

RecordKeeper &RecordChanges::keeperOf(RecordKind kind)
{
    if (isCrm(kind))
        return m_crm;
    return kind == RecordKind::Conversation ? m_conversations : m_people;
}

std::optional<FieldState> RecordChanges::unseenIn(const Actor &actor, const ChangeRecord &change)
{
    const QVector<FieldState> states = m_fields.all(change.record);
    const auto found = std::find_if(states.begin(), states.end(), [&](const FieldState &state) {
        return !isSeen(state, basisFor(state, actor, change.basis));
    });
    return found == states.end() ? std::nullopt : std::optional(*found);
}

RecordChanges::Merged RecordChanges::merge(const Actor &actor, const ChangeRecord &change, const QJsonObject &values)
{
    Merged merged;
    for (auto wanted = values.begin(); wanted != values.end(); ++wanted) {
        const FieldState now = m_fields.of(change.record, wanted.key());
        FieldValue kept = now.current;
        FieldFate fate = mergeField(now, wanted.value(), basisFor(now, actor, change.basis));
        if (fate == FieldFate::Conflicting && lastWins(change.record.kind, wanted.key()))
            fate = FieldFate::Applied;
        if (fate == FieldFate::Applied && wanted.key() == fields::deleted && wanted.value().toBool())
            if (const auto unseen = unseenIn(actor, change)) {
                // Whoever deletes a record decides about all that is in it.
                fate = FieldFate::Conflicting;
                kept = {false, unseen->current.by, unseen->current.at};
            }
        switch (fate) {
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
                 .kept = kept,
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
    const auto values = keeper.valuesOf(actor, change);
    if (!values)
        return values.error();
    const auto lists = keeper.effectOf(change.record, change.lists);
    if (!lists)
        return lists.error();
    const Merged merged = merge(actor, change, values.value());

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
