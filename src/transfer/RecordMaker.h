// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "transfer/Surroundings.h"

namespace frontdesk::transfer {

/// What a row wants to be in the workspace.
struct RowRecords {
    CreateRecord record;               ///< the row's own
    QVector<CreateRecord> others = {}; ///< a company that is named for the first time, and a note
    QStringList problems = {};         ///< in words; such a row makes nothing
};

/// Makes records of drafts: what they name becomes ids. A company that nobody knows is made once; people, contacts,
/// pipelines and stages have to be there.
///
/// The ids come from the file and the row's number in it, so that the same file makes the same records whenever and by
/// whomever it is imported, and nothing twice. Pure.
class RecordMaker {
public:
    /// `fileKey`: what tells the file's content from any other.
    RecordMaker(RecordKind kind, QString fileKey, const Surroundings &surroundings);

    RowRecords recordsOf(const exchange::RecordDraft &draft, qint64 number);

private:
    /// Ids by name as it is compared; several may have one name.
    using Ids = QHash<QString, QStringList>;

    [[nodiscard]] QString idFor(const QString &what) const;
    void takeNames(RowRecords &row, const exchange::RecordDraft &draft);
    [[nodiscard]] QString companyId(RowRecords &row, const QString &name);
    void takePlace(RowRecords &row, const QMap<QString, QString> &names) const;

    struct Stage {
        QString id;
        QString pipelineId;
        QString pipeline; ///< its name as it is compared
    };
    RecordKind m_kind;
    QString m_fileKey;
    Ids m_users, m_companies, m_contacts, m_pipelines;
    QMultiHash<QString, Stage> m_stages; ///< by name as it is compared
    QHash<QString, Stage> m_firstStages; ///< by their pipeline's name as it is compared
    QHash<QString, CreateRecord> m_made; ///< companies by name as it is compared
};

} // namespace frontdesk::transfer
