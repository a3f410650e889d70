// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConversationPage.h"

#include "domain/RecordSchema.h"
#include "models/Formatting.h"
#include "models/RecordWords.h"

#include <QtCore/QLocale>

namespace frontdesk::models {

namespace {

QVector<UserId> usersFrom(const QStringList &ids)
{
    QVector<UserId> users;
    for (const QString &id : ids)
        users.append(UserId(id));
    return users;
}

} // namespace

ConversationPage::ConversationPage(const Parts &parts, ConversationId conversation, QObject *parent)
    : QObject(parent)
    , m_session(parts.session)
    , m_directory(parts.directory)
    , m_conversations(parts.conversations)
    , m_crm(parts.crm)
    , m_alerts(parts.alerts)
    , m_id(std::move(conversation))
    , m_members(m_directory)
    , m_messages(m_session, m_directory, parts.files, m_id)
    , m_composer(parts.composer)
    , m_conflictList(m_session, parts.conflicts, m_directory,
                     [this](const RecordRef &record) { return record == recordOf(m_id); },
                     {.current = [this](const RecordRef &, const QString &field) { return value(field); },
                      .textOf = [this](RecordKind kind, const QString &field,
                                       const QJsonValue &value) { return m_crm.texts().textOf(kind, field, value); },
                      .valueFrom = [](RecordKind kind, const QString &field,
                                      const QString &text) { return checkedValue(kind, field, text); },
                      .nameOf = words::fieldName})
{
    m_composer.setMessages(m_messages);
    m_members.restrictTo({});
    connect(&m_conversations, &ConversationListModel::refreshed, this, &ConversationPage::adoptConversation);
    connect(&m_conversations, &ConversationListModel::typingChanged, this, [this](const ConversationId &id) {
        if (id == m_id)
            Q_EMIT typingTextChanged();
    });
    connect(&m_directory, &Directory::usersChanged, this, &ConversationPage::rebuild);
    connect(&m_crm.texts(), &RecordTexts::changed, &m_conflictList, &ConflictListModel::rebuild); // of a contact's name
    connect(&m_directory, &Directory::presenceChanged, this, [this] {
        Q_EMIT headerChanged();
        Q_EMIT offlineHintChanged();
    });
    connect(&m_alerts, &AlertChoices::changed, this, &ConversationPage::mutedChanged);
    connect(&m_session, &sync::Session::failed, this, [this](const Error &error) {
        if (CommandId(error.detail[QLatin1String("command")].toString()) == m_marking)
            m_markedRead = 0; // what is in sight next marks it again
    });
    adoptConversation();
}

void ConversationPage::adoptConversation()
{
    const Conversation *conversation = m_conversations.find(m_id);
    m_available = conversation || !m_known;
    if (conversation) {
        m_known = true;
        m_conversation = *conversation;
        m_pending = m_conversations.isPending(m_id);
        m_members.restrictTo(m_conversation.members);
        m_conflictList.rebuild();
        showContact();
    }
    Q_EMIT headerChanged();
}

void ConversationPage::showContact()
{
    const QString wanted = m_conversation.contact;
    if (wanted == (m_contact ? m_contact->avatarKey() : QString()))
        return;
    std::unique_ptr<RecordPage> page;
    if (!wanted.isEmpty())
        page = m_crm.pageOf({RecordKind::Contact, wanted});
    std::swap(m_contact, page);
    Q_EMIT contactChanged();
    if (page)
        page.release()->deleteLater(); // bindings may still read it in this turn of the event loop
}

QJsonValue ConversationPage::value(const QString &field) const
{
    if (!m_known)
        return QJsonValue::Null;
    return field == fields::title     ? QJsonValue(m_conversation.title)
           : field == fields::contact ? QJsonValue(m_conversation.contact)
           : field == fields::closed  ? QJsonValue(m_conversation.closed)
                                      : QJsonValue();
}

void ConversationPage::rebuild()
{
    m_messages.rebuild();
    m_members.refresh();
    m_conflictList.rebuild();
    m_composer.retranslate();
    if (m_contact)
        m_contact->rebuild();
    Q_EMIT headerChanged();
    Q_EMIT typingTextChanged();
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

QString ConversationPage::about() const
{
    const User *other = m_known && partner() ? m_directory.find(*partner()) : nullptr;
    return other ? other->about : QString();
}

QString ConversationPage::offlineHint() const
{
    return m_directory.online() ? QString()
                                : tr("Offline: you can read and write, everything is sent when you are back");
}

CommandId ConversationPage::refusedOf(const QString &messageId) const
{
    const auto entry = m_messages.find(MessageId(messageId));
    const bool editRefused =
        entry && entry->delivery != Delivery::Refused && entry->edit && entry->edit->state == Delivery::Refused;
    return editRefused ? entry->edit->command.id : CommandId(messageId);
}

void ConversationPage::retry(const QString &messageId)
{
    m_session.retry(refusedOf(messageId));
}

void ConversationPage::discard(const QString &messageId)
{
    m_session.discard(refusedOf(messageId));
}

void ConversationPage::callOffFile(const QString &messageId, int place)
{
    const auto entry = m_messages.find(MessageId(messageId));
    if (!entry || entry->delivery != Delivery::Queued || place < 0 || place >= entry->files.size())
        return;
    SendMessage message{m_id, entry->text, entry->files};
    message.files.remove(place);
    if (message.text.isEmpty() && message.files.isEmpty())
        m_session.discard(CommandId(messageId));
    else
        m_session.replace(CommandId(messageId), message);
}

void ConversationPage::markRead()
{
    const qint64 number = m_messages.unreadUpTo();
    if (number <= m_markedRead)
        return;
    m_markedRead = number;
    m_marking = m_session.submit(MoveRead{m_id, number});
}

void ConversationPage::loadOlder()
{
    m_messages.loadOlder();
}

void ConversationPage::loadNewer()
{
    m_messages.loadNewer();
}

void ConversationPage::rename(const QString &title, int seenVersion, const QString &seenTitle)
{
    const QString wanted = title.trimmed();
    if (wanted.isEmpty() || wanted == m_conversation.title)
        return;
    ChangeRecord change = renameConversation(m_id, wanted);
    if (seenVersion > 0) {
        change.basis.version = seenVersion;
        change.was.insert(fields::title, seenTitle);
    }
    m_session.submit(change);
}

bool ConversationPage::mayLabel(const QString &label) const
{
    const QString wanted = label.trimmed();
    return !wanted.isEmpty() && codePoints(wanted) <= limits::label &&
           (labels().contains(wanted) || labels().size() < limits::labels);
}

void ConversationPage::addLabel(const QString &label)
{
    const QString wanted = label.trimmed();
    if (mayLabel(wanted) && !labels().contains(wanted))
        m_session.submit(changeLabels(m_id, {wanted}, {}));
}

void ConversationPage::removeLabel(const QString &label)
{
    m_session.submit(changeLabels(m_id, {}, {label}));
}

void ConversationPage::linkContact(const QString &record)
{
    const auto ref = RecordRef::from(record);
    const QString wanted = ref && ref->kind == RecordKind::Contact ? ref->id : QString();
    if (wanted != m_conversation.contact)
        m_session.submit(frontdesk::linkContact(m_id, wanted));
}

void ConversationPage::setClosed(bool closed)
{
    if (closed != m_conversation.closed)
        m_session.submit(closeConversation(m_id, closed));
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
        m_session.submit(frontdesk::changeMembers(m_id, add, remove));
}

} // namespace frontdesk::models
