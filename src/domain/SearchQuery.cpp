// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchQuery.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace frontdesk::search {

namespace {

/// One thing between spaces, quotes respected.
struct Piece {
    QString text; ///< without operator and quotes
    std::optional<Filter::Kind> filter;
    bool excluded = false;
    bool quoted = false;
    bool closed = true; ///< a space or the closing quote has ended it
    Range place;
};

struct Operator {
    QLatin1String name;
    Filter::Kind kind;
};

constexpr Operator operators[] = {
    {QLatin1String("from:"), Filter::From},     {QLatin1String("in:"), Filter::In},
    {QLatin1String("has:"), Filter::Has},       {QLatin1String("is:"), Filter::Is},
    {QLatin1String("before:"), Filter::Before}, {QLatin1String("after:"), Filter::After},
};

bool isQuote(QChar character)
{
    // Keyboards and phones put typographic ones in the place of the plain one.
    return QStringView(u"\"“”„«»").contains(character);
}

class Reader {
public:
    explicit Reader(const QString &typed)
        : m_typed(typed)
    {
    }

    std::optional<Piece> next()
    {
        while (m_place < m_typed.size() && m_typed[m_place].isSpace())
            ++m_place;
        if (m_place >= m_typed.size())
            return {};
        Piece piece;
        const qsizetype from = m_place;
        piece.excluded = take(u'-');
        piece.filter = piece.excluded ? std::nullopt : takeOperator();
        if (m_place < m_typed.size() && isQuote(m_typed[m_place]))
            readQuoted(piece);
        else
            readWord(piece);
        piece.place = {from, m_place - from};
        return piece;
    }

private:
    bool take(QChar character)
    {
        const bool there = m_place < m_typed.size() && m_typed[m_place] == character;
        m_place += there ? 1 : 0;
        return there;
    }
    std::optional<Filter::Kind> takeOperator()
    {
        for (const Operator &candidate : operators) {
            if (!QStringView(m_typed).mid(m_place).startsWith(candidate.name, Qt::CaseInsensitive))
                continue;
            m_place += candidate.name.size();
            return candidate.kind;
        }
        return {};
    }
    void readQuoted(Piece &piece)
    {
        piece.quoted = true;
        const qsizetype from = ++m_place;
        while (m_place < m_typed.size() && !isQuote(m_typed[m_place]))
            ++m_place;
        piece.text = m_typed.mid(from, m_place - from);
        piece.closed = m_place < m_typed.size();
        m_place += piece.closed ? 1 : 0;
    }
    void readWord(Piece &piece)
    {
        const qsizetype from = m_place;
        while (m_place < m_typed.size() && !m_typed[m_place].isSpace())
            ++m_place;
        piece.text = m_typed.mid(from, m_place - from);
        piece.closed = m_place < m_typed.size();
    }

    const QString &m_typed;
    qsizetype m_place = 0;
};

QDate dayFrom(const QString &value, const QDate &today)
{
    if (value.compare(QLatin1String("today"), Qt::CaseInsensitive) == 0)
        return today;
    if (value.compare(QLatin1String("yesterday"), Qt::CaseInsensitive) == 0)
        return today.addDays(-1);
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$"));
    const auto found = pattern.match(value);
    if (!found.hasMatch())
        return {};
    const auto part = [&](int number) { return found.captured(number).isEmpty() ? 1 : found.captured(number).toInt(); };
    return {found.captured(1).toInt(), part(2), part(3)};
}

/// Whether the filter is complete; one that is not is still being typed.
bool adopt(Query &query, Filter::Kind kind, const QString &value, const QDate &today)
{
    switch (kind) {
    case Filter::From:
    case Filter::In:
        return !value.isEmpty();
    case Filter::Has: {
        const bool link = value.compare(QLatin1String("link"), Qt::CaseInsensitive) == 0;
        const bool file = value.compare(QLatin1String("file"), Qt::CaseInsensitive) == 0;
        query.hasLink = query.hasLink || link;
        query.hasFile = query.hasFile || file;
        return link || file;
    }
    case Filter::Is: {
        const bool closed = value.compare(QLatin1String("closed"), Qt::CaseInsensitive) == 0;
        if (!closed && value.compare(QLatin1String("open"), Qt::CaseInsensitive) != 0)
            return false;
        query.closed = closed;
        return true;
    }
    case Filter::Before:
    case Filter::After: {
        const QDate day = dayFrom(value, today);
        if (!day.isValid())
            return false;
        if (kind == Filter::Before)
            query.before = query.before.isValid() ? std::min(query.before, day) : day;
        else
            query.after = query.after.isValid() ? std::max(query.after, day) : day;
        return true;
    }
    }
    return false;
}

} // namespace

QStringList Query::valuesOf(Filter::Kind kind) const
{
    QStringList values;
    for (const Filter &filter : filters)
        if (filter.kind == kind)
            values.append(filter.value);
    return values;
}

Query parse(const QString &typed, const QDate &today)
{
    Query query;
    Reader reader(typed);
    while (const std::optional<Piece> piece = reader.next()) {
        if (piece->filter) {
            const QString value = piece->text.trimmed();
            if (adopt(query, *piece->filter, value, today))
                query.filters.append({*piece->filter, value, piece->place});
            continue;
        }
        const QString folded = fold(piece->text).text;
        if (folded.isEmpty())
            continue;
        // A word that is to be left out counts when it is whole: its first letters would leave out too much.
        if (!piece->excluded || piece->closed)
            query.terms.append({folded, !piece->closed, piece->excluded, piece->quoted});
    }
    return query;
}

} // namespace frontdesk::search
