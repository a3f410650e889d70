// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "domain/Types.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <optional>
#include <variant>

namespace frontdesk::models {

enum class AlertKind { Message, Mention, Reminder, Alarm };

/// Where an alert leads to.
struct ToMessage {
    ConversationId conversation;
    qint64 number = 0;
    friend bool operator==(const ToMessage &, const ToMessage &) = default;
};
struct ToRecord {
    QString record;    ///< "contact:ID"
    QString note = {}; ///< "note:ID" of it; empty: none
    friend bool operator==(const ToRecord &, const ToRecord &) = default;
};
struct ToInbox {
    friend bool operator==(const ToInbox &, const ToInbox &) = default;
};
struct ToDashboard {
    friend bool operator==(const ToDashboard &, const ToDashboard &) = default;
};
using AlertTarget = std::variant<ToMessage, ToRecord, ToInbox, ToDashboard>;

/// What a person is shown although they may look elsewhere.
struct Alert {
    QString id; ///< another with the same takes its place
    QString title;
    QString body;
    bool sound = false;
    bool urgent = false;
    AlertTarget target = {};
    QHash<ConversationId, qint64> messages = {}; ///< that it is about, the newest of each; it is over when all are read

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// What is to be told.
struct NewMessages {
    struct Conversation {
        ConversationId id;
        QString title;     ///< of a group; empty for a direct one
        QString author;    ///< of the newest
        QString text;      ///< of the newest
        qint64 number = 0; ///< of the newest
        int count = 1;
    };
    QVector<Conversation> conversations;
    bool afterAbsence = false; ///< they came while this computer was not connected
};
struct Mentions {
    struct Mention {
        QString note;   ///< "note:ID"
        QString record; ///< that it is about; may be empty
        QString where;  ///< what that is called
        QString author;
        QString text;
    };
    QVector<Mention> mentions;
};
struct DueReminders {
    struct Task {
        QString record;
        QString name;
    };
    QVector<Task> tasks;
};
struct RaisedAlarm {
    QString figure;
    QString words; ///< "Waiting conversations: 31, above 30"
    bool sounds = false;
};
using AlertEvent = std::variant<NewMessages, Mentions, DueReminders, RaisedAlarm>;

/// What the person wants to be told, on all their devices.
struct AlertWishes {
    struct Wish {
        bool told = true;
        bool sound = true;
        friend bool operator==(const Wish &, const Wish &) = default;
    };
    Wish messages = {};
    Wish mentions = {};
    Wish reminders = {};
    Wish alarms = {}; ///< whether one sounds is said with the alarm
    QSet<ConversationId> muted = {};

    friend bool operator==(const AlertWishes &, const AlertWishes &) = default;
};

/// How things are at the moment.
struct Surroundings {
    bool isActive = false;            ///< the window has the person's attention
    QString place = {};               ///< what it shows: "inbox", "contacts" …
    ConversationId conversation = {}; ///< that is open in the inbox
    QString record = {};              ///< that is open among contacts and deals
    bool doNotDisturb = false;
    bool showsText = true; ///< who looks at this screen may read what was written
    AlertWishes wishes = {};
};

} // namespace frontdesk::models
