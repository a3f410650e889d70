// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/SharedFiles.h"
#include "models/records/WaitingRecords.h"

namespace frontdesk::models {

/// What somebody looks like: the picture of a contact. GUI thread.
class RecordPicture : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")
    Q_PROPERTY(frontdesk::models::SharedFile *file READ file NOTIFY changed FINAL) ///< null: there is none
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why the last could not be taken; else empty
    Q_PROPERTY(bool unsent READ isUnsent NOTIFY changed FINAL)    ///< it waits, or is on its way

public:
    /// `set`: changes the field of the record. `waiting`: knows what is on its way.
    RecordPicture(sync::Session &session, SharedFiles &files, const WaitingRecords &waiting, RecordRef record,
                  std::function<void(const QJsonValue &)> set, QObject *parent = nullptr);

    void show(const QJsonValue &picture);
    [[nodiscard]] SharedFile *file() const { return m_file; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isUnsent() const { return !m_waiting.pictureOf(m_record).isEmpty(); }

    Q_INVOKABLE void change(const QUrl &url); ///< to a file of this computer
    Q_INVOKABLE void callOff();               ///< one that is unsent: what was there before is there again
    Q_INVOKABLE void remove();

Q_SIGNALS:
    void changed();

private:
    /// A copy that is no picture is let go.
    static Result<FileRef> checked(sync::Session &session, const Result<FileRef> &copy);
    void copied(const Result<FileRef> &picture);

    sync::Session &m_session;
    SharedFiles &m_files;
    const WaitingRecords &m_waiting;
    const RecordRef m_record;
    const std::function<void(const QJsonValue &)> m_set;
    SharedFile *m_file = nullptr;
    QString m_problem;
};

} // namespace frontdesk::models
