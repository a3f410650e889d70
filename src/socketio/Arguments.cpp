// SPDX-License-Identifier: MIT
#include "socketio/Arguments.h"

#include <QtCore/QJsonDocument>

#include <cmath>

namespace socketio {

Arguments::Arguments(QJsonArray json)
    : m_json(std::move(json))
{
}

Arguments::Arguments(std::initializer_list<Argument> arguments)
{
    for (const auto &argument : arguments)
        append(argument);
}

Arguments::Arguments(QJsonArray json, QList<QByteArray> attachments)
    : m_json(std::move(json))
    , m_attachments(std::move(attachments))
{
}

Arguments Arguments::written(QByteArray array)
{
    Arguments arguments;
    arguments.m_written = std::move(array);
    return arguments;
}

QByteArray Arguments::text() const
{
    return m_written.isEmpty() ? QJsonDocument(m_json).toJson(QJsonDocument::Compact) : m_written;
}

void Arguments::append(const Argument &argument)
{
    if (const auto *bytes = std::get_if<QByteArray>(&argument.m_value))
        m_json.append(attach(*bytes));
    else
        m_json.append(std::get<QJsonValue>(argument.m_value));
}

QJsonObject Arguments::attach(const QByteArray &bytes)
{
    m_attachments.append(bytes);
    return {{QStringLiteral("_placeholder"), true}, {QStringLiteral("num"), m_attachments.size() - 1}};
}

std::optional<QByteArray> Arguments::bytes(const QJsonValue &value) const
{
    const auto number = placeholderNumber(value);
    if (!number || *number < 0 || *number >= m_attachments.size())
        return std::nullopt;
    return m_attachments.at(*number);
}

std::optional<qint64> placeholderNumber(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    if (!object.value(u"_placeholder").toBool())
        return std::nullopt;
    const QJsonValue number = object.value(u"num");
    const double exact = number.toDouble(-1);
    constexpr double unreachable = 1e9; // attachments are counted in tens
    if (exact < 0 || exact > unreachable || exact != std::floor(exact))
        return -1;
    return static_cast<qint64>(exact);
}

} // namespace socketio
