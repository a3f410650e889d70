// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RefusalNotices.h"

#include "models/Formatting.h"

namespace frontdesk::models {

namespace {

constexpr int quotedLength = 80; // UTF-16 units

} // namespace

RefusalNotices::RefusalNotices(sync::Session &session, const ConversationListModel &conversations, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_conversations(conversations)
    , m_refresh(
          this, [&session] { return session.store().pending(); },
          [this](const QVector<PendingCommand> &pending) {
              for (const PendingCommand &command : pending)
                  if (command.state == Delivery::Refused)
                      tell(command);
          })
{
    // Also those of an earlier run, and of a conversation that one has left since.
    connect(&conversations, &ConversationListModel::refreshed, this, &RefusalNotices::look);
    connect(&session, &sync::Session::refused, this, &RefusalNotices::look);
}

void RefusalNotices::look()
{
    m_refresh.request();
}

void RefusalNotices::tell(const PendingCommand &refused)
{
    const CommandId &id = refused.command.id;
    const CommandBody &body = refused.command.body;
    const auto *message = std::get_if<SendMessage>(&body);
    if (message && m_conversations.find(message->conversation))
        return;
    if (m_told.contains(id))
        return;
    m_told.insert(id);
    Error notice = refused.refusal;
    if (message) {
        // Stays in the outbox: one may become a member again.
        notice.message = tr("Your message “%1” could not be sent: %2")
                             .arg(formatting::oneLine(message->text, quotedLength), refused.refusal.message);
        Q_EMIT noticed(notice);
        return;
    }
    m_session.discard(id); // it is not shown as done, so there is nothing to undo
    if (std::holds_alternative<MoveRead>(body))
        return; // the next position replaces it
    notice.message = tr("A change was not accepted and is undone: %1").arg(refused.refusal.message);
    Q_EMIT noticed(notice);
}

} // namespace frontdesk::models
