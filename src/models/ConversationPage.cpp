// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConversationPage.h"

#include "models/Formatting.h"

#include <QtCore/QLocale>

namespace frontdesk::models {

using namespace std::chrono_literals;

namespace {

constexpr auto draftDelay = 400ms; // between a key and the disk

QVector<UserId> usersFrom(const QStringList &ids)
{
    QVector<UserId> users;
    for (const QString &id : ids)
        users.append(UserId(id));
    return users;
}

} // namespace

ConversationPage::ConversationPage(sync::Session &session, const Directory &directory,
                                   const ConversationListModel &conversations, ConversationId conversation,
                                   QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_directory(directory)
    , m_conversations(conversations)
    , m_id(std::move(conversation))
    , m_members(directory)
    , m_messages(session, directory, m_id)
{
    m_members.restrictTo({});
    connect(&conversations, &ConversationListModel::refreshed, this, &ConversationPage::adoptConversation);
    connect(&conversations, &ConversationListModel::typingChanged, this, [this](const ConversationId &id) {
        if (id == m_id)
            Q_EMIT typingTextChanged();
    });
    connect(&directory, &Directory::usersChanged, this, &ConversationPage::rebuild);
    connect(&directory, &Directory::presenceChanged, this, [this] {
        Q_EMIT headerChanged();
        Q_EMIT offlineHintChanged();
    });
    connect(&session, &sync::Session::queued, this, [this](const CommandId &id) { m_unqueued.remove(id); });
    connect(&session, &sync::Session::failed, this, [this](const Error &error) {
        if (error.code.startsWith(QLatin1String("storage.")))
            giveBack();
    });
    m_saveDraft.setSingleShot(true);
    m_saveDraft.setInterval(draftDelay);
    connect(&m_saveDraft, &QTimer::timeout, this, &ConversationPage::saveDraft);
    whenDone(session.store().draft(m_id), this, [this](const QString &text) {
        if (m_draftTouched)
            return;
        m_draft = text;
        Q_EMIT draftChanged();
    });
    adoptConversation();
}

ConversationPage::~ConversationPage()
{
    if (m_saveDraft.isActive())
        saveDraft();
    m_session.setTyping(m_id, false);
}

void ConversationPage::adoptConversation()
{
    const Conversation *conversation = m_conversations.find(m_id);
    m_available = conversation || !m_known;
    if (conversation) {
        m_known = true;
        m_conversation = *conversation;
        m_members.restrictTo(m_conversation.members);
    }
    Q_EMIT headerChanged();
}

void ConversationPage::rebuild()
{
    m_messages.rebuild();
    m_members.refresh();
    Q_EMIT headerChanged();
    Q_EMIT typingTextChanged();
    Q_EMIT draftChanged();
    Q_EMIT offlineHintChanged();
}

std::optional<UserId> ConversationPage::partner() const
{
    return m_conversations.partnerOf(m_conversation);
}

QString ConversationPage::kind() const
{
    return frontdesk::nameOf(m_conversation.kind);
}

QString ConversationPage::title() const
{
    return m_known ? m_conversations.titleOf(m_conversation) : QString();
}

QString ConversationPage::subtitle() const
{
    if (!m_known)
        return {};
    if (const auto other = partner())
        return m_directory.presenceTextOf(*other);
    return tr("%n member(s)", nullptr, int(m_conversation.members.size()));
}

QString ConversationPage::initials() const
{
    return formatting::initials(title());
}

QString ConversationPage::avatarKey() const
{
    return m_known && partner() ? partner()->text() : m_id.text();
}

QString ConversationPage::presence() const
{
    return m_known && partner() ? frontdesk::nameOf(m_directory.presenceOf(*partner()).presence) : QString();
}

QString ConversationPage::typingText() const
{
    QStringList names;
    for (const UserId &user : m_conversations.typingIn(m_id))
        names.append(m_directory.shortNameOf(user));
    return formatting::typing(names);
}

void ConversationPage::setDraft(const QString &text)
{
    if (text == m_draft)
        return;
    m_draft = text;
    m_draftTouched = true;
    if (!m_saveDraft.isActive())
        m_saveDraft.start();
    Q_EMIT draftChanged();
}

void ConversationPage::saveDraft()
{
    m_saveDraft.stop();
    m_session.saveDraft(m_id, m_draft);
}

bool ConversationPage::canSend() const
{
    return !m_draft.trimmed().isEmpty() && sendProblem().isEmpty();
}

QString ConversationPage::sendProblem() const
{
    const auto length = codePoints(m_draft.trimmed());
    if (length <= limits::messageText)
        return {};
    return tr("%Ln character(s) too long to be sent in one message", nullptr, int(length - limits::messageText));
}

QString ConversationPage::offlineHint() const
{
    return m_directory.online() ? QString()
                                : tr("Offline: you can read and write, everything is sent when you are back");
}

void ConversationPage::send(const QString &text)
{
    const QString message = text.trimmed();
    if (message.isEmpty() || codePoints(message) > limits::messageText)
        return;
    m_saveDraft.stop(); // the outbox takes the stored draft away together with adding the message
    m_draft.clear();
    m_draftTouched = true;
    m_unqueued.insert(m_session.submit(SendMessage{m_id, message}), message);
    m_session.setTyping(m_id, false);
    m_messages.clearNewLine();
    m_messages.jumpToNewest();
    Q_EMIT draftChanged();
}

void ConversationPage::giveBack()
{
    if (m_unqueued.isEmpty())
        return;
    QStringList texts = m_unqueued.values();
    m_unqueued.clear();
    if (!m_draft.isEmpty())
        texts.append(m_draft);
    setDraft(texts.join(QLatin1Char('\n')));
}

void ConversationPage::retry(const QString &messageId)
{
    m_session.retry(CommandId(messageId));
}

void ConversationPage::discard(const QString &messageId)
{
    m_session.discard(CommandId(messageId));
}

void ConversationPage::editRefused(const QString &messageId)
{
    const QString text = m_messages.textOf(MessageId(messageId));
    if (text.isEmpty())
        return;
    setDraft(m_draft.isEmpty() ? text : text + QLatin1Char('\n') + m_draft);
    saveDraft(); // before the outbox forgets the text
    m_session.discard(CommandId(messageId));
}

void ConversationPage::markRead()
{
    const qint64 number = m_messages.unreadUpTo();
    if (number <= m_markedRead)
        return;
    m_markedRead = number;
    m_session.submit(MoveRead{m_id, number});
}

void ConversationPage::loadOlder()
{
    m_messages.loadOlder();
}

void ConversationPage::loadNewer()
{
    m_messages.loadNewer();
}

void ConversationPage::typed()
{
    m_session.setTyping(m_id, true);
}

void ConversationPage::rename(const QString &title)
{
    const QString wanted = title.trimmed();
    if (!wanted.isEmpty() && wanted != m_conversation.title)
        m_session.submit(RenameConversation{m_id, wanted});
}

void ConversationPage::addMembers(const QStringList &userIds)
{
    changeMembers(usersFrom(userIds), {});
}

void ConversationPage::removeMember(const QString &userId)
{
    changeMembers({}, {UserId(userId)});
}

void ConversationPage::leave()
{
    changeMembers({}, {m_directory.me().id});
}

void ConversationPage::changeMembers(const QVector<UserId> &add, const QVector<UserId> &remove)
{
    if (!add.isEmpty() || !remove.isEmpty())
        m_session.submit(ChangeMembers{m_id, add, remove});
}

} // namespace frontdesk::models
