// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/TypingTracker.h"

#include <algorithm>

namespace frontdesk::sync {

QSet<ConversationId> TypingTracker::observe(const TypingChanged &sign, milliseconds now)
{
    QVector<Sign> &signs = m_signs[sign.conversation];
    const auto found =
        std::find_if(signs.begin(), signs.end(), [&](const Sign &known) { return known.user == sign.user; });
    const bool wasTyping = found != signs.end();
    if (sign.typing && wasTyping)
        found->until = now + forgetAfter;
    else if (sign.typing)
        signs.append({sign.user, now + forgetAfter});
    else if (wasTyping)
        signs.erase(found);

    if (signs.isEmpty())
        m_signs.remove(sign.conversation);
    return wasTyping == sign.typing ? QSet<ConversationId>{} : QSet{sign.conversation};
}

QSet<ConversationId> TypingTracker::tick(milliseconds now)
{
    QSet<ConversationId> changed;
    for (auto it = m_signs.begin(); it != m_signs.end();) {
        if (it->removeIf([now](const Sign &sign) { return sign.until <= now; }) > 0)
            changed.insert(it.key());
        it = it->isEmpty() ? m_signs.erase(it) : std::next(it);
    }
    return changed;
}

QSet<ConversationId> TypingTracker::clear()
{
    const QSet<ConversationId> changed(m_signs.keyBegin(), m_signs.keyEnd());
    m_signs.clear();
    return changed;
}

QVector<UserId> TypingTracker::typing(const ConversationId &conversation) const
{
    QVector<UserId> users;
    const QVector<Sign> signs = m_signs.value(conversation);
    for (const Sign &sign : signs)
        users.append(sign.user);
    return users;
}

std::optional<milliseconds> TypingTracker::deadline() const
{
    std::optional<milliseconds> earliest;
    for (const QVector<Sign> &signs : m_signs)
        for (const Sign &sign : signs)
            earliest = std::min(earliest.value_or(sign.until), sign.until);
    return earliest;
}

} // namespace frontdesk::sync
