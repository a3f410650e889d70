// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/DraftFields.h"

namespace frontdesk::exchange {

/// Which column of a table is what of a record.
struct ColumnMapping {
    QString kind;        ///< as on the wire: contact, company, deal
    QStringList targets; ///< of each column, as in DraftField; empty: the column is left out

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

/// The likeliest mapping, by the headings. Of several columns for a field that has one value the most telling one is
/// taken, and what is not known is left out; a person sees it before anything is imported and can change it.
ColumnMapping guessMapping(const QString &kind, const QStringList &headings, const QVector<CustomField> &custom = {});

/// Which of the kinds that can be imported the headings are likeliest of.
QString guessKind(const QStringList &headings);

/// A mapping for writing, of every field, and its headings.
ColumnMapping fullMapping(const QString &kind, const QVector<CustomField> &custom = {});
QStringList headingsOf(const ColumnMapping &mapping, const QVector<CustomField> &custom = {});

} // namespace frontdesk::exchange
