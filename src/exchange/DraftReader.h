// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Card.h"
#include "exchange/ColumnMapping.h"
#include "exchange/RecordDraft.h"
#include "exchange/ValueText.h"

#include <QtCore/QHash>

namespace frontdesk::exchange {

/// Makes drafts of rows and cards. Whatever cannot be taken is a problem in words and not in the draft.
class DraftReader {
public:
    static constexpr qsizetype mostEntries = 20; ///< of a list

    DraftReader(ColumnMapping mapping, ReadingRules rules, QVector<CustomField> custom = {});

    [[nodiscard]] RecordDraft draftOf(const QStringList &row) const;
    /// Always of a contact, whatever the columns are.
    [[nodiscard]] static RecordDraft draftOf(const Card &card);

private:
    /// The texts that were found for each target, none of them empty.
    using Texts = QHash<QString, QStringList>;

    [[nodiscard]] RecordDraft made(const Texts &texts) const;
    void take(RecordDraft &draft, const DraftField &field, const QStringList &texts) const;
    void takeList(RecordDraft &draft, const DraftField &field, const QStringList &texts) const;
    void takeAmount(RecordDraft &draft, const Texts &texts) const;
    void takeAddress(RecordDraft &draft, const Texts &texts) const;
    void takeName(RecordDraft &draft, const Texts &texts) const;
    void wrong(RecordDraft &draft, const QString &target, const QString &words) const;

    ColumnMapping m_mapping;
    ReadingRules m_rules;
    QVector<CustomField> m_custom;
    QVector<DraftField> m_fields;
    std::optional<DraftField> m_address;
    int m_longestName; ///< code points
};

} // namespace frontdesk::exchange
