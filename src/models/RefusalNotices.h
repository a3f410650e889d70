// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConversationListModel.h"

namespace frontdesk::models {

/// Tells of refused commands that have no place on the screen: everything but a message in a conversation that is
/// there, whose bubble says it. GUI thread.
class RefusalNotices : public QObject {
    Q_OBJECT

public:
    RefusalNotices(sync::Session &session, const ConversationListModel &conversations, QObject *parent = nullptr);

Q_SIGNALS:
    void noticed(const frontdesk::Error &error);

private:
    void look(); ///< at the outbox
    void tell(const PendingCommand &refused);

    sync::Session &m_session;
    const ConversationListModel &m_conversations;
    Refresh<QVector<PendingCommand>> m_refresh;
    QSet<CommandId> m_told;
};

} // namespace frontdesk::models
