// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHashFunctions>
#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <atomic>
#include <chrono>
#include <optional>

namespace frontdesk {

/// An identifier that cannot be mistaken for another kind's. The text is a lower-case UUID on Frontdesk's own server;
/// other dialects may use any text.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using UserId = Id<struct UserTag>;
using ConversationId = Id<struct ConversationTag>;
using CommandId = Id<struct CommandTag>;
/// A message has the id of the command that sent it.
using MessageId = CommandId;
using ActivityId = Id<struct ActivityTag>;
/// A conflict has the id of the command whose value was not taken.
using ConflictId = CommandId;

/// A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then random bits; sorts by time of creation. Thread-safe.
QString createUuidV7(std::chrono::milliseconds sinceEpoch);
/// UUIDv7 that sort in the order of the calls, also several of one millisecond and after the clock was put back a
/// little: the 12 bits after the time count (RFC 9562, 6.2, method 1). Thread-safe.
class UuidV7Sequence {
public:
    QString next(std::chrono::milliseconds sinceEpoch);

private:
    std::atomic<qint64> m_latest = 0; ///< milliseconds since 1970, and the count in the last 12 bits
};
/// The time inside a UUIDv7, or nothing when the text is not one.
std::optional<std::chrono::milliseconds> timeOfUuidV7(const QString &uuid);
/// Whether the text is a UUID in its canonical lower-case form of 36 characters.
bool isCanonicalUuid(const QString &text);

/// The one id that a direct conversation of two people can have (docs/protocol.md, 4), whoever opens it and even when
/// offline.
ConversationId directConversationId(const UserId &a, const UserId &b);

} // namespace frontdesk
