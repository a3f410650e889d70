// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Statuses.h"
#include "exchange/DraftFields.h"
#include "exchange/RecordDraft.h"
#include "store/Store.h"

namespace frontdesk::transfer {

/// What names in a file can mean, and ids in a record, as the cache knows it.
struct Surroundings {
    std::optional<User> me;
    QVector<User> users;
    QVector<exchange::CustomField> custom; ///< fields of the kind that is read or written
    QVector<Status> statuses;              ///< that a contact may have
    QVector<RecordState> companies;        ///< oldest first, as the others
    QVector<RecordState> contacts;         ///< for deals
    QVector<RecordState> pipelines;
};

/// The fields that admins have defined for a kind. Waits for the cache, as the next: not for the GUI thread.
QVector<exchange::CustomField> readCustomFields(store::Store &store, RecordKind kind);
Surroundings readSurroundings(store::Store &store, RecordKind kind);

/// What records of one kind say in a file: the way out.
class RecordDrafts {
public:
    /// The notes are those about any record; oldest first.
    RecordDrafts(const Surroundings &surroundings, const QVector<RecordState> &notes);

    [[nodiscard]] exchange::RecordDraft draftOf(const RecordState &record) const;

private:
    [[nodiscard]] QMap<QString, QString> namesIn(const RecordState &record) const;

    struct Stage {
        QString pipeline;
        QString name;
    };
    QHash<QString, QString> m_users, m_companies, m_contacts; ///< names by id
    QHash<QString, QString> m_statuses;                       ///< names by id, of those that every workspace has not
    QHash<QString, Stage> m_stages;                           ///< by id
    QHash<QString, QStringList> m_notes;                      ///< by what they are about
};

} // namespace frontdesk::transfer
