// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "figures/Ledger.h"
#include "server/storage/Database.h"

namespace frontdesk::server {

/// The figures of the dashboard in tables, entered in the transaction of the row that changes them; what figures::Book
/// is in memory. Entering a row and asking for a period cost the same however long the journal is. Storage thread.
class FigureTables final : public figures::Ledger, public figures::Sums {
public:
    explicit FigureTables(Database &database)
        : m_database(database)
    {
    }

    /// Enters a row that has just been written.
    void note(const JournalRow &row);
    /// Makes the figures anew from the journal if they were entered by other rules, or by none.
    void adoptRules();

    [[nodiscard]] QJsonObject facts(const QString &subject) const override;
    void setFacts(const QString &subject, const QJsonObject &facts) override;
    void add(const figures::Entry &entry) override;

    [[nodiscard]] QVector<figures::Sum> flows(figures::Measure measure, const figures::Span &span,
                                              const figures::Owners &owners) const override;
    [[nodiscard]] QVector<figures::Slot> slots(figures::Measure measure, const figures::Span &span,
                                               const figures::Owners &owners) const override;
    [[nodiscard]] QVector<figures::Sum> levels(figures::Measure measure, qint64 quarter,
                                               const figures::Owners &owners) const override;
    [[nodiscard]] QVector<std::pair<QString, QJsonObject>> pipelines() const override;

    [[nodiscard]] QVector<figures::Entry> entries() const; ///< as figures::Book::entries

private:
    void rebuild();
    /// Adds an amount to what is at a place of a table; nothing stays where it adds up to nothing.
    void enter(const QString &table, const QString &columns, const QVariantList &place, qint64 amount);

    Database &m_database;
};

} // namespace frontdesk::server
