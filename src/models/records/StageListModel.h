// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/AheadOfStore.h"
#include "models/records/RecordTexts.h"
#include "models/records/StageDeals.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// The stages of one pipeline in their order, one a row, and what changes them. They are one field of the pipeline:
/// each change is told at once, and two people who change them at the same time have a conflict about all of them.
/// What cannot be done says why in `problem`. GUI thread.
class StageListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the CrmSetup")
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL) ///< of the last attempt; empty: it was done
    Q_PROPERTY(bool full READ full NOTIFY countChanged FINAL)            ///< there can be no more

public:
    enum Roles {
        StageRole = Qt::UserRole + 1, ///< its id
        NameRole,
        ProbabilityRole, ///< per cent
        KindRole,        ///< "open", "won" or "lost"
        DealsRole,       ///< how many stand in it
    };

    StageListModel(sync::Session &session, const RecordTexts &texts, const StageDeals &deals, UndoOffer &undo,
                   UuidV7Sequence &ids, QString pipeline, QObject *parent = nullptr);

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool full() const { return m_rows.size() >= limits::stages; }

    Q_INVOKABLE [[nodiscard]] QVariantList kinds() const; ///< [{value, text}]
    Q_INVOKABLE [[nodiscard]] QString problemWithName(const QString &name) const;
    Q_INVOKABLE [[nodiscard]] QString problemWithProbability(const QString &text) const;
    /// Behind the last one that is open. Its id; empty when it could not be.
    Q_INVOKABLE QString add(const QString &name);
    // `seenVersion` and `seenName` or `seenText`: which version of the pipeline the editor showed when it was opened,
    // and what of it; 0: what is shown now. What others have changed elsewhere in the stages since is kept.
    Q_INVOKABLE void rename(const QString &stage, const QString &name, int seenVersion = 0,
                            const QString &seenName = {});
    Q_INVOKABLE void setProbability(const QString &stage, const QString &text, int seenVersion = 0,
                                    const QString &seenText = {});
    Q_INVOKABLE void setKind(const QString &stage, const QString &kind); ///< and the probability that goes with it
    Q_INVOKABLE void moveTo(const QString &stage, int place);
    Q_INVOKABLE void remove(const QString &stage);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void problemChanged();

private:
    struct Row {
        Stage stage;
        int deals = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void observe();
    void rebuild();
    [[nodiscard]] qsizetype placeOf(const QString &stage) const; ///< -1: it is gone
    bool change(const QVector<Stage> &stages, int seenVersion = 0);
    void say(const QString &problem);

    sync::Session &m_session;
    const RecordTexts &m_texts;
    const StageDeals &m_deals;
    UndoOffer &m_undo;
    UuidV7Sequence &m_ids;
    const QString m_pipeline; ///< its id
    QString m_problem;
    AheadOfStore<QVector<Stage>> m_stages;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
