// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/BulkChange.h"
#include "models/records/RecordTexts.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// Records that are the same one, on their way to becoming one: for each field which value stays, lists united. One row
/// for each field that has a value. The others go to the bin, what named them names the one that is kept, and a note in
/// each says so; all of it is written, or nothing; one undo. GUI thread.
class RecordMerge : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed FINAL)      ///< it can be merged; false while it is being written
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why it could not be written; empty: nothing
    Q_PROPERTY(QVariantList records READ records NOTIFY changed FINAL)    ///< [{value, text, detail}]
    Q_PROPERTY(QString kept READ kept WRITE setKept NOTIFY changed FINAL) ///< "contact:ID"
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)         ///< what else is moved, in words

public:
    enum Roles {
        FieldRole = Qt::UserRole + 1,
        LabelRole,
        ChoosableRole, ///< there are different values
        ChoicesRole,   ///< [{value, text, chosen}]: different values, by the place of the record
        ResultRole,    ///< what it will be, as it is read
        UnitedRole,    ///< a list: all entries stay
    };

    struct Parts {
        sync::Session &session;
        const RecordTexts &texts;
        BulkChange &bulk;
        UndoOffer &undo;
        UuidV7Sequence &ids;
    };
    RecordMerge(const Parts &parts, QVector<RecordRef> records, QObject *parent = nullptr);

    [[nodiscard]] bool loaded() const { return m_loaded && !m_gathering && m_last.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QVariantList records() const;
    [[nodiscard]] QString kept() const;
    void setKept(const QString &record); ///< its values win, until others are chosen
    [[nodiscard]] QString summary() const;
    Q_INVOKABLE void choose(const QString &field, int place);
    /// With what names the records by then; nothing is written when this ends before.
    Q_INVOKABLE void merge();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();
    void merged(); ///< it is on the disk

private:
    struct Row {
        QString field;
        bool isList = false;
        QVector<int> places; ///< of records whose values differ, the first with each
        int chosen = 0;      ///< place
        friend bool operator==(const Row &, const Row &) = default;
    };
    /// Reads what names the records, then the conversations.
    void readNaming(std::function<void(const store::ConversationList &)> then);
    void take(const QVector<RecordState> &states);
    void rebuild();
    void tell();
    [[nodiscard]] QString textOf(const QString &field, int place) const;
    [[nodiscard]] QString resultOf(const Row &row) const;
    [[nodiscard]] QStringList united(const QString &list) const;
    [[nodiscard]] QVector<ReversibleChange> changes() const;
    [[nodiscard]] Basis basisOf(const RecordRef &record) const;
    [[nodiscard]] CommandBody commandOf(const ReversibleChange &change) const;
    /// Those that are linked to one of those that go.
    [[nodiscard]] QVector<Conversation> movedOf(const store::ConversationList &list) const;
    void write(const QVector<Conversation> &moved);

    Parts m_parts;
    QVector<RecordRef> m_refs;
    QVector<RecordState> m_states;
    QVector<RecordState> m_naming; ///< what names one of those that go
    QHash<QString, int> m_chosen;  ///< by field, of those that somebody chose
    int m_kept = 0;
    CommandId m_last; ///< of what is being written; empty: nothing is
    QString m_problem;
    bool m_loaded = false;
    bool m_gathering = false; ///< what is to be written
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
