// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchMatch.h"
#include "domain/Types.h"

#include <atomic>
#include <limits>

namespace frontdesk::store {

enum class SearchOrder {
    Newest,
    Relevance, ///< of the newest `rankedHits`
};

/// Up to where hits were read: those whose words begin with what is searched for come first, then those that have it
/// inside words; each newest first.
struct SearchPlace {
    search::Places places = search::Places::WordStarts;
    qint64 beforeSeq = std::numeric_limits<qint64>::max();
};

/// What messages to find. Names are resolved to ids by who knows them.
struct SearchRequest {
    static constexpr int rankedHits = 1000;

    QVector<search::Term> terms;
    std::optional<QVector<UserId>> authors = {};               ///< absent: of anybody; empty: of nobody
    std::optional<QVector<ConversationId>> conversations = {}; ///< likewise
    bool hasLink = false;
    qint64 from = 0; ///< milliseconds since 1970 UTC
    qint64 until = std::numeric_limits<qint64>::max();
    SearchOrder order = SearchOrder::Newest;
    SearchPlace after = {}; ///< where the page before ended; only with Newest
    int limit = 50;
    /// Set by the caller when nobody waits for the answer any more, such as after the next key stroke.
    std::shared_ptr<std::atomic_bool> overtaken = {};
};

struct SearchHit {
    Message message;
    QVector<search::Range> highlights; ///< in message.text, in order, apart
    bool insideWords = false;          ///< found only inside words

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchPage {
    QVector<SearchHit> hits = {};
    bool more = false;      ///< there are hits after these; ask again with `end`
    SearchPlace end = {};   ///< where these hits end
    bool complete = true;   ///< false while older messages still wait for being indexed
    bool overtaken = false; ///< given up, the hits are not all
};

} // namespace frontdesk::store
