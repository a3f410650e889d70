// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "store/Store.h"

namespace frontdesk::sync {

/// Gathers what is worth keeping of the passing signs (last seen, how far others have received) and how far this client
/// has, so that a crowd's signs cost a few writes a second. No I/O; times are the monotonic clock's.
class PassingWriter {
public:
    static constexpr milliseconds interval{250};

    struct Batch {
        QHash<UserId, qint64> delivered;
        QHash<UserId, qint64> lastSeen;
        std::optional<qint64> applied; ///< to report to the server
    };

    void delivered(const DeliveryChanged &event);
    void lastSeen(const UserId &user, qint64 at);
    void applied(qint64 upTo) { m_batch.applied = upTo; }
    void connectionLost() { m_batch.applied.reset(); }

    /// What has gathered, if the interval since the last batch is over.
    std::optional<Batch> take(milliseconds now);
    [[nodiscard]] std::optional<milliseconds> deadline() const;

private:
    [[nodiscard]] bool isEmpty() const
    {
        return m_batch.delivered.isEmpty() && m_batch.lastSeen.isEmpty() && !m_batch.applied;
    }

    Batch m_batch;
    milliseconds m_notBefore{};
};

} // namespace frontdesk::sync
