// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Event.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QVector>

namespace frontdesk::sync {

/// Who is typing where. A sign is forgotten when no other follows, so that nobody types for ever. Times are the
/// monotonic clock's.
class TypingTracker {
public:
    static constexpr milliseconds forgetAfter{3'000};

    // Each returns the conversations in which the list of people typing is another than before.
    QSet<ConversationId> observe(const TypingChanged &sign, milliseconds now);
    QSet<ConversationId> tick(milliseconds now);
    QSet<ConversationId> clear();

    [[nodiscard]] QVector<UserId>
    typing(const ConversationId &conversation) const; ///< in the order in which they began
    [[nodiscard]] std::optional<milliseconds> deadline() const;

private:
    struct Sign {
        UserId user;
        milliseconds until;
    };
    QHash<ConversationId, QVector<Sign>> m_signs;
};

} // namespace frontdesk::sync
