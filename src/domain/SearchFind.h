// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchRequest.h"

#include <QtCore/QSet>

#include <functional>

namespace frontdesk::search {

/// Messages in a database beside an index of their words (SearchTokens.h).
class MessageIndex {
public:
    struct Span {
        qint64 first = std::numeric_limits<qint64>::min(); ///< seq, included
        qint64 end = std::numeric_limits<qint64>::max();   ///< seq, not included
    };
    virtual ~MessageIndex() = default;

    /// Outside of which no message of that time is: from the one to before the other, milliseconds since 1970 UTC.
    virtual Span spanOf(qint64 from, qint64 until) = 0;
    /// Gives the messages that have the words (none: all), newest first, for as long as `take` says so.
    virtual void read(const QString &words, const Span &span, const std::function<bool(const Message &)> &take) = 0;
};

/// How far one answer may go; by default as far as it has to.
struct Bounds {
    std::optional<QSet<ConversationId>> conversations = {};  ///< no message of others
    qint64 units = std::numeric_limits<qint64>::max();       ///< UTF-16 units of text to look at
    qint64 answerBytes = std::numeric_limits<qint64>::max(); ///< bytes of its hits as JSON; one hit in any case
};

/// What the index names is compared with the texts, so that a hit is one by their words. Where a bound ends the search
/// before the page is full, the page says that there is more.
Page find(MessageIndex &index, const Request &request, const Bounds &bounds = {});

/// Marks the hits of a page that came without highlights; those that the request does not mean are left out.
void mark(Page &page, const Request &request);

/// The day of a time as indexes note it: days since 1970 UTC.
qint64 dayOf(qint64 at);

} // namespace frontdesk::search
