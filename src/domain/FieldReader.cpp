// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FieldReader.h"

#include <limits>

namespace frontdesk {

FieldReader::FieldReader(QJsonObject fields, QString path, FieldReader *outer)
    : m_fields(std::move(fields))
    , m_path(std::move(path))
    , m_firstError(outer ? outer->m_firstError : &m_ownError)
    , m_wrongField(outer ? outer->m_wrongField : &m_ownWrongField)
{
}

QString FieldReader::pathOf(const QString &name) const
{
    return m_path.isEmpty() ? name : m_path + QLatin1Char('.') + name;
}

QString FieldReader::elementOf(QLatin1String name, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(name).arg(index);
}

void FieldReader::wrong(const QString &name, const QString &words)
{
    if (!ok())
        return;
    *m_wrongField = pathOf(name);
    *m_firstError = Error{.code = QStringLiteral("payload.invalid"),
                          .message = QStringLiteral("\"%1\" %2").arg(*m_wrongField, words),
                          .detail = {{QStringLiteral("field"), *m_wrongField}}};
}

QString FieldReader::text(QLatin1String name, qsizetype longest)
{
    const QJsonValue value = m_fields[name];
    if (!value.isString()) {
        wrong(name, QStringLiteral("must be a text"));
        return {};
    }
    const QString text = value.toString();
    if (text.size() > longest) {
        wrong(name, QStringLiteral("is too long"));
        return {};
    }
    return text;
}

QString FieldReader::optionalText(QLatin1String name, qsizetype longest)
{
    const QJsonValue value = m_fields[name];
    return value.isUndefined() || value.isNull() ? QString() : text(name, longest);
}

qint64 FieldReader::integer(QLatin1String name, qint64 least)
{
    // No integer within range is the lowest one, so it can stand for "not an integer".
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 value = m_fields[name].toInteger(none);
    if (value == none) {
        wrong(name, QStringLiteral("must be an integer"));
        return least;
    }
    if (value < least) {
        wrong(name, QStringLiteral("must be at least %1").arg(least));
        return least;
    }
    return value;
}

std::optional<qint64> FieldReader::optionalInteger(QLatin1String name, qint64 least)
{
    const QJsonValue value = m_fields[name];
    if (value.isUndefined() || value.isNull())
        return {};
    return integer(name, least);
}

bool FieldReader::boolean(QLatin1String name)
{
    const QJsonValue value = m_fields[name];
    if (!value.isBool())
        wrong(name, QStringLiteral("must be true or false"));
    return value.toBool();
}

QJsonObject FieldReader::object(QLatin1String name)
{
    const QJsonValue value = m_fields[name];
    if (!value.isObject())
        wrong(name, QStringLiteral("must be an object"));
    return value.toObject();
}

QStringList FieldReader::texts(QLatin1String name, qsizetype most)
{
    QStringList values;
    const QJsonArray entries = array(name, most);
    values.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries[i].isString() || entries[i].toString().size() > longestName) {
            wrong(elementOf(name, i), QStringLiteral("must be a text of at most %1 characters").arg(longestName));
            return {};
        }
        values.append(entries[i].toString());
    }
    return values;
}

QJsonArray FieldReader::array(QLatin1String name, qsizetype most)
{
    const QJsonValue value = m_fields[name];
    if (!value.isArray()) {
        wrong(name, QStringLiteral("must be a list"));
        return {};
    }
    QJsonArray entries = value.toArray();
    if (entries.size() > most) {
        wrong(name, QStringLiteral("has more than %1 entries").arg(most));
        return {};
    }
    return entries;
}

} // namespace frontdesk
