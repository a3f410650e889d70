// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QList>
#include <QtCore/QMetaType>

#include <concepts>
#include <initializer_list>
#include <optional>
#include <variant>

namespace socketio {

class Arguments;

/// One argument of an event or an acknowledgement: a JSON value or bytes.
class Argument {
public:
    template <class T>
    requires std::constructible_from<QJsonValue, T> &&
        (!std::same_as<std::remove_cvref_t<T>, Argument>)&&(!std::same_as<std::remove_cvref_t<T>, Arguments>)
        // So that lists of arguments read like JSON; its own type is left out above.
        // NOLINTNEXTLINE(google-explicit-constructor,bugprone-forwarding-reference-overload)
        Argument(T &&value)
        : m_value(QJsonValue(std::forward<T>(value)))
    {
    }
    Argument(QByteArray bytes) // NOLINT(google-explicit-constructor)
        : m_value(std::move(bytes))
    {
    }

private:
    friend class Arguments;
    std::variant<QJsonValue, QByteArray> m_value;
};

/// The arguments of an event or an acknowledgement. Bytes travel beside the JSON as attachments; where they stand, the
/// JSON holds `{"_placeholder":true,"num":n}`.
class Arguments {
public:
    Arguments() = default;
    Arguments(QJsonArray json); // NOLINT(google-explicit-constructor): arguments without bytes are a JSON array
    Arguments(std::initializer_list<Argument> arguments);
    /// As they come from the wire: `attachments` by the numbers of the placeholders in `json`.
    Arguments(QJsonArray json, QList<QByteArray> attachments);
    /// To be sent as they are: the text of a JSON array, for which the caller vouches. It is not read here; json() is
    /// empty.
    [[nodiscard]] static Arguments written(QByteArray array);

    void append(const Argument &argument);
    /// Keeps the bytes and gives the placeholder for them, which may stand anywhere within an argument, once or more.
    [[nodiscard]] QJsonObject attach(const QByteArray &bytes);

    [[nodiscard]] const QJsonArray &json() const { return m_json; }
    [[nodiscard]] QByteArray text() const; ///< json() as it is sent, or what was written
    [[nodiscard]] const QList<QByteArray> &attachments() const { return m_attachments; }
    /// The bytes that a value of json() stands for; nothing when it is no placeholder of these arguments.
    [[nodiscard]] std::optional<QByteArray> bytes(const QJsonValue &value) const;

    [[nodiscard]] qsizetype size() const { return m_json.size(); }
    [[nodiscard]] bool isEmpty() const { return m_json.isEmpty(); }
    [[nodiscard]] QJsonValue at(qsizetype index) const { return m_json.at(index); } ///< undefined when there is none
    /// For those who expect no bytes.
    operator const QJsonArray &() const { return m_json; } // NOLINT(google-explicit-constructor)

    friend bool operator==(const Arguments &a, const Arguments &b)
    {
        return a.m_json == b.m_json && a.m_attachments == b.m_attachments && a.m_written == b.m_written;
    }

private:
    QJsonArray m_json;
    QList<QByteArray> m_attachments;
    QByteArray m_written;
};

/// The number in a placeholder, -1 if that is none; nothing for a value that is no placeholder.
[[nodiscard]] std::optional<qint64> placeholderNumber(const QJsonValue &value);

} // namespace socketio

Q_DECLARE_METATYPE(socketio::Arguments)
