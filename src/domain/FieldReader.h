// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace frontdesk {

/// Reads the fields of one JSON object that came from outside. The first thing that is wrong is kept as
/// `payload.invalid` with the field's path; what is read after it is empty and must not be used. Texts and lists are
/// bounded, so that nothing from outside decides how much memory is taken.
class FieldReader {
public:
    static constexpr qsizetype longestName = 1'000;   ///< UTF-16 units; ids, names, titles
    static constexpr qsizetype longestText = 100'000; ///< UTF-16 units; texts that people write

    explicit FieldReader(QJsonObject fields)
        : FieldReader(std::move(fields), {}, nullptr)
    {
    }
    Q_DISABLE_COPY_MOVE(FieldReader)

    [[nodiscard]] bool ok() const { return !m_firstError->has_value(); }
    [[nodiscard]] const Error &error() const { return **m_firstError; }
    /// The path of the field that is wrong, such as "members[3]"; empty when ok.
    [[nodiscard]] const QString &wrongField() const { return *m_wrongField; }
    [[nodiscard]] bool has(QLatin1String name) const { return m_fields.contains(name); }

    QString text(QLatin1String name, qsizetype longest = longestName);
    QString optionalText(QLatin1String name, qsizetype longest = longestName);
    qint64 integer(QLatin1String name, qint64 least = 0);
    std::optional<qint64> optionalInteger(QLatin1String name, qint64 least = 0);
    bool boolean(QLatin1String name);
    QJsonObject object(QLatin1String name);
    QStringList texts(QLatin1String name, qsizetype most);
    /// Any JSON value, null when there is none.
    [[nodiscard]] QJsonValue value(QLatin1String name) const { return has(name) ? m_fields.value(name) : QJsonValue(); }

    /// A field whose text is one of a few names: `from` gives no value for the others.
    template <class From>
    auto choice(QLatin1String name, From from)
    {
        const auto value = from(text(name));
        if (!value)
            wrong(name, QStringLiteral("has a value that is not known"));
        return value.value_or(typename decltype(value)::value_type{});
    }

    /// A nested object, read by `read(FieldReader &)`.
    template <class Read>
    auto nested(QLatin1String name, Read read)
    {
        FieldReader inner(object(name), pathOf(name), this);
        return read(inner);
    }

    /// A list of objects, each read by `read(FieldReader &)`.
    template <class Read>
    auto list(QLatin1String name, qsizetype most, Read read)
    {
        QVector<decltype(read(*this))> values;
        const QJsonArray entries = array(name, most);
        values.reserve(entries.size());
        for (qsizetype i = 0; i < entries.size() && ok(); ++i) {
            if (!entries[i].isObject()) {
                wrong(elementOf(name, i), QStringLiteral("must be an object"));
                break;
            }
            FieldReader inner(entries[i].toObject(), pathOf(elementOf(name, i)), this);
            values.append(read(inner));
        }
        return values;
    }

    /// Says that a field is wrong, in words that follow its name.
    void wrong(const QString &name, const QString &words);

private:
    FieldReader(QJsonObject fields, QString path, FieldReader *outer);

    QJsonArray array(QLatin1String name, qsizetype most);
    [[nodiscard]] QString pathOf(const QString &name) const;
    [[nodiscard]] static QString elementOf(QLatin1String name, qsizetype index);

    QJsonObject m_fields;
    QString m_path; ///< empty for the outermost object
    std::optional<Error> m_ownError;
    QString m_ownWrongField;
    std::optional<Error> *m_firstError; ///< the outermost reader's
    QString *m_wrongField;
};

/// A whole object read by `read(FieldReader &)`, or what is wrong with it.
template <class Read>
auto decode(const QJsonObject &object, Read read) -> Result<decltype(read(std::declval<FieldReader &>()))>
{
    FieldReader fields(object);
    auto value = read(fields);
    if (!fields.ok())
        return fields.error();
    return value;
}

} // namespace frontdesk
