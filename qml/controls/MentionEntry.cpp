// SPDX-License-Identifier: GPL-3.0-or-later
#include "MentionEntry.h"

#include <algorithm>

namespace frontdesk {

namespace {

constexpr int longest = 40; // UTF-16 units of a name that is being typed

/// Where a beginning of a name before the cursor begins; -1: there is none.
int beginOf(const QString &text, int cursor)
{
    const int first = std::max(0, cursor - longest);
    for (int place = std::min(cursor, int(text.size())) - 1; place >= first; --place) {
        const QChar unit = text.at(place);
        if (unit == u'\n')
            return -1;
        if (unit != u'@')
            continue;
        const bool isInWord = place > 0 && text.at(place - 1).isLetterOrNumber();
        return isInWord || text.sliced(place + 1).startsWith(u' ') ? -1 : place + 1;
    }
    return -1;
}

} // namespace

void MentionEntry::setText(const QString &text)
{
    m_text = text;
    find();
}

void MentionEntry::setCursor(int cursor)
{
    m_cursor = cursor;
    find();
}

void MentionEntry::dismiss()
{
    m_dismissed = m_begin;
    Q_EMIT changed();
}

void MentionEntry::find()
{
    const bool isBoth = m_cursor <= m_text.size(); // the cursor may be told before the text
    m_begin = isBoth ? beginOf(m_text, m_cursor) : -1;
    if (isBoth && m_begin < 0)
        m_dismissed = -1;
    Q_EMIT changed();
}

} // namespace frontdesk
