// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <chrono>
#include <optional>
#include <variant>

namespace frontdesk {

/// What went wrong: a stable code for programs (docs/protocol.md) and words for a person. Never empty when returned.
struct Error {
    QString code;
    QString message;
    std::optional<std::chrono::milliseconds> retryAfter = {};
    QJsonObject detail = {}; ///< for programs: which field, which versions

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or an error. Check ok() (or bool) before value().
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_value(std::move(value))
    {
    }
    Result(Error error)
        : m_value(std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(m_value); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<T>(m_value); }
    [[nodiscard]] T &&value() && { return std::get<T>(std::move(m_value)); }
    [[nodiscard]] const Error &error() const { return std::get<Error>(m_value); }

private:
    std::variant<T, Error> m_value;
};

/// The value of an operation that only succeeds or fails.
struct Done {};

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::Error)
