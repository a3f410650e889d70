// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/SharedFiles.h"

namespace frontdesk::models {

/// What is attached to the draft of a conversation; kept with it. GUI thread.
class DraftFiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ComposerModel")
    Q_PROPERTY(QVariantList files READ shownFiles NOTIFY changed FINAL) ///< each a SharedFile
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)                ///< some are being copied
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why the last could not be attached; else empty

public:
    DraftFiles(sync::Session &session, SharedFiles &shown, ConversationId conversation, QObject *parent = nullptr);

    [[nodiscard]] QVariantList shownFiles() const;
    [[nodiscard]] QObjectList files() const { return m_shown.of(m_files); }
    [[nodiscard]] bool busy() const { return m_copying > 0; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const QVector<FileRef> &refs() const { return m_files; }

    Q_INVOKABLE void attach(const QList<QUrl> &urls);
    Q_INVOKABLE void attachPicture(const QByteArray &png); ///< as from the clipboard
    Q_INVOKABLE void remove(int index);

    void take();                                  ///< they go with the message that is queued now
    void giveBack(const QVector<FileRef> &files); ///< the message could not be queued

Q_SIGNALS:
    void changed();

private:
    void copied(const Result<FileRef> &file);
    void save();
    void fail(const QString &problem);

    sync::Session &m_session;
    SharedFiles &m_shown;
    ConversationId m_conversation;
    QVector<FileRef> m_files;
    int m_copying = 0;
    bool m_touched = false; ///< here: what was kept is no longer what counts
    QString m_problem;
};

} // namespace frontdesk::models
