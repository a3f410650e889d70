// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "sync/Session.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// A note or a task that somebody began to write about a record and has not kept yet, or another text of a note, as it
/// was typed. It saves itself: opening another record, and the end of the program, lose nothing of it. GUI thread.
class BegunRecord : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL) ///< of a note; the name of a task
    Q_PROPERTY(QStringList mentioned READ mentioned WRITE setMentioned NOTIFY changed FINAL) ///< ids
    Q_PROPERTY(QString call READ call WRITE setCall NOTIFY changed FINAL) ///< which one a note is about; empty: none
    Q_PROPERTY(QString minutes READ minutes WRITE setMinutes NOTIFY changed FINAL) ///< of the call
    Q_PROPERTY(QString due READ due WRITE setDue NOTIFY changed FINAL)             ///< of a task
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL) ///< a note that is there is being changed

public:
    /// What the editor of a note showed when it was opened.
    struct Seen {
        int version = 0;
        QString text;
        friend bool operator==(const Seen &, const Seen &) = default;
    };
    /// `about`: of another text of a note, that note.
    BegunRecord(sync::Session &session, RecordRef about, RecordKind kind, QObject *parent = nullptr);
    ~BegunRecord() override; ///< saves it

    [[nodiscard]] QString text() const { return m_typed.text; }
    [[nodiscard]] QStringList mentioned() const { return m_typed.mentioned; }
    [[nodiscard]] QString call() const { return m_typed.call; }
    [[nodiscard]] QString minutes() const { return m_typed.minutes; }
    [[nodiscard]] QString due() const { return m_typed.due; }
    [[nodiscard]] bool isOpen() const { return m_typed.seen.has_value(); }
    [[nodiscard]] const std::optional<Seen> &seen() const { return m_typed.seen; }
    void setText(const QString &text) { type(&Typed::text, text); }
    void setMentioned(const QStringList &mentioned) { type(&Typed::mentioned, mentioned); }
    void setCall(const QString &call) { type(&Typed::call, call); }
    void setMinutes(const QString &minutes) { type(&Typed::minutes, minutes); }
    void setDue(const QString &due) { type(&Typed::due, due); }

    /// Somebody begins to change the note, of which this is seen.
    Q_INVOKABLE void begin(int version, const QString &text);
    Q_INVOKABLE void giveUp();
    /// A command was made of it, and the next one begins; without one it stays. It comes back when the command could
    /// not be written.
    Q_INVOKABLE void kept(const QString &command);

Q_SIGNALS:
    void changed();

private:
    struct Typed {
        QString text = {};
        QStringList mentioned = {};
        QString call = {}, minutes = {}, due = {};
        std::optional<Seen> seen = {};
        friend bool operator==(const Typed &, const Typed &) = default;
    };
    template <class T>
    void type(T Typed::*field, const T &value)
    {
        if (m_typed.*field == value)
            return;
        m_typed.*field = value;
        touch();
    }
    static Typed typedFrom(const QJsonObject &fields);
    static QJsonObject toJson(const Typed &typed);
    void touch();
    void read();
    void save();
    void giveBack(Typed typed);

    sync::Session &m_session;
    RecordRef m_about;
    RecordKind m_kind;
    Typed m_typed;
    bool m_touched = false; ///< here, since it was opened: what is stored no longer replaces what stands here
    bool m_unsaved = false; ///< typed here, and not known to be on the disk
    QTimer m_save;
    QHash<CommandId, Typed> m_unqueued; ///< what is not durably in the outbox yet
};

} // namespace frontdesk::models
