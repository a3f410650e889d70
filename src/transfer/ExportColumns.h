// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "exchange/ColumnMapping.h"
#include "exchange/RecordDraft.h"

namespace frontdesk::transfer {

/// The columns of a CSV file that records are written to. Pure.
class ExportColumns {
public:
    /// `shown`: fields and lists, in their order, as a view has them (its name column goes without saying, and what
    /// cannot be written is left out); nothing: all that an import understands.
    ExportColumns(RecordKind kind, const std::optional<QStringList> &shown, QVector<exchange::CustomField> custom);

    [[nodiscard]] QStringList headings() const;
    /// `draft`: what the record says in a file.
    [[nodiscard]] QStringList rowOf(const RecordState &record, const exchange::RecordDraft &draft) const;

private:
    QVector<exchange::CustomField> m_custom;
    exchange::ColumnMapping m_mapping;
};

} // namespace frontdesk::transfer
