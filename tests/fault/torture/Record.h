// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Step.h"
#include "domain/Types.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace frontdesk::torture {

/// What a person's program answered to what they wrote.
enum class Answer {
    None,   ///< it ended before
    Queued, ///< it is on the disk
    Failed, ///< it could not be kept, and the person was told
};

/// Something that a person wrote.
struct Said {
    Computer person;
    ConversationId place;
    QString text;
    Answer answer = Answer::None;
};

/// Another command of a person that is on their disk.
struct Changed {
    Computer person;
    CommandId id;
    QString words;
    QString told; ///< what everybody is told when it is taken or comes into a conflict, as told() writes it; empty: no
                  ///< value of this change's own
};

/// A message as somebody has it.
struct Line {
    MessageId id;
    qint64 number = 0;
    UserId author;
    QString text; ///< after the latest edit

    friend bool operator==(const Line &, const Line &) = default;
};

/// A conversation as somebody has it. The server holds all of it; a client what it says of itself.
struct Place {
    QString title;
    QSet<UserId> members;
    QSet<QString> labels;
    bool closed = false;
    QSet<ConflictId> conflicts;     ///< open ones
    QVector<Line> lines;            ///< ascending by number
    QHash<UserId, qint64> readUpTo; ///< a client: one's own only
    qint64 unread = 0;              ///< a client only
};
using Places = QHash<ConversationId, Place>;

/// A record of the CRM as somebody has it.
struct Card {
    qint64 version = 0;
    QJsonObject fields;
    QJsonObject lists;
    QSet<ConflictId> conflicts; ///< open ones

    friend bool operator==(const Card &, const Card &) = default;
};
using Cards = QHash<QString, Card>; ///< by the record as text

/// A value of a field in one text.
QString told(const QString &field, const QJsonValue &value);

/// What the server's database says.
struct ServerState {
    QString epoch;
    Places places;
    QHash<UserId, QSet<CommandId>> remembered; ///< commands it has taken
    QHash<MessageId, QString> asSent;          ///< texts before any edit
    int edited = 0;                            ///< messages
    int conflicts = 0;                         ///< that were opened, also those that are decided
    QSet<QString> told; ///< values that were taken, or came into a conflict: who sees the record knows them
    Cards cards;
    QHash<QString, int> additions; ///< rows that say that a record was made
    QHash<QString, int> changes;   ///< rows that say what has become of it
    QString visibility;            ///< of the records, as the protocol calls it
    QVector<QSet<UserId>> teams;
};

struct Refused {
    CommandId id;
    QString code;
    QString text; ///< of a message
};

/// What a client says of itself.
struct ClientState {
    Places places;
    Cards cards;
    QVector<Refused> refused; ///< kept for the person to decide
    QString epoch;
    int waiting = 0;
    QSet<CommandId> stopped; ///< of those that wait: build on something that the person has to decide about
    int holes = 0;
    int refusedInLedger = 0;
    int unknownRows = 0;
};

/// What is known of a person after the history.
struct PersonRecord {
    UserId user;
    bool seesAll = false; ///< records, by their role
    QSet<CommandId> acknowledged;
    QSet<CommandId> everRefused;           ///< sent again they go behind what was queued since, some with another id
    QSet<QString> textsRefused;            ///< those of them that are messages
    QVector<QVector<MessageId>> announced; ///< one list for each life of the program
    bool wasRemoved = false;               ///< somebody tried to, from some conversation
    bool mustNotice = false;               ///< had something that the restored copy does not hold
    bool noticed = false;                  ///< said that the server has gone back
    ClientState state;
};

/// By the words of docs/protocol.md (4.3), not by the program's own rule.
bool maySee(const PersonRecord &person, const Card &card, const ServerState &server);

/// Everything that is known after the history.
struct Record {
    QVector<Said> said; ///< in the order in which it was written
    QVector<Changed> changed;
    std::array<PersonRecord, people.size()> persons;
    ServerState server;
    bool restored = false;
    bool hidden = false; ///< not everybody has seen all records all the time
    bool clocksJumped = false;
    QStringList wordlessEnds; ///< programs that ended without being told to and without words

    [[nodiscard]] const PersonRecord &of(Computer person) const { return persons.at(std::size_t(person)); }
    [[nodiscard]] PersonRecord &of(Computer person) { return persons.at(std::size_t(person)); }
};

} // namespace frontdesk::torture
