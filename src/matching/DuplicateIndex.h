// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/Likeness.h"
#include "matching/MatchKeys.h"

#include <QtCore/QHash>
#include <QtCore/QVector>

namespace frontdesk::matching {

class Grouping;

struct Candidate {
    QString id;
    Likeness why;

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// Finds who may be in a set of records twice, without comparing all with all: by equal e-mail addresses and phone
/// numbers, and by names that have a block in common (NameSimilarity.h). What is found does not depend on the order of
/// adding, but for names that thousands share: of a block only the first `mostCompared` are looked at.
class DuplicateIndex {
public:
    static constexpr qsizetype mostCompared = 2000;
    /// An address or a number that more records have is a switchboard's or a mailbox of a team: in groups() it is no
    /// reason.
    static constexpr qsizetype mostSharing = 20;
    static constexpr qsizetype largestGroup = 50; ///< by names

    /// `region` (ISO 3166): where phone numbers without a country are in.
    explicit DuplicateIndex(QString region);

    /// Or puts it in the place of the one with the same id.
    void add(const Subject &subject);
    void remove(const QString &id);
    [[nodiscard]] qsizetype size() const { return m_places.size(); }

    /// Whoever a draft or a record may be, the likeliest first; never itself.
    [[nodiscard]] QVector<Candidate> candidatesFor(const Subject &subject, qsizetype most = 20) const;
    /// All that may be the same, the likeliest first.
    [[nodiscard]] QVector<DuplicateGroup> groups() const;

private:
    struct Entry {
        QString id;
        MatchKeys keys;
    };
    using Place = quint32;
    using Places = QMultiHash<size_t, Place>;

    [[nodiscard]] static Likeness compare(const MatchKeys &a, const MatchKeys &b);
    void joinByContact(Grouping &grouping, const QVector<Place> &sharing) const;
    void joinByName(Grouping &grouping, QVector<Place> block) const;

    QString m_region;
    QVector<Entry> m_entries; ///< by place; without an id where one was removed
    QVector<Place> m_free;
    QHash<QString, Place> m_places;
    Places m_byContact; ///< by hashes of addresses and numbers; the texts are compared anyway
    Places m_byBlock;   ///< by hashes of the names' blocks
};

} // namespace frontdesk::matching
