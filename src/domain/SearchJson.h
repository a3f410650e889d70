// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FieldReader.h"
#include "domain/SearchRequest.h"

/// `message:search` of docs/protocol.md, 3.4, as JSON; used by both sides of the wire.
namespace frontdesk::search {

namespace limits {
inline constexpr int terms = 32;
inline constexpr int termUnits = 200; ///< UTF-16 units of a term's text
inline constexpr int ids = 500;       ///< authors or conversations
inline constexpr int rows = 50;
} // namespace limits

/// What a server may be asked: as much of a request as it takes. It may then find more than was asked for, never less.
Request forServer(Request request);

QJsonObject toJson(const Request &request);
Request readRequest(FieldReader &fields);

/// An answer without highlights, which are a matter of who shows it.
QJsonObject toJson(const Page &page);
Page readPage(FieldReader &fields);

} // namespace frontdesk::search
