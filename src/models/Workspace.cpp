// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Workspace.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

using namespace std::chrono_literals;

namespace {

constexpr int paletteRows = 6;
constexpr QLatin1String ofOwner("owner:"); // a figure of one person

} // namespace

Workspace::Workspace(std::shared_ptr<sync::Session> session, User me, QString label, std::shared_ptr<const Clock> clock,
                     QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_clock(std::move(clock))
    , m_label(std::move(label))
    , m_directory(*m_session, std::move(me), m_clock)
    , m_connection(*m_session, m_clock)
    , m_conflicts(*m_session)
    , m_own(*m_session)
    , m_files(*m_session)
    , m_conversations(*m_session, m_directory, m_conflicts, m_own)
    , m_people(m_directory)
    , m_teams(*m_session, m_directory, m_clock)
    , m_activity(*m_session, m_directory)
    , m_search(*m_session, m_directory, m_conversations)
    , m_quickSearch(*m_session, m_directory, m_conversations, paletteRows)
    , m_profileConflicts(
          *m_session, m_conflicts, m_directory,
          [me = recordOf(m_directory.me().id)](const RecordRef &record) { return record == me; },
          ConflictListModel::texts([this](const RecordRef &, const QString &field) {
              return QJsonValue(field == fields::about ? myAbout() : myName());
          }))
    , m_crm(*m_session, m_directory, m_conflicts, m_files, m_clock)
    , m_alerts(*m_session, m_directory, m_own)
    , m_audit(*m_session, m_crm.texts())
    , m_dashboard(*m_session, m_directory, m_teams, m_own, m_crm.workspace())
    , m_reminders(*m_session, m_directory, m_own, m_clock)
    , m_refused(*m_session, m_directory, m_conversations, m_crm.texts())
    , m_day(m_clock->utc().count())
{
    connect(&m_conversations, &ConversationListModel::totalUnreadChanged, this, &Workspace::totalUnreadChanged);
    connect(&m_directory, &Directory::usersChanged, this, &Workspace::meChanged);
    connect(&m_directory, &Directory::presenceChanged, this, &Workspace::ownPresenceChanged);
    connect(&m_conflicts, &OpenConflicts::opened, this, [this](const Conflict &conflict) { tellOf(conflict); });
    connect(&m_conflicts, &OpenConflicts::closed, this,
            [this](const ConflictId &conflict) { Q_EMIT noticeOver(conflict.text()); });
    connect(&m_dashboard, &DashboardModel::alarmRaised, this, [this](const QString &figure, const QString &words) {
        Q_EMIT noticed({.code = QStringLiteral("dashboard.alarm"),
                        .message = words,
                        .detail = {{QStringLiteral("subject"), figure}}});
    });
    connect(&m_reminders, &Reminders::due, this, [this](const QVector<RecordState> &tasks) { tellOf(tasks); });
    connect(&m_dashboard, &DashboardModel::alarmOver, this, &Workspace::noticeOver);
    connectAlerts();
    connectComposers(); // first: what is told of is back then
    connect(m_session.get(), &sync::Session::failed, this, &Workspace::noticed);
    connect(&m_crm, &Crm::noticed, this, &Workspace::noticed);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &Workspace::passTime);
    m_minute.start();
}

Workspace::~Workspace() = default;

void Workspace::connectAlerts()
{
    connect(&m_dashboard, &DashboardModel::alarmIsNew, this,
            [this](const QString &figure, const QString &words, bool sounds) {
                m_alerts.tell(RaisedAlarm{.figure = figure, .words = words, .sounds = sounds});
            });
    connect(&m_dashboard, &DashboardModel::alarmOver, this,
            [this](const QString &figure) { m_alerts.takeBack(alarmAlertId(figure)); });
    connect(this, &Workspace::currentChanged, this, [this] {
        m_alerts.setConversation(current() ? ConversationId(current()->conversationId()) : ConversationId());
    });
    connect(&m_crm, &Crm::currentChanged, this,
            [this] { m_alerts.setRecord(m_crm.current() ? m_crm.current()->record() : QString()); });
}

void Workspace::connectComposers()
{
    connect(m_session.get(), &sync::Session::queued, this, [this](const CommandId &id) {
        for (const auto &composer : std::as_const(m_composers))
            composer->queued(id);
    });
    connect(m_session.get(), &sync::Session::failed, this, [this](const Error &error) {
        for (const auto &composer : std::as_const(m_composers))
            composer->notQueued(CommandId(error.detail[QLatin1String("command")].toString()));
    });
}

ComposerModel &Workspace::composerOf(const ConversationId &id)
{
    std::shared_ptr<ComposerModel> &composer = m_composers[id];
    if (!composer) {
        composer = std::make_shared<ComposerModel>(*m_session, m_own, m_files, id);
        composer->shareDrafts(m_shareDrafts);
    }
    return *composer;
}

void Workspace::tellOf(const QVector<RecordState> &dueTasks)
{
    DueReminders due;
    for (const RecordState &task : dueTasks) {
        const QString name = task.fields[fields::name].toString();
        due.tasks.append({.record = task.record.text(), .name = name});
        Q_EMIT noticed({.code = QStringLiteral("task.reminder"),
                        .message = tr("Reminder: %1").arg(name),
                        .detail = {{QStringLiteral("record"), task.record.text()}}});
    }
    m_alerts.tell(due);
}

QString Workspace::myId() const
{
    return m_directory.me().id.text();
}

QString Workspace::myName() const
{
    return m_directory.me().displayName;
}

QString Workspace::myAbout() const
{
    return m_directory.me().about;
}

int Workspace::myVersion() const
{
    return int(m_directory.me().version);
}

QString Workspace::myInitials() const
{
    return formatting::initials(myName());
}

QString Workspace::ownPresence() const
{
    return frontdesk::nameOf(m_ownPresence);
}

void Workspace::setOwnPresence(const QString &presence)
{
    const auto wanted = presenceFrom(presence);
    if (!wanted || *wanted == Presence::Offline || *wanted == m_ownPresence)
        return;
    m_ownPresence = *wanted;
    m_session->setPresence(*wanted);
    m_alerts.setDoNotDisturb(m_ownPresence == Presence::DoNotDisturb);
    Q_EMIT ownPresenceChanged();
}

QString Workspace::shownPresence() const
{
    return frontdesk::nameOf(m_directory.online() ? m_ownPresence : Presence::Offline);
}

void Workspace::openConversation(const QString &conversationId)
{
    const ConversationId id(conversationId);
    if (id.isEmpty() || (current() && current()->conversationId() == conversationId))
        return;
    if (m_isOpen)
        m_page->composer()->leave();
    auto page = std::make_unique<ConversationPage>(ConversationPage::Parts{*m_session, m_directory, m_conversations,
                                                                           m_conflicts, composerOf(id), m_files, m_crm,
                                                                           *m_alerts.choices()},
                                                   id);
    // Queued: the page itself says it.
    connect(page.get(), &ConversationPage::headerChanged, this, &Workspace::closeIfGone, Qt::QueuedConnection);
    std::swap(m_page, page);
    m_isOpen = true;
    Q_EMIT currentChanged();
    if (!page)
        return;
    // Bindings of the view may still read it in this turn of the event loop.
    m_closed.push_back(std::move(page));
    QMetaObject::invokeMethod(
        this, [this] { m_closed.clear(); }, Qt::QueuedConnection);
}

void Workspace::openMessage(const QString &conversationId, int number)
{
    openConversation(conversationId);
    if (current() && current()->conversationId() == conversationId)
        current()->messages()->reveal(number);
}

void Workspace::closeConversation()
{
    if (!m_isOpen)
        return;
    m_page->composer()->leave();
    m_isOpen = false;
    Q_EMIT currentChanged();
}

void Workspace::closeIfGone()
{
    if (m_isOpen && !m_page->available())
        closeConversation();
}

void Workspace::startDirect(const QString &userId)
{
    const UserId partner(userId);
    const ConversationId id = directConversationId(m_directory.me().id, partner);
    if (!m_conversations.find(id))
        m_session->submit(CreateConversation{id, ConversationKind::Direct, {}, {partner}});
    openConversation(id.text());
}

void Workspace::createGroup(const QString &title, const QStringList &userIds)
{
    const QString wanted = title.trimmed();
    if (wanted.isEmpty())
        return;
    QVector<UserId> members;
    for (const QString &id : userIds)
        members.append(UserId(id));
    const ConversationId id(createUuidV7(m_clock->utc()));
    m_session->submit(CreateConversation{id, ConversationKind::Group, wanted, members});
    openConversation(id.text());
}

void Workspace::setDisplayName(const QString &name, int seenVersion, const QString &seenName)
{
    const QString wanted = name.trimmed();
    if (!wanted.isEmpty() && wanted != myName())
        changeProfile(fields::displayName, wanted, seenVersion, seenName);
}

void Workspace::setAbout(const QString &about, int seenVersion, const QString &seenAbout)
{
    const QString wanted = about.trimmed();
    if (wanted != myAbout())
        changeProfile(fields::about, wanted, seenVersion, seenAbout);
}

void Workspace::changeProfile(const QString &field, const QString &value, int seenVersion, const QString &seen)
{
    ChangeRecord change{.record = recordOf(m_directory.me().id),
                        .basis = {},
                        .set = {{field, value}},
                        .was = {},
                        .lists = {},
                        .resolves = {}};
    if (seenVersion > 0) {
        change.basis.version = seenVersion;
        change.was.insert(field, seen);
    }
    m_session->submit(change);
}

void Workspace::shareDrafts(bool on)
{
    m_shareDrafts = on;
    m_conversations.showSharedDrafts(on);
    for (const auto &composer : std::as_const(m_composers))
        composer->shareDrafts(on);
}

void Workspace::tellOf(const Conflict &conflict)
{
    const bool mineWanted = m_directory.isMe(conflict.wanted.by);
    if (!mineWanted && !m_directory.isMe(conflict.kept.by))
        return;
    const RecordKind kind = conflict.record.kind;
    const QString what = m_crm.texts().fieldName(kind, conflict.field);
    const auto shown = [&](const QJsonValue &value) {
        return formatting::oneLine(m_crm.texts().textOf(kind, conflict.field, value));
    };
    const QString kept = shown(conflict.kept.value);
    const QString wanted = shown(conflict.wanted.value);
    const QString message =
        mineWanted
            ? tr("%1: %2 changed it before you, to “%3”. That stays until one of you decides; yours, “%4”, is kept.")
                  .arg(what, m_directory.nameOf(conflict.kept.by), kept, wanted)
            : tr("%1: %2 changed it after you without having seen it, to “%4”. Yours, “%3”, stays until one of "
                 "you decides.")
                  .arg(what, m_directory.nameOf(conflict.wanted.by), kept, wanted);
    Q_EMIT noticed(
        {QStringLiteral("conflict.opened"),
         message,
         {},
         {{QStringLiteral("record"), conflict.record.text()}, {QStringLiteral("subject"), conflict.id.text()}}});
}

figures::ClosedStages Workspace::closedStages() const
{
    figures::ClosedStages stages;
    for (const Pipelines::Pipeline &pipeline : m_crm.pipelines().all())
        for (const Pipelines::Stage &stage : pipeline.stages) {
            const bool isWon = stage.kind == QLatin1String("won");
            const bool isLost = stage.kind == QLatin1String("lost");
            (isWon ? stages.won : isLost ? stages.lost : stages.open).append(stage.id);
        }
    return stages;
}

void Workspace::searchMessagesOf(const figures::Query &query)
{
    QString text =
        QStringLiteral("after:%1 before:%2").arg(query.from.toString(Qt::ISODate), query.until.toString(Qt::ISODate));
    for (const QString &owner : m_dashboard.owners().value_or(QStringList()))
        if (const User *author = m_directory.find(UserId(owner)))
            text += QStringLiteral(" from:") + author->name;
    m_search.setText(text);
}

QString Workspace::showRowsBehind(const QString &figure)
{
    if (figure == QLatin1String("agents.online"))
        return QStringLiteral("team");
    const figures::Query query = m_dashboard.query();
    const figures::Rows rows = figures::rowsBehind(figure, query, m_dashboard.owners(), closedStages());
    if (const auto *records = std::get_if<figures::RecordRows>(&rows)) {
        if (records->query.kind == RecordKind::Contact) {
            m_crm.contacts()->setQuery(records->query);
            return QStringLiteral("contacts");
        }
        // The board shows all stages side by side.
        m_crm.board()->setOwners(figure.startsWith(ofOwner) ? QStringList{figure.mid(ofOwner.size())}
                                                            : m_dashboard.owners());
        return QStringLiteral("deals");
    }
    if (std::holds_alternative<figures::MessageRows>(rows)) {
        searchMessagesOf(query);
        return QStringLiteral("search");
    }
    if (const auto *conversations = std::get_if<figures::ConversationRows>(&rows)) {
        const auto closed = conversations->closed;
        m_conversations.setShown(!closed ? QString() : *closed ? QStringLiteral("closed") : QStringLiteral("open"));
        return QStringLiteral("inbox");
    }
    return {};
}

void Workspace::clearLocalData()
{
    m_session->clearCache();
}

void Workspace::passTime()
{
    const qint64 now = m_clock->utc().count();
    m_reminders.check();
    m_dashboard.passTime();
    if (!formatting::isSameDay(std::exchange(m_day, now), now))
        rebuildTexts();
}

void Workspace::rebuildTexts()
{
    m_conversations.rebuild();
    m_people.refresh();
    m_teams.rebuild();
    m_activity.rebuild();
    m_search.rebuild();
    m_quickSearch.rebuild();
    m_profileConflicts.rebuild();
    m_crm.rebuild();
    m_dashboard.rebuild();
    m_refused.rebuild();
    if (m_page)
        m_page->rebuild();
}

void Workspace::retranslate()
{
    m_directory.retranslate();
    m_connection.retranslate();
    rebuildTexts();
}

} // namespace frontdesk::models
