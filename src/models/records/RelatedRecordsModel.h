// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Mentions.h"
#include "models/RowListModel.h"
#include "models/records/RecordTexts.h"
#include "models/records/WaitingRecords.h"

namespace frontdesk::models {

/// Those records of one kind that name another: a contact's deals, tasks and notes, a company's people. GUI thread.
class RelatedRecordsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "deal:ID"
        TitleRole,
        InitialsRole,
        AvatarKeyRole,
        DetailRole, ///< of a deal "Proposal · closes 4 Dec", of a task who does it, of a person the job, of a note who
                    ///< and when, and which call it was
        AmountRole, ///< of a deal
        DoneRole,   ///< of a task
        OpenRole,   ///< of a deal: neither won nor lost; of a task: not done
        DueRole,    ///< of a task: "Tomorrow"
        OverdueRole,
        WaitingRole,
        VersionRole,  ///< an editor passes on which one it showed
        OwnRole,      ///< of a note: this person wrote it, who alone can change it
        BodyRole,     ///< of a note: the whole text, with today's names of those whom it mentions
        MentionsRole, ///< of a note: where they stand in it, [{from, length}]
    };

    RelatedRecordsModel(const RecordTexts &texts, const WaitingRecords &waiting, RecordKind kind,
                        QObject *parent = nullptr);

    void show(const QVector<RecordState> &related);                       ///< of any kinds
    [[nodiscard]] const RecordState *find(const RecordRef &record) const; ///< null: it is not among them

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        RecordState state;
        QString title, detail, amount, due;
        mentions::Shown body; ///< of a note
        bool open = true, overdue = false, waiting = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] Row rowOf(const RecordState &state) const;
    [[nodiscard]] QString detailOf(const RecordState &state) const;
    [[nodiscard]] mentions::Shown bodyOf(const RecordState &state) const;
    [[nodiscard]] bool isOpen(const RecordState &state) const;
    void rebuild();

    const RecordTexts &m_texts;
    const WaitingRecords &m_waiting;
    RecordKind m_kind;
    QVector<RecordState> m_related;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
