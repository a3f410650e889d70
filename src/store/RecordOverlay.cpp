// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordOverlay.h"

namespace frontdesk::store {

namespace {

std::optional<RecordRef> recordOf(const CommandBody &body)
{
    if (const auto *create = std::get_if<CreateRecord>(&body))
        return create->record;
    const auto *change = std::get_if<ChangeRecord>(&body);
    return change && isCrm(change->record.kind) ? std::optional(change->record) : std::nullopt;
}

} // namespace

RecordOverlay::RecordOverlay(const QVector<PendingCommand> &pending, UserId me)
    : m_me(std::move(me))
{
    for (const PendingCommand &command : pending) {
        const auto record = recordOf(command.command.body);
        if (!record || command.state == Delivery::Refused)
            continue;
        QVector<PendingCommand> &commands = m_pending[*record];
        if (commands.isEmpty())
            m_order.append(*record);
        commands.append(command);
    }
}

std::optional<RecordState> RecordOverlay::shown(const RecordRef &record, std::optional<RecordState> confirmed) const
{
    return overlay(record, std::move(confirmed), m_pending.value(record), m_me);
}

} // namespace frontdesk::store
