// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/MessageListModel.h"
#include "models/OwnValues.h"
#include "models/SharedDraft.h"
#include "models/files/DraftFiles.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace frontdesk::models {

/// An own message that is being changed.
struct MessageEdit {
    MessageId message;
    QString before;
    QString text;                ///< as it stands in the composer
    QVector<FileRef> files = {}; ///< of a refused message: they stay with it
    CommandId replaces = {};     ///< the refused message or edit whose place it takes; empty: none was refused
    QString offered = {};        ///< the text with which it began
};

/// What one writes in a conversation: its draft, or another text for an own message, while the draft waits aside. It
/// stays when the conversation is left: what cannot be written then comes back to it. GUI thread.
class ComposerModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConversationPage")
    /// What stands in the composer; the draft is saved by itself.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(bool canSend READ canSend NOTIFY changed FINAL)
    /// Why the text cannot be sent although there is one, such as too long; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(frontdesk::models::DraftFiles *files READ files CONSTANT FINAL)
    Q_PROPERTY(bool editing READ editing NOTIFY editingChanged FINAL)
    Q_PROPERTY(QString editedText READ editedText NOTIFY editingChanged FINAL) ///< as it was, in one line

public:
    ComposerModel(sync::Session &session, OwnValues &own, SharedFiles &files, ConversationId conversation,
                  QObject *parent = nullptr);
    ~ComposerModel() override; ///< leaves
    void leave();              ///< saves the draft; nobody is typing any more
    void setMessages(MessageListModel &messages) { m_messages = &messages; } ///< of the page that is open

    [[nodiscard]] QString text() const { return m_edit ? m_edit->text : m_draft.text(); }
    void setText(const QString &text);
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] DraftFiles *files() { return &m_files; }
    [[nodiscard]] bool editing() const { return m_edit.has_value(); }
    [[nodiscard]] QString editedText() const;

    /// Queues it and empties the draft, or changes the message that is being edited; nothing when empty or too long.
    Q_INVOKABLE void send(const QString &text);
    Q_INVOKABLE void edit(const QString &messageId); ///< an own message, also one that was refused
    /// The last own message when nothing stands here; while one is edited and unchanged, the one before it. False:
    /// there is none, or something was typed.
    Q_INVOKABLE bool editPrevious();
    Q_INVOKABLE void cancelEdit();
    Q_INVOKABLE void typed(); ///< a key was pressed

    // What became of a command; any one.
    void queued(const CommandId &id) { m_unqueued.remove(id); }
    void notQueued(const CommandId &id); ///< its text and its files come back into the draft

    /// Whether drafts go to this person's other devices and come from there.
    void shareDrafts(bool on);

    void retranslate();

Q_SIGNALS:
    void changed();
    void editingChanged();

private:
    void begin(const TimelineEntry &entry);
    void finishEdit(const QString &text);
    void typeDraft(const QString &text);
    void giveBack(const QString &text);
    void readDraft();
    void saveDraft();
    void shareDraft();
    void adoptShared();
    [[nodiscard]] bool hasFiles() const;
    [[nodiscard]] QString draftToKeep() const;
    [[nodiscard]] QString draftKey() const;

    sync::Session &m_session;
    QPointer<MessageListModel> m_messages;
    OwnValues &m_own;
    ConversationId m_id;
    SharedDraft m_draft;
    DraftFiles m_files;
    std::optional<MessageEdit> m_edit;
    QHash<MessageId, QString> m_aside; ///< begun texts of other messages than the one that is being edited
    bool m_sharing = false;
    bool m_touched = false; ///< here, since it was opened: the stored draft no longer replaces what stands here
    bool m_unsaved = false; ///< typed here, and not known to be on the disk
    QTimer m_saveDraft;
    QTimer m_shareDraft;
    struct Unqueued {
        QString text;
        QVector<FileRef> files;
    };
    QHash<CommandId, Unqueued> m_unqueued; ///< what is not durably in the outbox yet
    QString m_returned;                    ///< what the draft began with after the last of it came back
};

} // namespace frontdesk::models
