// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "domain/Types.h"

#include <QtCore/QHash>

namespace frontdesk::store {

/// What has come since it was asked for last, and the person has not read yet.
struct News {
    struct Conversation {
        ConversationId id;
        QString title;  ///< empty for a direct one
        Message newest; ///< of others
        int count = 0;  ///< messages of others; at most a thousand are counted
    };
    struct Mention {
        RecordState note; ///< as it is now
        UserId by;
        QString where; ///< what it is about is called
    };

    QVector<Conversation> conversations;    ///< with the oldest news first
    QVector<Mention> mentions;              ///< of this person by others, in notes that they see; oldest first
    QHash<ConversationId, qint64> readUpTo; ///< own positions in the conversations that were asked about
};

} // namespace frontdesk::store
