// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <QtCore/QBitArray>

#include <algorithm>
#include <list>
#include <optional>

namespace frontdesk::store {

/// A confirmed record that has changed, as it is now; without a state: it is not here any more.
struct ChangedRecord {
    qint64 key = 0;
    std::optional<RecordState> state;
};

/// Records by their keys.
class KeySet {
public:
    void insert(qint64 key)
    {
        if (key >= m_bits.size())
            m_bits.resize(std::max(key + 1, m_bits.size() * 2));
        m_bits.setBit(key);
    }
    void remove(qint64 key)
    {
        if (contains(key))
            m_bits.clearBit(key);
    }
    [[nodiscard]] bool contains(qint64 key) const { return key >= 0 && key < m_bits.size() && m_bits.testBit(key); }

private:
    QBitArray m_bits;
};

/// Answers to questions about all records. Those used last are kept, and each follows what has changed when it is asked
/// for again, so that changes cost nothing that nobody looks at.
template <class Question, class Answer>
class RecentAnswers {
public:
    explicit RecentAnswers(size_t most)
        : m_most(most)
    {
    }

    /// `make()` answers anew, `follow(answer, changed)` brings one up to date.
    template <class Make, class Follow>
    Answer &get(const Question &question, Make make, Follow follow)
    {
        const auto found =
            std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &kept) { return kept.question == question; });
        if (found == m_kept.end()) {
            m_kept.push_front({question, make(), m_changed.size()});
            if (m_kept.size() > m_most)
                m_kept.pop_back();
            return m_kept.front().answer;
        }
        m_kept.splice(m_kept.begin(), m_kept, found);
        Kept &kept = m_kept.front();
        if (const qsizetype seen = std::exchange(kept.seen, m_changed.size()); seen < m_changed.size())
            follow(kept.answer, m_changed.mid(seen));
        return kept.answer;
    }

    void note(const QVector<ChangedRecord> &changed)
    {
        m_changed += changed;
        if (m_changed.size() > mostFollowed)
            clear();
    }
    void clear()
    {
        m_kept.clear();
        m_changed.clear();
    }

private:
    static constexpr qsizetype mostFollowed = 5'000; ///< beyond that, answering anew costs less
    struct Kept {
        Question question;
        Answer answer;
        qsizetype seen = 0; ///< of m_changed
    };
    size_t m_most;
    std::list<Kept> m_kept; ///< the one used last first
    QVector<ChangedRecord> m_changed;
};

} // namespace frontdesk::store
