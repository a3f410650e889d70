// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Book.h"

#include "domain/Record.h"
#include "figures/Booking.h"

#include <limits>

namespace frontdesk::figures {

namespace {

constexpr qint64 ever = std::numeric_limits<qint64>::min();

QVector<Sum> sumsFrom(const std::map<std::pair<QString, QString>, qint64> &amounts)
{
    QVector<Sum> sums;
    for (const auto &[key, amount] : amounts)
        if (amount != 0)
            sums.append({key.first, key.second, amount});
    return sums;
}

} // namespace

void Book::apply(const JournalRow &row)
{
    book(row, *this);
}

void Book::add(const Entry &entry)
{
    const auto place = m_entries.try_emplace({entry.measure, entry.quarter, entry.owner, entry.key}, 0).first;
    place->second += entry.amount;
    if (place->second == 0)
        m_entries.erase(place);
}

template <class Use>
void Book::each(Measure measure, const Span &span, const Owners &owners, Use use) const
{
    const auto end = m_entries.lower_bound({measure, span.until, {}, {}});
    for (auto entry = m_entries.lower_bound({measure, span.from, {}, {}}); entry != end; ++entry)
        if (!owners || owners->contains(std::get<2>(entry->first)))
            use(std::get<1>(entry->first), std::get<2>(entry->first), std::get<3>(entry->first), entry->second);
}

QVector<Sum> Book::flows(Measure measure, const Span &span, const Owners &owners) const
{
    std::map<std::pair<QString, QString>, qint64> amounts;
    each(measure, span, owners, [&](qint64, const QString &owner, const QString &key, qint64 amount) {
        amounts[{owner, key}] += amount;
    });
    return sumsFrom(amounts);
}

QVector<Slot> Book::slots(Measure measure, const Span &span, const Owners &owners) const
{
    std::map<std::pair<qint64, QString>, qint64> amounts;
    each(measure, span, owners, [&](qint64 quarter, const QString &, const QString &key, qint64 amount) {
        amounts[{quarter, key}] += amount;
    });
    QVector<Slot> found;
    for (const auto &[place, amount] : amounts)
        if (amount != 0)
            found.append({place.first, place.second, amount});
    return found;
}

QVector<Sum> Book::levels(Measure measure, qint64 quarter, const Owners &owners) const
{
    return flows(measure, {ever, quarter}, owners);
}

QVector<std::pair<QString, QJsonObject>> Book::pipelines() const
{
    QVector<std::pair<QString, QJsonObject>> found;
    for (auto facts = m_facts.begin(); facts != m_facts.end(); ++facts)
        if (const auto record = RecordRef::from(facts.key()); record && record->kind == RecordKind::Pipeline)
            found.append({record->id, facts.value()});
    return found;
}

QVector<Entry> Book::entries() const
{
    QVector<Entry> all;
    for (const auto &[key, amount] : m_entries)
        all.append({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), amount});
    return all;
}

} // namespace frontdesk::figures
