// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/DealBoardModel.h"
#include "models/records/RecordPage.h"
#include "models/records/RecordTableModel.h"

#include <vector>

namespace frontdesk::models {

/// Contacts, companies, deals and tasks of a workspace: the tables, the one that is looked at, and what makes new ones.
/// GUI thread.
class Crm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(frontdesk::models::RecordTableModel *contacts READ contacts CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordTableModel *companies READ companies CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordTableModel *tasks READ tasks CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::DealBoardModel *board READ board CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordPage *current READ current NOTIFY currentChanged FINAL) ///< null: none
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged FINAL) ///< what can be undone; empty: nothing

public:
    Crm(sync::Session &session, const Directory &directory, const OpenConflicts &conflicts,
        std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~Crm() override;

    [[nodiscard]] RecordTableModel *contacts();
    [[nodiscard]] RecordTableModel *companies();
    [[nodiscard]] RecordTableModel *tasks();
    [[nodiscard]] DealBoardModel *board();
    [[nodiscard]] RecordPage *current() const { return m_current.get(); }
    [[nodiscard]] QString undoText() const { return m_undoText; }
    [[nodiscard]] const RecordTexts &texts() const { return m_texts; }
    [[nodiscard]] const Pipelines &pipelines() const { return m_pipelines; }
    [[nodiscard]] const WaitingRecords &waiting() const { return m_waiting; }

    Q_INVOKABLE void open(const QString &record); ///< "contact:ID"
    Q_INVOKABLE void close();
    /// What is wrong with a text for a field of a record that is to be made; empty: nothing.
    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &kind, const QString &field, const QString &text) const;
    /// Makes a record of fields as they were typed and opens it; lists are texts with commas. What has a problem is
    /// left out. Returns the record.
    Q_INVOKABLE QString create(const QString &kind, const QVariantMap &fields);
    Q_INVOKABLE void addNote(const QString &about, const QString &text);
    Q_INVOKABLE void addTask(const QString &about, const QString &name, const QString &due);
    Q_INVOKABLE void setDone(const QString &task, bool done);
    Q_INVOKABLE void moveToBin(const QString &record, const QString &title);
    Q_INVOKABLE void undo(); ///< what `undoText` says
    /// The choices of a field: [{value, text}].
    Q_INVOKABLE [[nodiscard]] QVariantList choicesOf(const QString &kind, const QString &field) const;

    void rebuild();

Q_SIGNALS:
    void currentChanged();
    void undoChanged();

private:
    [[nodiscard]] RecordTableModel *table(std::unique_ptr<RecordTableModel> &place, RecordKind kind,
                                          const QStringList &columns);
    RecordRef submitNew(RecordKind kind, const QJsonObject &set, const ListValues &lists = {});
    void change(const RecordRef &record, const QJsonObject &set);
    void allowUndo(const QString &text, std::function<void()> undo);

    sync::Session &m_session;
    std::shared_ptr<const Clock> m_clock;
    const OpenConflicts &m_conflicts;
    RecordNames m_names;
    Pipelines m_pipelines;
    RecordTexts m_texts;
    WaitingRecords m_waiting;
    UuidV7Sequence m_ids;
    // Each is made when it is looked at first: a person who only chats pays nothing for them.
    std::unique_ptr<RecordTableModel> m_contacts, m_companies, m_tasks;
    std::unique_ptr<DealBoardModel> m_board;
    std::unique_ptr<RecordPage> m_current;
    std::vector<std::unique_ptr<RecordPage>> m_closed; ///< end in the next turn of the event loop
    QString m_undoText;
    std::function<void()> m_undo;
};

} // namespace frontdesk::models
