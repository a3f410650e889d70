// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Workspace.h"

#include "models/Formatting.h"

namespace frontdesk::models {

using namespace std::chrono_literals;

namespace {

constexpr int paletteRows = 6;

} // namespace

Workspace::Workspace(std::shared_ptr<sync::Session> session, User me, QString label, std::shared_ptr<const Clock> clock,
                     QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_clock(std::move(clock))
    , m_label(std::move(label))
    , m_directory(*m_session, std::move(me), m_clock)
    , m_connection(*m_session, m_clock)
    , m_conversations(*m_session, m_directory)
    , m_people(m_directory)
    , m_activity(*m_session, m_directory)
    , m_search(*m_session, m_directory, m_conversations)
    , m_quickSearch(*m_session, m_directory, m_conversations, paletteRows)
    , m_refusals(*m_session, m_conversations)
    , m_day(m_clock->utc().count())
{
    connect(&m_conversations, &ConversationListModel::totalUnreadChanged, this, &Workspace::totalUnreadChanged);
    connect(&m_directory, &Directory::usersChanged, this, &Workspace::meChanged);
    connect(&m_directory, &Directory::presenceChanged, this, &Workspace::ownPresenceChanged);
    connect(&m_refusals, &RefusalNotices::noticed, this, &Workspace::noticed);
    connect(m_session.get(), &sync::Session::failed, this, &Workspace::noticed);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &Workspace::passTime);
    m_minute.start();
}

Workspace::~Workspace() = default;

QString Workspace::myId() const
{
    return m_directory.me().id.text();
}

QString Workspace::myName() const
{
    return m_directory.me().displayName;
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
    Q_EMIT ownPresenceChanged();
}

QString Workspace::shownPresence() const
{
    return frontdesk::nameOf(m_directory.online() ? m_ownPresence : Presence::Offline);
}

void Workspace::openConversation(const QString &conversationId)
{
    const ConversationId id(conversationId);
    if (id.isEmpty() || (m_current && m_current->conversationId() == conversationId))
        return;
    auto page = std::make_unique<ConversationPage>(*m_session, m_directory, m_conversations, id);
    // Queued: the page itself says it, and closing destroys the page.
    connect(page.get(), &ConversationPage::headerChanged, this, &Workspace::closeIfGone, Qt::QueuedConnection);
    replaceCurrent(std::move(page));
}

void Workspace::openMessage(const QString &conversationId, int number)
{
    openConversation(conversationId);
    if (m_current && m_current->conversationId() == conversationId)
        m_current->messages()->reveal(number);
}

void Workspace::closeConversation()
{
    if (m_current)
        replaceCurrent(nullptr);
}

void Workspace::closeIfGone()
{
    if (m_current && !m_current->available())
        closeConversation();
}

void Workspace::replaceCurrent(std::unique_ptr<ConversationPage> page)
{
    std::swap(m_current, page);
    Q_EMIT currentChanged();
    if (!page)
        return;
    // Bindings of the view may still read it in this turn of the event loop.
    m_closed.push_back(std::move(page));
    QMetaObject::invokeMethod(
        this, [this] { m_closed.clear(); }, Qt::QueuedConnection);
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

void Workspace::setDisplayName(const QString &name)
{
    const QString wanted = name.trimmed();
    if (!wanted.isEmpty() && wanted != myName())
        m_session->submit(UpdateProfile{wanted});
}

void Workspace::clearLocalData()
{
    m_session->clearCache();
}

void Workspace::passTime()
{
    const qint64 now = m_clock->utc().count();
    if (!formatting::isSameDay(std::exchange(m_day, now), now))
        rebuildTexts();
}

void Workspace::rebuildTexts()
{
    m_conversations.rebuild();
    m_people.refresh();
    m_activity.rebuild();
    m_search.rebuild();
    m_quickSearch.rebuild();
    if (m_current)
        m_current->rebuild();
}

void Workspace::retranslate()
{
    m_directory.retranslate();
    m_connection.retranslate();
    rebuildTexts();
}

} // namespace frontdesk::models
