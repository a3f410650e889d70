// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/RowsBehind.h"
#include "models/ActivityModel.h"
#include "models/ConnectionStatus.h"
#include "models/ConversationListModel.h"
#include "models/ConversationPage.h"
#include "models/Directory.h"
#include "models/PeopleModel.h"
#include "models/RefusedChangesModel.h"
#include "models/SearchModel.h"
#include "models/TeamsModel.h"
#include "models/alerts/Alerts.h"
#include "models/audit/Audit.h"
#include "models/dashboard/DashboardModel.h"
#include "models/records/Crm.h"
#include "models/records/Reminders.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace frontdesk::models {

/// One account on one server, as QML sees it: mirrors a sync::Session and reads its store. GUI thread; never blocks.
class Workspace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AppController")
    Q_PROPERTY(QString label READ label CONSTANT FINAL)
    Q_PROPERTY(QString myId READ myId CONSTANT FINAL)
    Q_PROPERTY(QString myName READ myName NOTIFY meChanged FINAL)   ///< display name
    Q_PROPERTY(QString myAbout READ myAbout NOTIFY meChanged FINAL) ///< what one does, in one line; may be empty
    Q_PROPERTY(int myVersion READ myVersion NOTIFY meChanged FINAL) ///< of the profile
    Q_PROPERTY(QString myInitials READ myInitials NOTIFY meChanged FINAL)
    Q_PROPERTY(QString ownPresence READ ownPresence WRITE setOwnPresence NOTIFY ownPresenceChanged
                   FINAL) ///< the person's choice: "online", "away" or "dnd"
    Q_PROPERTY(QString shownPresence READ shownPresence NOTIFY ownPresenceChanged
                   FINAL) ///< what others see: the choice, or "offline" while not connected
    Q_PROPERTY(int totalUnread READ totalUnread NOTIFY totalUnreadChanged FINAL)
    Q_PROPERTY(frontdesk::models::ConnectionStatus *connection READ connection CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ConversationListModel *conversations READ conversations CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::PeopleModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::TeamsModel *teams READ teams CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ActivityModel *activity READ activity CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::SearchModel *search READ search CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::SearchModel *quickSearch READ quickSearch CONSTANT FINAL) ///< the few of the palette
    Q_PROPERTY(frontdesk::models::ConflictListModel *profileConflicts READ profileConflicts CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::Crm *crm READ crm CONSTANT FINAL) ///< contacts, companies, deals and tasks
    Q_PROPERTY(frontdesk::models::Alerts *alerts READ alerts CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::Audit *audit READ audit CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::DashboardModel *dashboard READ dashboard CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RefusedChangesModel *refusedChanges READ refusedChanges CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ConversationPage *current READ current NOTIFY currentChanged
                   FINAL) ///< null when no conversation is open
    /// The one that is open or was open last, so that views can stay as they are built; null before the first one.
    Q_PROPERTY(frontdesk::models::ConversationPage *latest READ latest NOTIFY currentChanged FINAL)

public:
    Workspace(std::shared_ptr<sync::Session> session, User me, QString label, std::shared_ptr<const Clock> clock,
              QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] QString label() const { return m_label; }
    [[nodiscard]] QString myId() const;
    [[nodiscard]] QString myName() const;
    [[nodiscard]] QString myAbout() const;
    [[nodiscard]] int myVersion() const;
    [[nodiscard]] QString myInitials() const;
    [[nodiscard]] QString ownPresence() const;
    void setOwnPresence(const QString &presence);
    [[nodiscard]] QString shownPresence() const;
    [[nodiscard]] int totalUnread() const { return m_conversations.totalUnread(); }
    [[nodiscard]] ConnectionStatus *connection() { return &m_connection; }
    [[nodiscard]] ConversationListModel *conversations() { return &m_conversations; }
    [[nodiscard]] PeopleModel *people() { return &m_people; }
    [[nodiscard]] TeamsModel *teams() { return &m_teams; }
    [[nodiscard]] ActivityModel *activity() { return &m_activity; }
    [[nodiscard]] SearchModel *search() { return &m_search; }
    [[nodiscard]] SearchModel *quickSearch() { return &m_quickSearch; }
    [[nodiscard]] ConflictListModel *profileConflicts() { return &m_profileConflicts; }
    [[nodiscard]] Crm *crm() { return &m_crm; }
    [[nodiscard]] Alerts *alerts() { return &m_alerts; }
    [[nodiscard]] Audit *audit() { return &m_audit; }
    [[nodiscard]] DashboardModel *dashboard() { return &m_dashboard; }
    [[nodiscard]] RefusedChangesModel *refusedChanges() { return &m_refused; }
    [[nodiscard]] ConversationPage *current() const { return m_isOpen ? m_page.get() : nullptr; }
    [[nodiscard]] ConversationPage *latest() const { return m_page.get(); }
    [[nodiscard]] OwnValues &own() { return m_own; }
    /// Whether drafts go to this person's other devices and come from there.
    void shareDrafts(bool on);
    [[nodiscard]] sync::Session &session() const { return *m_session; }

    Q_INVOKABLE void openConversation(const QString &conversationId);
    /// Opens the conversation with the message of that number in its place, history around it.
    Q_INVOKABLE void openMessage(const QString &conversationId, int number);
    Q_INVOKABLE void closeConversation();
    Q_INVOKABLE void
    startDirect(const QString &userId); ///< opens the direct conversation; makes it when there is none, also offline
    Q_INVOKABLE void createGroup(const QString &title, const QStringList &userIds); ///< and opens it
    // `seenVersion` and `seenName` or `seenAbout`: what the fields showed; 0: what is shown now.
    Q_INVOKABLE void setDisplayName(const QString &name, int seenVersion = 0, const QString &seenName = {});
    Q_INVOKABLE void setAbout(const QString &about, int seenVersion = 0, const QString &seenAbout = {});
    /// Narrows a place to the rows behind a figure of the dashboard, and says which: "contacts", "deals", "inbox",
    /// "team" or "search"; empty: nothing is behind it.
    Q_INVOKABLE QString showRowsBehind(const QString &figure);
    /// What the server said leaves this computer and is read anew; drafts and what waits to be sent stay.
    Q_INVOKABLE void clearLocalData();

    void retranslate();

Q_SIGNALS:
    void meChanged();
    void ownPresenceChanged();
    void totalUnreadChanged();
    void currentChanged();
    void noticed(const frontdesk::Error &error); ///< something a person should read
    void noticeOver(const QString &subject);     ///< as in NoticeListModel::retract

private:
    ComposerModel &composerOf(const ConversationId &id);
    void connectComposers();
    [[nodiscard]] figures::ClosedStages closedStages() const;
    void searchMessagesOf(const figures::Query &query);
    void closeIfGone();
    void changeProfile(const QString &field, const QString &value, int seenVersion, const QString &seen);
    void tellOf(const Conflict &conflict);
    void tellOf(const QVector<RecordState> &dueTasks);
    void connectAlerts();
    void passTime();
    void rebuildTexts(); ///< with today's names and times

    std::shared_ptr<sync::Session> m_session;
    std::shared_ptr<const Clock> m_clock;
    QString m_label;
    Presence m_ownPresence = Presence::Online;
    Directory m_directory;
    ConnectionStatus m_connection;
    OpenConflicts m_conflicts;
    OwnValues m_own;
    SharedFiles m_files;
    ConversationListModel m_conversations;
    PeopleModel m_people;
    TeamsModel m_teams;
    ActivityModel m_activity;
    SearchModel m_search;
    SearchModel m_quickSearch;
    ConflictListModel m_profileConflicts;
    Crm m_crm;
    Alerts m_alerts;
    Audit m_audit;
    DashboardModel m_dashboard;
    Reminders m_reminders;
    RefusedChangesModel m_refused;
    bool m_shareDrafts = false;
    QHash<ConversationId, std::shared_ptr<ComposerModel>> m_composers; ///< of all that have been open
    std::unique_ptr<ConversationPage> m_page; ///< of the conversation that is open, or was last
    bool m_isOpen = false;
    std::vector<std::unique_ptr<ConversationPage>> m_closed; ///< end in the next turn of the event loop
    QTimer m_minute;                                         ///< "Today" becomes "Yesterday" while nothing happens
    qint64 m_day;                                            ///< any time of the day that the texts were made for
};

} // namespace frontdesk::models
