// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Overlay.h"

namespace frontdesk::store {

/// What waits in the outbox for records of the CRM, by record, so that showing many of them with it costs no more than
/// what waits.
class RecordOverlay {
public:
    RecordOverlay() = default;
    RecordOverlay(const QVector<PendingCommand> &pending, UserId me);

    [[nodiscard]] QVector<RecordRef> records() const { return m_order; } ///< in the order of their first commands
    /// As shown; nothing when it is neither confirmed nor being made.
    [[nodiscard]] std::optional<RecordState> shown(const RecordRef &record, std::optional<RecordState> confirmed) const;

private:
    UserId m_me;
    QVector<RecordRef> m_order;
    QHash<RecordRef, QVector<PendingCommand>> m_pending;
};

} // namespace frontdesk::store
