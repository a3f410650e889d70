// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchMatch.h"
#include "domain/Types.h"

#include <atomic>
#include <limits>

/// What is asked of an index of messages, and what it answers; the same on a client and on a server.
namespace frontdesk::search {

enum class Order {
    Newest,
    Relevance, ///< of the newest `rankedHits`
};

/// Up to where hits were read: those whose words begin with what is searched for come first, then those that have it
/// inside words; each newest first.
struct Position {
    Places places = Places::WordStarts;
    qint64 beforeSeq = std::numeric_limits<qint64>::max();

    friend bool operator==(const Position &, const Position &) = default;
};

/// Whether one comes earlier in the order of hits.
inline bool isBefore(const Position &a, const Position &b)
{
    return a.places != b.places ? a.places == Places::WordStarts : a.beforeSeq > b.beforeSeq;
}

/// What messages to find. Names are resolved to ids by who knows them.
struct Request {
    static constexpr int rankedHits = 1000;

    QVector<Term> terms;
    std::optional<QVector<UserId>> authors = {};               ///< absent: of anybody; empty: of nobody
    std::optional<QVector<ConversationId>> conversations = {}; ///< likewise
    bool hasLink = false;
    bool hasFile = false;
    qint64 from = 0; ///< milliseconds since 1970 UTC
    qint64 until = std::numeric_limits<qint64>::max();
    Order order = Order::Newest;
    Position after = {}; ///< where the page before ended; only with Newest
    int limit = 50;
    /// Set by the caller when nobody waits for the answer any more, such as after the next key stroke.
    std::shared_ptr<std::atomic_bool> overtaken = {};
};

struct Hit {
    Message message;
    QVector<Range> highlights; ///< in what is searched of it (tokens::textOf), in order, apart
    bool insideWords = false;  ///< found only inside words

    friend bool operator==(const Hit &, const Hit &) = default;
};

struct Page {
    QVector<Hit> hits = {};
    bool more = false;      ///< there may be hits after these; ask again with `end`
    Position end = {};      ///< where these hits end
    bool complete = true;   ///< false while older messages still wait for being indexed
    bool overtaken = false; ///< given up, the hits are not all
};

} // namespace frontdesk::search
