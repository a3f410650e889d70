// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"

#include <QtCore/QStringList>

/// The demo workspace before it is written: who works there and what they have said. Pure: the same seed and time give
/// the same team.
namespace frontdesk::demo {

struct Person {
    QString name; ///< to log in with
    QString displayName;
    QString language;
    Role role = Role::Agent;
    bool live = false; ///< simulated while the demo runs
    QString about = {};
};

struct PlannedConversation {
    ConversationKind kind = ConversationKind::Direct;
    QString title;        ///< of a group
    QVector<int> members; ///< indices of people; the first creates it
    QString language;
    QStringList topics; ///< of the threads in it; empty: any
    QStringList labels = {};
    QString firstTitle = {}; ///< what its founder called it before; empty: always the same
    qint64 createdAt = 0;
};

struct PlannedMessage {
    int conversation = 0;
    int author = 0;
    QString text;
    qint64 at = 0;
    bool settles = false; ///< its author closes the conversation with it

    friend bool operator==(const PlannedMessage &, const PlannedMessage &) = default;
};

struct PlannedRead {
    int conversation = 0;
    int person = 0;
    qint64 number = 0;
    qint64 at = 0;

    friend bool operator==(const PlannedRead &, const PlannedRead &) = default;
};

struct TeamPlan {
    quint32 seed = 1;
    qint64 now = 0;
    QVector<Person> people; ///< the first is the one who looks around
    QVector<PlannedConversation> conversations;
    QVector<PlannedMessage> messages; ///< by time
    QVector<PlannedRead> reads;
    qint64 foundedAt = 0; ///< when the people joined: before the first customer
};

/// The people; their order is that of the indices.
QVector<Person> people();

/// `now`: milliseconds since 1970; the newest message is some minutes older.
TeamPlan planTeam(quint32 seed, qint64 now);

/// The id that a group of the demo always has, so that it is made once only.
ConversationId groupId(const QString &title);

/// Everybody's password in the demo. It protects nothing: the server is on this computer, its content is sample data.
QString password();

} // namespace frontdesk::demo
