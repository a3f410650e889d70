// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConflictListModel.h"
#include "models/files/RecordFilesModel.h"
#include "models/files/RecordPicture.h"
#include "models/records/BegunFields.h"
#include "models/records/BegunRecord.h"
#include "models/records/RecordFieldsModel.h"
#include "models/records/RecordHistoryModel.h"
#include "models/records/RelatedRecordsModel.h"

namespace frontdesk::models {

/// One contact, company, deal or task that is looked at: its fields, what has two values, what belongs to it, and what
/// happened. GUI thread.
class RecordPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(QString record READ record CONSTANT FINAL)          ///< "contact:ID"
    Q_PROPERTY(QString kind READ kind CONSTANT FINAL)              ///< "contact"
    Q_PROPERTY(bool available READ available NOTIFY changed FINAL) ///< false until it is read, and when there is none
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed
                   FINAL) ///< of a contact company and job, of a deal stage and value
    Q_PROPERTY(QString initials READ initials NOTIFY changed FINAL)
    Q_PROPERTY(QString avatarKey READ avatarKey CONSTANT FINAL)
    Q_PROPERTY(QString statusColor READ statusColor NOTIFY changed FINAL) ///< as StatusChip takes it
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)   ///< in words
    Q_PROPERTY(QStringList tags READ tags NOTIFY changed FINAL)
    Q_PROPERTY(bool deleted READ deleted NOTIFY changed FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(int version READ version NOTIFY changed FINAL) ///< an editor passes on which one it showed
    Q_PROPERTY(QVariantList viewers READ viewers NOTIFY viewersChanged FINAL) ///< [{name, initials, avatarKey}]
    Q_PROPERTY(QString viewersText READ viewersText NOTIFY viewersChanged
                   FINAL) ///< "Amira and Jonas are here too"; empty: nobody is
    Q_PROPERTY(QString titleEditorsText READ titleEditorsText NOTIFY viewersChanged
                   FINAL) ///< "Amira is typing here": who changes the name
    Q_PROPERTY(QString soughtNote READ soughtNote NOTIFY soughtNoteChanged
                   FINAL) ///< "note:ID", that somebody was led to; empty: none
    Q_PROPERTY(frontdesk::models::RecordFieldsModel *fields READ fieldList CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ConflictListModel *conflicts READ conflicts CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RelatedRecordsModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RelatedRecordsModel *deals READ deals CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RelatedRecordsModel *tasks READ tasks CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RelatedRecordsModel *notes READ notes CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::BegunRecord *begunNote READ begunNote CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::BegunRecord *begunTask READ begunTask CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::BegunFields *begunFields READ begunFields CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordFilesModel *files READ files CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordPicture *picture READ picture CONSTANT FINAL) ///< of a contact
    Q_PROPERTY(frontdesk::models::RecordHistoryModel *history READ history CONSTANT FINAL)

public:
    struct Parts {
        sync::Session &session;
        const RecordTexts &texts;
        const OpenConflicts &openConflicts;
        const WaitingRecords &waiting;
        SharedFiles &files;
    };
    RecordPage(const Parts &parts, RecordRef record, QObject *parent = nullptr);

    [[nodiscard]] QString record() const { return m_record.text(); }
    [[nodiscard]] QString kind() const { return frontdesk::nameOf(m_record.kind); }
    [[nodiscard]] bool available() const { return m_state.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString initials() const;
    [[nodiscard]] QString avatarKey() const { return m_record.id; }
    [[nodiscard]] QString statusColor() const
    {
        return m_texts.workspace().colorOf(value(frontdesk::fields::status).toString());
    }
    [[nodiscard]] QString statusText() const { return text(frontdesk::fields::status); }
    [[nodiscard]] QStringList tags() const;
    [[nodiscard]] bool deleted() const { return value(frontdesk::fields::deleted).toBool(); }
    [[nodiscard]] bool waiting() const { return m_waiting.waits(m_record); }
    [[nodiscard]] int version() const { return m_state ? int(m_state->version) : 0; }
    [[nodiscard]] QVariantList viewers() const { return m_viewers.all(); }
    [[nodiscard]] QString viewersText() const { return m_viewers.text(); }
    [[nodiscard]] QString titleEditorsText() const;
    [[nodiscard]] QString soughtNote() const { return m_soughtNote; }
    void seek(const QString &note);
    [[nodiscard]] RecordFieldsModel *fieldList() { return &m_fields; }
    [[nodiscard]] ConflictListModel *conflicts() { return &m_conflicts; }
    [[nodiscard]] RelatedRecordsModel *people() { return &m_people; }
    [[nodiscard]] RelatedRecordsModel *deals() { return &m_deals; }
    [[nodiscard]] RelatedRecordsModel *tasks() { return &m_tasks; }
    [[nodiscard]] RelatedRecordsModel *notes() { return &m_notes; }
    [[nodiscard]] BegunRecord *begunNote() { return &m_begunNote; }
    [[nodiscard]] BegunRecord *begunTask() { return &m_begunTask; }
    [[nodiscard]] BegunFields *begunFields() { return &m_begunFields; }
    /// The change of a note that somebody began; there is one of each, for as long as the page is there.
    Q_INVOKABLE [[nodiscard]] frontdesk::models::BegunRecord *begunChange(const QString &note);
    [[nodiscard]] RecordFilesModel *files() { return &m_files; }
    [[nodiscard]] RecordPicture *picture() { return &m_picture; }
    [[nodiscard]] RecordHistoryModel *history() { return &m_history; }

    /// What is wrong with a text for a field, in words; empty: nothing.
    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &field, const QString &text) const;
    /// `seenVersion` and `seenText`: what the editor showed when it was opened; 0: what is shown now. Nothing when it
    /// has a problem, or says what is there.
    Q_INVOKABLE void set(const QString &field, const QString &text, int seenVersion = 0, const QString &seenText = {});
    Q_INVOKABLE void addEntry(const QString &list, const QString &entry);
    Q_INVOKABLE void removeEntry(const QString &list, const QString &entry);
    /// The editor of a field was opened, or a key was pressed in it: others who look at the record see it.
    Q_INVOKABLE void edit(const QString &field);
    Q_INVOKABLE void endEdit(const QString &field);
    Q_INVOKABLE void moveToBin();
    Q_INVOKABLE void restore();

    // By each view that shows it, see RecordInSight.
    void look();
    void lookAway();

    void rebuild();

Q_SIGNALS:
    void changed();
    void viewersChanged();
    void soughtNoteChanged();
    void gone(const QString &title); ///< it is not among the records that are seen here any more

private:
    void show(const std::optional<RecordState> &state);
    void observe(const store::Changes &changes);
    [[nodiscard]] QJsonValue value(const QString &field) const;
    [[nodiscard]] QJsonValue valueOf(const RecordRef &record, const QString &field) const; ///< of a note, too
    [[nodiscard]] QString text(const QString &field) const;
    void change(const QString &field, const QJsonValue &value, Basis basis = {}, const QJsonObject &was = {});
    void change(const QString &list, const ListChange &change);

    sync::Session &m_session;
    const RecordTexts &m_texts;
    const WaitingRecords &m_waiting;
    RecordRef m_record;
    std::optional<RecordState> m_state;
    RecordViewers m_viewers;
    QString m_soughtNote;
    int m_views = 0;   ///< that show it now
    QString m_editing; ///< the field whose editor is open here; empty: none
    RecordFieldsModel m_fields;
    RelatedRecordsModel m_people, m_deals, m_tasks, m_notes;
    BegunRecord m_begunNote, m_begunTask;
    BegunFields m_begunFields;
    QHash<RecordRef, BegunRecord *> m_begunChanges; ///< of notes; children
    ConflictListModel m_conflicts;                  ///< of the record and its notes
    RecordFilesModel m_files;
    RecordPicture m_picture;
    RecordHistoryModel m_history;
    Refresh<std::optional<RecordState>> m_refresh;
    Refresh<QVector<RecordState>> m_refreshRelated;
};

} // namespace frontdesk::models
