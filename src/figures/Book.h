// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "figures/Ledger.h"

#include <map>
#include <tuple>

namespace frontdesk::figures {

/// All figures of a journal in memory, as a value: what a server keeps in tables. It is made anew from a journal that
/// was begun before there were figures, and tests hold the tables against it.
class Book final : public Ledger, public Sums {
public:
    /// Rows come in the journal's order, each once.
    void apply(const JournalRow &row);

    [[nodiscard]] QJsonObject facts(const QString &subject) const override { return m_facts.value(subject); }
    void setFacts(const QString &subject, const QJsonObject &facts) override { m_facts.insert(subject, facts); }
    void add(const Entry &entry) override;

    [[nodiscard]] QVector<Sum> flows(Measure measure, const Span &span, const Owners &owners) const override;
    [[nodiscard]] QVector<Slot> slots(Measure measure, const Span &span, const Owners &owners) const override;
    [[nodiscard]] QVector<Sum> levels(Measure measure, qint64 quarter, const Owners &owners) const override;
    [[nodiscard]] QVector<std::pair<QString, QJsonObject>> pipelines() const override;

    [[nodiscard]] QVector<Entry> entries() const; ///< none that adds up to nothing; by measure, quarter, owner, key
    [[nodiscard]] const QHash<QString, QJsonObject> &allFacts() const { return m_facts; }

    friend bool operator==(const Book &a, const Book &b)
    {
        return a.m_entries == b.m_entries && a.m_facts == b.m_facts;
    }

private:
    using Key = std::tuple<Measure, qint64, QString, QString>; ///< quarter, owner, key

    template <class Use>
    void each(Measure measure, const Span &span, const Owners &owners, Use use) const;

    std::map<Key, qint64> m_entries; ///< none of 0
    QHash<QString, QJsonObject> m_facts;
};

} // namespace frontdesk::figures
