// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QVector>

namespace frontdesk::models {

/// A value that several changes follow each other in faster than the store is read again: each builds on the one
/// before, also while the store does not say that one yet.
template <class T>
class AheadOfStore {
public:
    [[nodiscard]] const T &current() const { return m_ahead.isEmpty() ? m_known : m_ahead.last(); }
    void change(const T &wanted) { m_ahead.append(wanted); }
    /// What the store says now. One that was not set here is the beginning of what comes next.
    void observe(const T &known)
    {
        if (m_known == known)
            return;
        m_known = known;
        const qsizetype own = m_ahead.indexOf(known);
        m_ahead.remove(0, own < 0 ? m_ahead.size() : own + 1);
    }
    void giveUp() { m_ahead.clear(); } ///< what was changed could not be written

private:
    T m_known;
    QVector<T> m_ahead;
};

} // namespace frontdesk::models
