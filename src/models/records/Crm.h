// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/PeopleModel.h"
#include "models/records/BulkActions.h"
#include "models/records/CrmSetup.h"
#include "models/records/DealBoardModel.h"
#include "models/records/DuplicateCandidatesModel.h"
#include "models/records/DuplicateGroupsModel.h"
#include "models/records/FoundRecordsModel.h"
#include "models/records/RecordMerge.h"
#include "models/records/RecordPage.h"
#include "models/records/RecordTableModel.h"
#include "models/records/SavedViewsModel.h"
#include "models/transfer/ExportModel.h"
#include "models/transfer/ImportModel.h"

#include <map>
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
    Q_PROPERTY(frontdesk::models::RecordTableModel *deals READ deals CONSTANT FINAL) ///< as a list
    Q_PROPERTY(frontdesk::models::RecordTableModel *tasks READ tasks CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::DealBoardModel *board READ board CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordPage *current READ current NOTIFY currentChanged FINAL) ///< null: none
    Q_PROPERTY(frontdesk::models::BulkActions *bulk READ bulk CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::FoundRecordsModel *found READ found CONSTANT FINAL) ///< by words
    Q_PROPERTY(frontdesk::models::DuplicateCandidatesModel *candidates READ candidates CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::DuplicateGroupsModel *duplicates READ duplicates CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordMerge *merge READ merge NOTIFY mergeChanged FINAL) ///< null: none is under way
    Q_PROPERTY(frontdesk::models::ImportModel *fileImport READ fileImport CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ExportModel *fileExport READ fileExport CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::PeopleModel *people READ people CONSTANT FINAL) ///< who can be mentioned
    Q_PROPERTY(frontdesk::models::CrmSetup *setup READ setup CONSTANT FINAL)      ///< what managers define
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged FINAL) ///< what can be undone; empty: nothing

public:
    Crm(sync::Session &session, const Directory &directory, const OpenConflicts &conflicts, SharedFiles &files,
        std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~Crm() override;

    [[nodiscard]] RecordTableModel *contacts();
    [[nodiscard]] RecordTableModel *companies();
    [[nodiscard]] RecordTableModel *deals();
    [[nodiscard]] RecordTableModel *tasks();
    [[nodiscard]] DealBoardModel *board();
    [[nodiscard]] RecordPage *current() const { return m_current.get(); }
    [[nodiscard]] BulkActions *bulk() { return &m_bulk; }
    [[nodiscard]] FoundRecordsModel *found() { return &m_found; }
    [[nodiscard]] DuplicateCandidatesModel *candidates() { return &m_candidates; }
    [[nodiscard]] DuplicateGroupsModel *duplicates() { return &m_duplicates; }
    [[nodiscard]] RecordMerge *merge() const { return m_merge.get(); }
    [[nodiscard]] ImportModel *fileImport();
    [[nodiscard]] ExportModel *fileExport();
    [[nodiscard]] PeopleModel *people() { return &m_people; }
    [[nodiscard]] CrmSetup *setup() { return &m_setup; }
    [[nodiscard]] QString undoText() const { return m_undo.text(); }
    [[nodiscard]] const RecordTexts &texts() const { return m_texts; }
    [[nodiscard]] const Pipelines &pipelines() const { return m_pipelines; }
    [[nodiscard]] const WorkspaceSettings &workspace() const { return m_workspace; }
    [[nodiscard]] const WaitingRecords &waiting() const { return m_waiting; }

    /// The saved views of contacts, companies or deals.
    Q_INVOKABLE [[nodiscard]] frontdesk::models::SavedViewsModel *viewsOf(const QString &kind);
    /// Two records and more that are the same; `merge` is there then. Nothing to begin with: none.
    Q_INVOKABLE void startMerge(const QStringList &records);
    /// Of one kind all of them, to choose one; its text is whose is choosing.
    Q_INVOKABLE [[nodiscard]] frontdesk::models::RecordTableModel *choicesFrom(const QString &kind);
    [[nodiscard]] std::unique_ptr<RecordPage> pageOf(const RecordRef &record) const;
    Q_INVOKABLE void open(const QString &record);                          ///< "contact:ID"
    Q_INVOKABLE void openNote(const QString &record, const QString &note); ///< the record, at that note of it
    Q_INVOKABLE void close();
    /// What is wrong with a text for a field of a record that is to be made; empty: nothing.
    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &kind, const QString &field, const QString &text) const;
    /// Makes a record of fields as they were typed and opens it; lists are texts with commas. What has a problem is
    /// left out. Returns the record.
    Q_INVOKABLE QString create(const QString &kind, const QVariantMap &fields);
    // What is added to a record returns the command that was made of it; empty: it cannot be kept.
    /// `mentioned`: ids of those whom it may be addressed to; it is to those who stand in the text.
    Q_INVOKABLE QString addNote(const QString &about, const QString &text, const QStringList &mentioned = {});
    /// What was said on the phone. `call`: "incoming", "outgoing" or "missed"; `minutes` as typed.
    Q_INVOKABLE QString addCall(const QString &about, const QString &call, const QString &minutes, const QString &text,
                                const QStringList &mentioned = {});
    /// Of a note of the record that is looked at, which this person wrote. `begun`, which is done with then: what it
    /// shall say, and whom else it may be addressed to. What cannot be kept stays begun.
    Q_INVOKABLE void changeNote(const QString &note, frontdesk::models::BegunRecord *begun);
    Q_INVOKABLE QString addTask(const QString &about, const QString &name, const QString &due);
    Q_INVOKABLE void setDone(const QString &task, bool done);
    Q_INVOKABLE void moveToBin(const QString &record, const QString &title);
    Q_INVOKABLE void undo(); ///< what `undoText` says
    /// The fields that are defined for a kind, as a new record is asked for them: [{field, label, type, required}] with
    /// a type as in RecordFieldsModel.
    Q_INVOKABLE [[nodiscard]] QVariantList definedFields(const QString &kind) const;
    /// The choices of a field: [{value, text}].
    Q_INVOKABLE [[nodiscard]] QVariantList choicesOf(const QString &kind, const QString &field) const;

    void rebuild();

Q_SIGNALS:
    void currentChanged();
    void mergeChanged();
    void undoChanged();
    void noticed(const frontdesk::Error &error); ///< something a person should read

private:
    [[nodiscard]] RecordTableModel *table(std::unique_ptr<RecordTableModel> &place, RecordKind kind,
                                          const QStringList &columns);
    void show(std::unique_ptr<RecordPage> page); ///< null: none
    struct WrittenNote {
        QJsonObject set;       ///< the text, and how those whom it mentions are called in it
        QStringList mentioned; ///< who stands in it
    };
    /// Nothing when it cannot be kept.
    [[nodiscard]] std::optional<WrittenNote> writtenNote(const QString &text, const QStringList &mentioned) const;
    QString submitNote(const QJsonObject &about, const QString &text, const QStringList &mentioned);
    struct Submitted {
        RecordRef record;
        CommandId command;
    };
    Submitted submitNew(RecordKind kind, const QJsonObject &set, const ListValues &lists = {});
    void change(const RecordRef &record, const QJsonObject &set);
    [[nodiscard]] RecordTableModel *tableOf(RecordKind kind);
    [[nodiscard]] DuplicateSearch &searchOf(RecordKind kind);

    sync::Session &m_session;
    std::shared_ptr<const Clock> m_clock;
    const OpenConflicts &m_conflicts;
    SharedFiles &m_files;
    RecordNames m_names;
    Pipelines m_pipelines;
    WorkspaceSettings m_workspace;
    FieldDefinitions m_definitions;
    RecordTexts m_texts;
    WaitingRecords m_waiting;
    PeopleModel m_people;
    UuidV7Sequence m_ids;
    UndoOffer m_undo;
    BulkActions m_bulk;
    CrmSetup m_setup;
    FoundRecordsModel m_found;
    DuplicateCandidatesModel m_candidates;
    DuplicateGroupsModel m_duplicates;
    // Each is made when it is looked at first: a person who only chats pays nothing for them.
    std::unique_ptr<RecordTableModel> m_contacts, m_companies, m_deals, m_tasks, m_contactChoices, m_companyChoices;
    std::unique_ptr<DealBoardModel> m_board;
    std::unique_ptr<ImportModel> m_import;
    std::unique_ptr<ExportModel> m_export;
    std::map<RecordKind, std::unique_ptr<SavedViewsModel>> m_views;
    std::map<RecordKind, std::unique_ptr<DuplicateSearch>> m_searches;
    std::unique_ptr<RecordMerge> m_merge;
    std::unique_ptr<RecordPage> m_current;
    std::vector<std::unique_ptr<RecordPage>> m_closed; ///< end in the next turn of the event loop
};

} // namespace frontdesk::models
