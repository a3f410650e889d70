// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/DuplicateIndex.h"

#include "matching/Grouping.h"
#include "matching/NameSimilarity.h"

#include <QtCore/QSet>

#include <algorithm>
#include <tuple>

namespace frontdesk::matching {

namespace {

constexpr qsizetype smallBlock = 60; ///< names that are all compared with each other
constexpr qsizetype window = 20;     ///< neighbours that each of a larger block is compared with, in the order of names

bool haveOneInCommon(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QString &each) { return b.contains(each); });
}

QVector<size_t> contactHashes(const MatchKeys &keys)
{
    QVector<size_t> hashes;
    for (const QString &email : keys.emails)
        hashes.append(qHash(email));
    for (const QString &phone : keys.phones)
        hashes.append(qHash(phone));
    return hashes;
}

QVector<size_t> blockHashes(const MatchKeys &keys)
{
    QVector<size_t> hashes;
    for (const QString &block : keys.words.isEmpty() ? QStringList() : nameBlocks(keys.words))
        hashes.append(qHash(block));
    return hashes;
}

/// Calls join() with the places of each hash that more than one has.
template <class Join>
void forEachBucket(const QMultiHash<size_t, quint32> &by, const Join &join)
{
    for (auto it = by.cbegin(); it != by.cend();) {
        const size_t hash = it.key();
        QVector<quint32> bucket;
        for (; it != by.cend() && it.key() == hash; ++it)
            bucket.append(*it);
        if (bucket.size() > 1)
            join(bucket);
    }
}

} // namespace

DuplicateIndex::DuplicateIndex(QString region)
    : m_region(std::move(region))
{
}

void DuplicateIndex::add(const Subject &subject)
{
    remove(subject.id);
    if (m_free.isEmpty()) {
        m_free.append(Place(m_entries.size()));
        m_entries.emplaceBack();
    }
    const Place place = m_free.takeLast();
    m_entries[place] = {subject.id, keysOf(subject, m_region)};
    m_places.insert(subject.id, place);
    for (const size_t hash : contactHashes(m_entries[place].keys))
        m_byContact.insert(hash, place);
    for (const size_t hash : blockHashes(m_entries[place].keys))
        m_byBlock.insert(hash, place);
}

void DuplicateIndex::remove(const QString &id)
{
    const auto found = m_places.constFind(id);
    if (found == m_places.cend())
        return;
    const Place place = *found;
    const Entry entry = std::exchange(m_entries[place], {});
    for (const size_t hash : contactHashes(entry.keys))
        m_byContact.remove(hash, place);
    for (const size_t hash : blockHashes(entry.keys))
        m_byBlock.remove(hash, place);
    m_places.erase(found);
    m_free.append(place);
}

Likeness DuplicateIndex::compare(const MatchKeys &a, const MatchKeys &b)
{
    return {.sameEmail = haveOneInCommon(a.emails, b.emails),
            .samePhone = haveOneInCommon(a.phones, b.phones),
            .name = nameSimilarity(a.words, b.words)};
}

QVector<Candidate> DuplicateIndex::candidatesFor(const Subject &subject, qsizetype most) const
{
    const MatchKeys keys = keysOf(subject, m_region);
    QSet<Place> places;
    const auto collect = [&places](const Places &by, const QVector<size_t> &hashes) {
        for (const size_t hash : hashes) {
            auto [from, to] = by.equal_range(hash);
            for (qsizetype count = 0; from != to && count < mostCompared; ++from, ++count)
                places.insert(*from);
        }
    };
    collect(m_byContact, contactHashes(keys));
    collect(m_byBlock, blockHashes(keys));
    QVector<Candidate> candidates;
    for (const Place place : std::as_const(places)) {
        const Entry &entry = m_entries[place];
        const Likeness why = entry.id == subject.id ? Likeness() : compare(keys, entry.keys);
        if (why.isAny())
            candidates.append({entry.id, why});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.why.isStronger(b.why) || (!b.why.isStronger(a.why) && a.id < b.id);
    });
    candidates.resize(std::min(candidates.size(), most));
    return candidates;
}

QVector<DuplicateGroup> DuplicateIndex::groups() const
{
    Grouping grouping(m_entries.size());
    forEachBucket(m_byContact, [&](const QVector<Place> &sharing) { joinByContact(grouping, sharing); });
    forEachBucket(m_byBlock, [&](const QVector<Place> &block) { joinByName(grouping, block); });
    return grouping.groups([this](Place place) { return m_entries[place].id; });
}

void DuplicateIndex::joinByContact(Grouping &grouping, const QVector<Place> &sharing) const
{
    if (sharing.size() > mostSharing)
        return;
    for (qsizetype i = 0; i < sharing.size(); ++i) {
        for (qsizetype j = i + 1; j < sharing.size(); ++j) {
            const Likeness why = compare(m_entries[sharing[i]].keys, m_entries[sharing[j]].keys);
            if (why.sameEmail || why.samePhone) // and not only the hash of two
                grouping.join(sharing[i], sharing[j], why);
        }
    }
}

void DuplicateIndex::joinByName(Grouping &grouping, QVector<Place> block) const
{
    const bool small = block.size() <= smallBlock;
    if (!small) {
        std::sort(block.begin(), block.end(), [this](Place a, Place b) {
            return std::tie(m_entries[a].keys.words, m_entries[a].id) <
                   std::tie(m_entries[b].keys.words, m_entries[b].id);
        });
    }
    for (qsizetype i = 0; i < block.size(); ++i) {
        const qsizetype end = small ? block.size() : std::min(block.size(), i + 1 + window);
        for (qsizetype j = i + 1; j < end; ++j) {
            const double name = nameSimilarity(m_entries[block[i]].keys.words, m_entries[block[j]].keys.words);
            if (name > 0 && grouping.sizeTogether(block[i], block[j]) <= largestGroup)
                grouping.join(block[i], block[j], {.name = name});
        }
    }
}

} // namespace frontdesk::matching
