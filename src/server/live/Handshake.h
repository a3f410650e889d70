// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Types.h"

#include <QtCore/QJsonArray>

namespace frontdesk::server {

inline constexpr qint64 protocolVersion = 1;
inline constexpr qsizetype longestToken = 2'000; ///< characters; ours have about 300

/// What a client says in its CONNECT packet (docs/protocol.md, 2).
struct Greeting {
    QString token;
    QString client;
    bool observer = false;        ///< a program that looks on: nobody is there because of it
    std::optional<Cursor> cursor; ///< nothing: the client has nothing
};

/// `handshake.invalid`, `protocol.tooOld`, `protocol.tooNew` or `auth.missing`; whether the token is good is not looked
/// at.
Result<Greeting> readGreeting(const QJsonObject &auth);

} // namespace frontdesk::server
