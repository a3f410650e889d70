// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/BulkChange.h"
#include "models/records/RecordTableModel.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// What can be done to the chosen rows of a table, with one undo for all of them. GUI thread.
class BulkActions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(bool running READ running NOTIFY progressed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressed FINAL) ///< 0 to 1

public:
    BulkActions(sync::Session &session, const RecordTexts &texts, UndoOffer &undo, QObject *parent = nullptr);

    [[nodiscard]] bool running() const { return m_bulk.running(); }
    [[nodiscard]] double progress() const;

    /// A field as somebody typed or chose it; empty: nothing in it. What has a problem is not done.
    Q_INVOKABLE void set(frontdesk::models::RecordTableModel *table, const QString &field, const QString &text);
    Q_INVOKABLE [[nodiscard]] bool mayTag(frontdesk::models::RecordTableModel *table, const QString &tag) const;
    Q_INVOKABLE void addTag(frontdesk::models::RecordTableModel *table, const QString &tag);
    Q_INVOKABLE void removeTag(frontdesk::models::RecordTableModel *table, const QString &tag);
    Q_INVOKABLE void moveToBin(frontdesk::models::RecordTableModel *table);
    Q_INVOKABLE void restore(frontdesk::models::RecordTableModel *table); ///< out of the bin

    [[nodiscard]] BulkChange &changes() { return m_bulk; }

Q_SIGNALS:
    void progressed();
    void noticed(const frontdesk::Error &error); ///< something a person should read

private:
    using Text = std::function<QString(int records)>;
    void run(RecordTableModel *table, const QJsonObject &set, const ListChanges &lists, Text text);
    void takeBack(const QVector<ReversibleChange> &done);

    const RecordTexts &m_texts;
    BulkChange m_bulk;
    UndoOffer &m_undo;
};

} // namespace frontdesk::models
