// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/RecordTexts.h"
#include "models/records/RecordViewers.h"
#include "models/records/WaitingRecords.h"

namespace frontdesk::models {

/// The fields and lists of one record, one a row, in the order of its kind. GUI thread.
class RecordFieldsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")

public:
    enum Roles {
        FieldRole = Qt::UserRole + 1, ///< its name in the protocol
        LabelRole,
        TextRole,     ///< as it is read; of a list its entries with commas
        EditTextRole, ///< as it is changed
        TypeRole,     ///< "text", "lines", "flag", "choice", "person", "record", "list", "day", "time", "place", "link"
        EntriesRole,  ///< of a list
        ReferenceRole, ///< of a record: "company:ID"; empty: none
        RefersToRole,  ///< of a record: the kind's name
        LongestRole,   ///< of a text or an entry, in code points; 0: no matter
        WaitingRole,
        EditorsTextRole,     ///< "Amira is typing here"; empty: nobody changes it
        EditorsInitialsRole, ///< of the first of them
        EditorsAvatarRole,
    };

    RecordFieldsModel(const RecordTexts &texts, const WaitingRecords &waiting, const RecordViewers &viewers,
                      QObject *parent = nullptr);

    /// What TypeRole says of a type.
    [[nodiscard]] static QString nameOf(FieldType type);
    void show(const RecordState &state);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString field, label, text, editText, type, reference, refersTo;
        QStringList entries;
        int longest = 0;
        bool waiting = false;
        QString editorsText = {}, editorsInitials = {}, editorsAvatar = {};
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] Row rowOf(const FieldRule &rule) const;
    [[nodiscard]] Row rowOf(const ListRule &rule) const;
    [[nodiscard]] Row marked(Row row) const; ///< with who changes it
    void rebuild();

    const RecordTexts &m_texts;
    const WaitingRecords &m_waiting;
    const RecordViewers &m_viewers;
    RecordState m_state;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
