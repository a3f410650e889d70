// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Ack.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace socketio {

/// Who waits for which acknowledgement, and until when, without I/O. The clock is any that never goes back. Nothing
/// here calls a handler: it is given back, so that the caller may do so when this object need not exist any more.
class PendingAcks {
public:
    void add(qint64 id, std::chrono::milliseconds deadline, AckHandler handler);
    /// Empty when nobody waits (any more) for this id.
    [[nodiscard]] AckHandler take(qint64 id);
    struct Expired {
        qint64 id;
        AckHandler handler;
    };
    [[nodiscard]] std::vector<Expired> takeExpired(std::chrono::milliseconds now); ///< the earliest first
    [[nodiscard]] std::vector<AckHandler> takeAll();                               ///< by id
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;       ///< the earliest

private:
    struct Waiting {
        std::chrono::milliseconds deadline;
        AckHandler handler;
    };
    std::map<qint64, Waiting> m_waiting;
    std::set<std::pair<std::chrono::milliseconds, qint64>> m_byDeadline;
};

} // namespace socketio
