// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "server/Accounts.h"

namespace frontdesk::server {

/// A workspace with a past, to begin with: who is in it and what was said, each with its time (milliseconds since
/// 1970). Indices are places in the lists.
struct Past {
    struct Person {
        NewUser user;
        qint64 joinedAt = 0;
    };
    struct Talk {
        ConversationId id;
        ConversationKind kind = ConversationKind::Direct;
        QString title;
        QVector<int> members; ///< people; the first one creates it
        qint64 createdAt = 0;
    };
    struct Line {
        int talk = 0;
        int author = 0;
        QString text;
        qint64 at = 0;
    };
    struct Read {
        int talk = 0;
        int person = 0;
        qint64 number = 0; ///< of the last message that was read
        qint64 at = 0;
    };
    QVector<Person> people;
    QVector<Talk> talks; ///< a direct one may leave its id empty
    QVector<Line> lines;
    QVector<Read> reads;
};

/// Writes it through the same journal as everything else, in order of time and in one transaction, into a data folder
/// that no server uses and that has no users
/// (`workspace.notEmpty`). Waits some seconds for a few thousand lines; not for a GUI thread.
Result<Done> fill(const QString &dataFolder, const Past &past, const std::shared_ptr<const Clock> &clock);

} // namespace frontdesk::server
