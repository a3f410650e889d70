// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"
#include "domain/Record.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QVector>

/// The things Frontdesk talks about, as values (docs/protocol.md, 3.2). Times are milliseconds since 1970 UTC.
namespace frontdesk {

enum class Role {
    Reader, ///< sees, changes nothing but what is their own
    Agent,
    Manager, ///< also what belongs to everybody: deleting for others, pipelines
    Admin,
};

struct User {
    UserId id;
    QString name;        ///< unique, what one logs in with
    QString displayName; ///< what others see
    Role role = Role::Agent;
    QString about = {}; ///< what they do here, in one line; may be empty
    qint64 version = 1; ///< rises with each change of the profile

    friend bool operator==(const User &, const User &) = default;
};

enum class Presence { Offline, Online, Away, DoNotDisturb };

struct PresenceState {
    Presence presence = Presence::Offline;
    qint64 lastSeen = 0; ///< 0: never

    friend bool operator==(const PresenceState &, const PresenceState &) = default;
};

enum class ConversationKind { Direct, Group };

struct Conversation {
    ConversationId id;
    ConversationKind kind = ConversationKind::Direct;
    QString title; ///< empty for direct ones: the other person's name is shown
    QVector<UserId> members;
    UserId createdBy;
    qint64 createdAt = 0;
    qint64 version = 1;      ///< rises with each change of what may be changed
    QStringList labels = {}; ///< sorted
    QString contact = {};    ///< the id of the contact it is about, or empty
    bool closed = false;     ///< nothing is left to do, until the next message

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

struct Message {
    MessageId id;
    ConversationId conversation;
    qint64 number = 0; ///< dense in its conversation: 1, 2, 3 …
    UserId author;
    QString text;
    qint64 at = 0;
    qint64 seq = 0;      ///< of its journal row
    qint64 editedAt = 0; ///< 0: the text is the first one
    qint64 editSeq = 0;  ///< of the row that changed the text last
    QVector<FileRef> files = {};

    friend bool operator==(const Message &, const Message &) = default;
};

/// A conversation as a snapshot or an entry brings it.
struct ConversationState {
    Conversation conversation;
    qint64 n = 0;                     ///< rows its stream has
    qint64 number = 0;                ///< of its last message
    QVector<Message> messages;        ///< the newest, ascending
    QHash<UserId, qint64> reads;      ///< how far each member has read
    QVector<Conflict> conflicts = {}; ///< the open ones

    friend bool operator==(const ConversationState &, const ConversationState &) = default;
};

/// Something of one person that all their devices share, such as a setting or a draft; the latest counts. Keys:
/// `setting:NAME`, `draft:CONVERSATION`.
struct OwnValue {
    QString key;
    QJsonValue value; ///< null: none
    qint64 seq = 0;   ///< of its journal row

    friend bool operator==(const OwnValue &, const OwnValue &) = default;
};
QString ownSettingKey(const QString &name);
QString ownDraftKey(const ConversationId &conversation);

/// One entry of the activity feed, in ActivityStreams 2.0 terms.
struct ActivityObject {
    QString type; ///< Note, Group, Person, Profile, Organization, Deal, Stage
    QString id;
    QString name;

    friend bool operator==(const ActivityObject &, const ActivityObject &) = default;
};

struct Activity {
    ActivityId id;
    UserId actor;
    QString verb; ///< Create, Add, Remove, Update, Join, Leave, Move, Accept, Reject
    ActivityObject object;
    std::optional<ActivityObject> target;
    qint64 published = 0;
    int totalItems = 1;
    QString stream;
    qint64 seq = 0;

    friend bool operator==(const Activity &, const Activity &) = default;
};

/// One row of the journal (docs/protocol.md, 3).
struct JournalRow {
    qint64 seq = 0;
    QString stream;
    qint64 n = 0; ///< 0: a latest-only row
    QString mark;
    qint64 at = 0;
    UserId actor;
    QString event;
    QJsonObject payload;

    friend bool operator==(const JournalRow &, const JournalRow &) = default;
};

/// Where a client is in a journal. An empty epoch: nowhere yet.
struct Cursor {
    QString epoch;
    qint64 seq = 0;
    QString mark;

    friend bool operator==(const Cursor &, const Cursor &) = default;
};

/// Names used on the wire and in databases.
QString nameOf(Presence presence);
std::optional<Presence> presenceFrom(const QString &name);
QString nameOf(Role role);
std::optional<Role> roleFrom(const QString &name);
QString nameOf(ConversationKind kind);
std::optional<ConversationKind> conversationKindFrom(const QString &name);

QString workspaceStream();
QString streamOf(const ConversationId &id);
QString streamOf(const UserId &id);
/// Contacts, companies, deals, tasks and notes: nobody's, and those of one person.
QString recordsStream();
QString recordsStreamOf(const UserId &owner); ///< an empty one: nobody
bool isRecordsStream(const QString &stream);  ///< one of these

/// The length of a text as limits count it: Unicode code points.
qsizetype codePoints(const QString &text);

namespace limits {
inline constexpr int messageText = 10'000;
inline constexpr int title = 200;
inline constexpr int displayName = 100;
inline constexpr int about = 200;
inline constexpr int label = 50;
inline constexpr int labels = 20;       ///< of one conversation
inline constexpr int ownKey = 200;      ///< the name of an own value
inline constexpr int ownValue = 60'000; ///< UTF-16 units of its JSON
inline constexpr int members = 500;
inline constexpr int pageRows = 500;
inline constexpr int historyRows = 100;
inline constexpr int snapshotMessages = 50;
} // namespace limits

} // namespace frontdesk
