// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/alerts/AlertChoices.h"
#include "models/alerts/AlertRules.h"

#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// Tells a person what they should not miss: asks the cache what is new whenever something came, applies the rules, and
/// takes alerts back that have nothing to say any more. The program shows them. GUI thread.
class Alerts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    // The window says what is in front of the person.
    Q_PROPERTY(bool windowActive READ windowActive WRITE setWindowActive NOTIFY frontChanged FINAL)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY frontChanged FINAL) ///< "inbox", "contacts" …
    Q_PROPERTY(frontdesk::models::AlertChoices *choices READ choices CONSTANT FINAL)

public:
    Alerts(sync::Session &session, const Directory &directory, OwnValues &own, QObject *parent = nullptr);

    [[nodiscard]] bool windowActive() const { return m_now.isActive; }
    void setWindowActive(bool active);
    [[nodiscard]] QString place() const { return m_now.place; }
    void setPlace(const QString &place);
    [[nodiscard]] AlertChoices *choices() { return &m_choices; }

    void setConversation(const ConversationId &id); ///< that is open; empty: none
    void setRecord(const QString &record);          ///< likewise
    void setDoNotDisturb(bool on) { m_now.doNotDisturb = on; }
    void showTexts(bool on) { m_now.showsText = on; } ///< of what others wrote; from now on

    void tell(const AlertEvent &event);
    void takeBack(const QString &id); ///< it is over
    void takeBackAll();
    void activate(const QString &id); ///< somebody pressed it: where it leads to is chosen

Q_SIGNALS:
    void frontChanged();
    void alerted(const frontdesk::models::Alert &alert);
    void over(const QString &id);
    void messageChosen(const QString &conversation, int number);
    void recordChosen(const QString &record, const QString &note); ///< the note may be empty
    void placeChosen(const QString &place);

private:
    void observe(const connection::Status &status);
    void show(const store::News &news, bool afterAbsence);
    void takeBackRead(const QHash<ConversationId, qint64> &readUpTo);
    void settleFront();
    void choose(const ToMessage &target);
    void choose(const ToRecord &target);
    void choose(const ToInbox &target);
    void choose(const ToDashboard &target);

    const Directory &m_directory;
    AlertChoices m_choices;
    Surroundings m_now;
    QHash<QString, Alert> m_shown; ///< by id
    bool m_online = false;
    bool m_wasAbsent = false;    ///< what the next read answers came while this computer was not connected
    bool m_readsAbsence = false; ///< the same of the read that is under way
    Refresh<Result<store::News>> m_refresh;
};

} // namespace frontdesk::models
