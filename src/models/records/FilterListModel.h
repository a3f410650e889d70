// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/RecordTexts.h"

namespace frontdesk::models {

class RecordTableModel;

/// The conditions of a table, one a row, as they are chosen and typed. One that is not complete yet narrows nothing.
/// GUI thread.
class FilterListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordTableModel")

public:
    enum Roles {
        FieldRole = Qt::UserRole + 1,
        TestRole,       ///< its name: "is", "contains" …
        TestTextRole,   ///< in words
        InputRole,      ///< "text", "number", "day", "choice" or "record"
        TextRole,       ///< as it is typed; of a choice or a record its id
        ShownRole,      ///< of a choice or a record its name
        RefersToRole,   ///< of a record: the kind's name
        NeedsValueRole, ///< false: the test says it all
        ProblemRole,    ///< in words; empty: it counts
    };

    FilterListModel(RecordTableModel &table, const RecordTexts &texts, QObject *parent = nullptr);

    Q_INVOKABLE [[nodiscard]] QVariantList fields() const;           ///< what can be asked about: [{value, text}]
    Q_INVOKABLE [[nodiscard]] QVariantList testsOf(int row) const;   ///< [{value, text}]
    Q_INVOKABLE [[nodiscard]] QVariantList choicesOf(int row) const; ///< [{value, text}]; of a text none
    Q_INVOKABLE void add(const QString &field);
    Q_INVOKABLE void setField(int row, const QString &field);
    Q_INVOKABLE void setTest(int row, const QString &test);
    Q_INVOKABLE void setText(int row, const QString &text);
    Q_INVOKABLE void removeAt(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        int id = 0; ///< for its whole life
        QString field;
        FilterTest test = FilterTest::Is;
        QString text;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] QVector<RecordFilter> filters() const;
    [[nodiscard]] QString problemOf(const Row &row) const;
    [[nodiscard]] QVariantList choicesFor(const QString &field) const;
    [[nodiscard]] QString shownOf(const Row &row) const;
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < m_rows.size(); }
    void adopt();       ///< what the table asks, when that is not what stands here
    void tell(Row row); ///< what one says now
    void apply();

    RecordTableModel &m_table;
    const RecordTexts &m_texts;
    QVector<Row> m_rows;
    int m_lastId = 0;
};

} // namespace frontdesk::models
