// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Event.h"

#include <QtCore/QHash>
#include <QtCore/QVector>

namespace frontdesk::sync {

/// The own sign of typing: sent at the first key, repeated while keys come, ended soon after the last one. Times are
/// the monotonic clock's.
class OwnTyping {
public:
    static constexpr milliseconds repeatAfter{2'000};
    static constexpr milliseconds idleAfter{2'000};

    /// A sign to send.
    struct Sign {
        ConversationId conversation;
        bool typing = false;
        friend bool operator==(const Sign &, const Sign &) = default;
    };

    /// A key was pressed (true), or the text was sent or thrown away (false).
    std::optional<Sign> set(const ConversationId &conversation, bool typing, milliseconds now);
    QVector<Sign> tick(milliseconds now);
    void clear() { m_active.clear(); } ///< the connection is gone, and with it what was said
    [[nodiscard]] std::optional<milliseconds> deadline() const;

private:
    struct Activity {
        milliseconds lastKey;
        milliseconds lastSent;
    };
    QHash<ConversationId, Activity> m_active;
};

} // namespace frontdesk::sync
