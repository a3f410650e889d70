// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FigureTables.h"

#include "figures/Book.h"
#include "figures/Booking.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <map>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;
using figures::Measure;

namespace {

const QString rulesKey = u"figureRules"_s;
const QString pipelinePrefix = u"pipeline:"_s;
const QString behindPipelines = u"pipeline;"_s; // the next character

constexpr qint64 quartersOfDay = 96;

/// Days since 1970 UTC.
qint64 dayOf(qint64 quarter)
{
    const qint64 rest = quarter % quartersOfDay;
    return quarter / quartersOfDay - (rest < 0 ? 1 : 0);
}

QJsonObject objectFrom(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The values of a statement that begins with OF_OWNERS: the owners as a JSON list, null for everybody, and the others.
QVariantList ofOwners(const figures::Owners &owners, const QVariantList &others)
{
    QVariant list;
    if (owners)
        list = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(*owners)).toJson(QJsonDocument::Compact));
    return QVariantList{list, list} + others;
}

#define OF_OWNERS "(? IS NULL OR owner IN (SELECT value FROM json_each(?)))"

} // namespace

void FigureTables::note(const JournalRow &row)
{
    figures::book(row, *this);
}

void FigureTables::adoptRules()
{
    Rows rows = m_database.run(u"SELECT value FROM meta WHERE key = ?"_s, {rulesKey});
    if (rows.next() && rows.text(0) == figures::rules())
        return;
    m_database.run(u"BEGIN IMMEDIATE"_s);
    try {
        rebuild();
        m_database.run(u"INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"_s, {rulesKey, figures::rules()});
        m_database.run(u"COMMIT"_s);
    } catch (const StorageFailure &) {
        m_database.rollback();
        throw;
    }
}

void FigureTables::rebuild()
{
    figures::Book book; // in memory, as each entry would be written many times
    {
        Rows rows = m_database.run(u"SELECT seq, stream, at, actor, event, payload FROM journal WHERE event IN "
                                   "('message:new', 'record:added', 'record:changed') ORDER BY seq"_s);
        while (rows.next())
            book.apply({.seq = rows.integer(0),
                        .stream = rows.text(1),
                        .n = 0,
                        .mark = {},
                        .at = rows.integer(2),
                        .actor = UserId(rows.text(3)),
                        .event = rows.text(4),
                        .payload = objectFrom(rows.text(5))});
    }
    for (const QString &table : {u"figure_entries"_s, u"figure_days"_s, u"figure_levels"_s, u"figure_facts"_s})
        m_database.run(u"DELETE FROM "_s + table);
    for (const figures::Entry &entry : book.entries())
        add(entry);
    for (auto known = book.allFacts().begin(); known != book.allFacts().end(); ++known)
        setFacts(known.key(), known.value());
}

QJsonObject FigureTables::facts(const QString &subject) const
{
    Rows rows = m_database.run(u"SELECT facts FROM figure_facts WHERE subject = ?"_s, {subject});
    return rows.next() ? objectFrom(rows.text(0)) : QJsonObject();
}

void FigureTables::setFacts(const QString &subject, const QJsonObject &facts)
{
    m_database.run(u"INSERT OR REPLACE INTO figure_facts (subject, facts) VALUES (?, ?)"_s, {subject, textOf(facts)});
}

void FigureTables::add(const figures::Entry &entry)
{
    const QVariantList rest{entry.owner, entry.key};
    enter(u"figure_entries"_s, u"measure, quarter, owner, key"_s,
          QVariantList{int(entry.measure), entry.quarter} + rest, entry.amount);
    enter(u"figure_days"_s, u"measure, day, owner, key"_s,
          QVariantList{int(entry.measure), dayOf(entry.quarter)} + rest, entry.amount);
    if (isLevel(entry.measure))
        enter(u"figure_levels"_s, u"measure, owner, key"_s, QVariantList{int(entry.measure)} + rest, entry.amount);
}

void FigureTables::enter(const QString &table, const QString &columns, const QVariantList &place, qint64 amount)
{
    const QString marks = QStringList(place.size(), u"?"_s).join(u", "_s);
    const qint64 sum = m_database.number(
        u"INSERT INTO %1 (%2, amount) VALUES (%3, ?) ON CONFLICT DO UPDATE SET amount = amount + excluded.amount "
        "RETURNING amount"_s.arg(table, columns, marks),
        place + QVariantList{amount});
    if (sum == 0)
        m_database.run(u"DELETE FROM %1 WHERE (%2) = (%3)"_s.arg(table, columns, marks), place);
}

QVector<figures::Sum> FigureTables::flows(Measure measure, const figures::Span &span,
                                          const figures::Owners &owners) const
{
    // Whole days at once, and the quarters of an hour before and after them.
    const qint64 firstDay = dayOf(span.from + quartersOfDay - 1);
    const qint64 behindDays = std::max(firstDay, dayOf(span.until));
    const qint64 leadingEnd = std::min(span.until, firstDay * quartersOfDay);
    const qint64 trailing = std::max(leadingEnd, behindDays * quartersOfDay);
    Rows rows =
        m_database.run(QStringLiteral("SELECT owner, key, sum(amount) FROM ("
                                      "SELECT owner, key, amount FROM figure_days "
                                      "WHERE " OF_OWNERS " AND measure = ? AND day >= ? AND day < ? UNION ALL "
                                      "SELECT owner, key, amount FROM figure_entries "
                                      "WHERE " OF_OWNERS " AND measure = ? AND quarter >= ? AND quarter < ? UNION ALL "
                                      "SELECT owner, key, amount FROM figure_entries "
                                      "WHERE " OF_OWNERS " AND measure = ? AND quarter >= ? AND quarter < ?) "
                                      "GROUP BY owner, key HAVING sum(amount) <> 0"),
                       ofOwners(owners, {int(measure), firstDay, behindDays}) +
                           ofOwners(owners, {int(measure), span.from, leadingEnd}) +
                           ofOwners(owners, {int(measure), trailing, span.until}));
    QVector<figures::Sum> sums;
    while (rows.next())
        sums.append({rows.text(0), rows.text(1), rows.integer(2)});
    return sums;
}

QVector<figures::Slot> FigureTables::slots(Measure measure, const figures::Span &span,
                                           const figures::Owners &owners) const
{
    Rows rows = m_database.run(QStringLiteral("SELECT quarter, key, sum(amount) FROM figure_entries WHERE " OF_OWNERS
                                              " AND measure = ? AND quarter >= ? AND quarter < ? "
                                              "GROUP BY quarter, key HAVING sum(amount) <> 0"),
                               ofOwners(owners, {int(measure), span.from, span.until}));
    QVector<figures::Slot> found;
    while (rows.next())
        found.append({rows.integer(0), rows.text(1), rows.integer(2)});
    return found;
}

QVector<figures::Sum> FigureTables::levels(Measure measure, qint64 quarter, const figures::Owners &owners) const
{
    // As it is now, without what has changed since: what was before the period does not have to be looked at.
    std::map<std::pair<QString, QString>, qint64> amounts;
    {
        Rows rows = m_database.run(
            QStringLiteral("SELECT owner, key, amount FROM figure_levels WHERE " OF_OWNERS " AND measure = ?"),
            ofOwners(owners, {int(measure)}));
        while (rows.next())
            amounts[{rows.text(0), rows.text(1)}] = rows.integer(2);
    }
    for (const figures::Sum &since : flows(measure, {quarter, std::numeric_limits<qint64>::max()}, owners))
        amounts[{since.owner, since.key}] -= since.amount;
    QVector<figures::Sum> sums;
    for (const auto &[place, amount] : amounts)
        if (amount != 0)
            sums.append({place.first, place.second, amount});
    return sums;
}

QVector<std::pair<QString, QJsonObject>> FigureTables::pipelines() const
{
    Rows rows = m_database.run(u"SELECT subject, facts FROM figure_facts WHERE subject >= ? AND subject < ?"_s,
                               {pipelinePrefix, behindPipelines});
    QVector<std::pair<QString, QJsonObject>> found;
    while (rows.next())
        found.append({rows.text(0).mid(pipelinePrefix.size()), objectFrom(rows.text(1))});
    return found;
}

QVector<figures::Entry> FigureTables::entries() const
{
    Rows rows = m_database.run(u"SELECT measure, quarter, owner, key, amount FROM figure_entries "
                               "ORDER BY measure, quarter, owner, key"_s);
    QVector<figures::Entry> all;
    while (rows.next())
        all.append({Measure(rows.integer(0)), rows.integer(1), rows.text(2), rows.text(3), rows.integer(4)});
    return all;
}

} // namespace frontdesk::server
