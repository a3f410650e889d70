// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchSnippet.h"

#include <algorithm>

namespace frontdesk::models {

namespace {

constexpr qsizetype before = 36; // units shown before the first hit
constexpr qsizetype longest = 220;
const QString leftOut = QStringLiteral("…");

bool splitsCharacter(const QString &text, qsizetype place)
{
    return place > 0 && place < text.size() && text[place].isLowSurrogate();
}

/// Where a part that shows `hit` begins: at the text's beginning when it is near, else behind a space.
qsizetype beginningFor(const QString &text, qsizetype hit)
{
    if (hit <= before)
        return 0;
    qsizetype from = hit - before;
    for (qsizetype place = from; place < hit; ++place)
        if (text[place].isSpace())
            return place + 1;
    return splitsCharacter(text, from) ? from + 1 : from;
}

} // namespace

SearchSnippet snippetOf(const QString &text, const QVector<search::Range> &highlights)
{
    const qsizetype from = beginningFor(text, highlights.isEmpty() ? 0 : highlights.first().from);
    qsizetype end = std::min(text.size(), from + longest);
    if (splitsCharacter(text, end))
        --end;
    SearchSnippet snippet;
    snippet.text = text.mid(from, end - from);
    for (QChar &character : snippet.text)
        if (character.isSpace())
            character = u' ';
    for (const search::Range &highlight : highlights)
        if (const qsizetype last = std::min(highlight.from + highlight.length, end); last > highlight.from)
            snippet.marks.append({highlight.from - from, last - highlight.from});
    if (from > 0) {
        snippet.text.prepend(leftOut);
        for (search::Range &mark : snippet.marks)
            mark.from += leftOut.size();
    }
    if (end < text.size())
        snippet.text.append(leftOut);
    return snippet;
}

} // namespace frontdesk::models
