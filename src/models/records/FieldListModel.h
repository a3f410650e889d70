// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/RecordPage.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// The fields that are defined for one kind of record, as those who define them see them. GUI thread.
class FieldListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the CrmSetup")
    /// In how many records of the kind something stands in the field that `count` was asked for, those in the bin
    /// apart; -1: not known yet.
    Q_PROPERTY(int uses READ uses NOTIFY usesChanged FINAL)

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "field:ID"
        NameRole,
        TypeRole,     ///< "text", "number" …
        DetailRole,   ///< "Choice, required"
        ChoicesRole,  ///< one a line
        RequiredRole, ///< as "needed", since "required" is a word of QML
        WaitingRole,  ///< a change of it waits to be sent
        ConflictsRole,
    };

    FieldListModel(const RecordPage::Parts &parts, const FieldDefinitions &definitions, UndoOffer &undo,
                   UuidV7Sequence &ids, RecordKind kind, QObject *parent = nullptr);

    [[nodiscard]] int uses() const { return m_uses; }

    Q_INVOKABLE [[nodiscard]] QVariantList types() const;                     ///< [{value, text}]
    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &name) const; ///< in words; empty: nothing
    /// Of the lines of a choice's choices.
    Q_INVOKABLE [[nodiscard]] QString problemWithChoices(const QString &type, const QString &lines) const;
    /// Returns its record; empty when something has a problem.
    Q_INVOKABLE QString add(const QString &name, const QString &type, const QString &choices, bool required);
    Q_INVOKABLE void moveTo(const QString &record, int place); ///< among those of the kind
    Q_INVOKABLE void countUses(const QString &record);         ///< `uses` follows
    Q_INVOKABLE void moveToBin(const QString &record);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild();

Q_SIGNALS:
    void usesChanged();

private:
    struct Row {
        RecordState definition;
        bool waiting = false;
        int conflicts = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] const RecordState *find(const QString &record) const;
    void setUses(int uses);

    sync::Session &m_session;
    const RecordTexts &m_texts;
    const OpenConflicts &m_conflicts;
    const WaitingRecords &m_waiting;
    const FieldDefinitions &m_definitions;
    UndoOffer &m_undo;
    UuidV7Sequence &m_ids;
    const RecordKind m_kind;
    QString m_counted; ///< the field that `uses` is of
    int m_uses = -1;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
