// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/RecordPage.h"
#include "models/records/StageDeals.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// The pipelines as those who define them see them. GUI thread.
class PipelineListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the CrmSetup")

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "pipeline:ID"
        NameRole,
        DetailRole,    ///< "6 stages, 12 deals"
        KeptRole,      ///< why it cannot be deleted now, in words; empty: it can
        WaitingRole,   ///< a change of it waits to be sent
        ConflictsRole, ///< how many fields have two values
    };

    PipelineListModel(const RecordPage::Parts &parts, const StageDeals &deals, UndoOffer &undo, UuidV7Sequence &ids,
                      QObject *parent = nullptr);

    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &name) const; ///< in words; empty: nothing
    /// With the stages that every pipeline has: one that is open, one that is won, one that is lost. Returns its
    /// record; empty when the name has a problem.
    Q_INVOKABLE QString add(const QString &name);
    Q_INVOKABLE void moveToBin(const QString &record); ///< nothing while deals are in it

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild();

private:
    struct Row {
        RecordRef record;
        QString name, detail, kept;
        bool waiting = false;
        int conflicts = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };

    sync::Session &m_session;
    const RecordTexts &m_texts;
    const OpenConflicts &m_conflicts;
    const WaitingRecords &m_waiting;
    const StageDeals &m_deals;
    UndoOffer &m_undo;
    UuidV7Sequence &m_ids;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
