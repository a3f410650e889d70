// SPDX-License-Identifier: GPL-3.0-or-later
#include "Events.h"

#include "Describe.h"
#include "Output.h"
#include "connection/Transition.h"
#include "domain/Json.h"
#include "domain/WhenDone.h"

#include <QtCore/QJsonDocument>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A field's value as a person reads it.
QString textOf(const QJsonValue &value)
{
    if (value.isString() || value.isNull() || value.isUndefined())
        return value.toString();
    const QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return text.mid(1, text.size() - 2);
}

/// "+vip -lead" of each list that changed.
QString textOf(const ListChanges &lists)
{
    QStringList texts;
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        for (const QString &entry : list->add)
            texts.append(u"%1 +%2"_s.arg(list.key(), entry));
        for (const QString &entry : list->remove)
            texts.append(u"%1 -%2"_s.arg(list.key(), entry));
    }
    return texts.join(u", "_s);
}

} // namespace

Events::Events(sync::Session &session, Form form)
    : m_session(session)
    , m_json(form == Form::Json)
    , m_follower(session)
{
    using sync::Session;
    connect(&session, &Session::statusChanged, this, &Events::state);
    connect(&session, &Session::typingChanged, this, &Events::typing);
    connect(&session, &Session::presenceChanged, this, &Events::presence);
    connect(&session, &Session::acknowledged, this, &Events::acknowledged);
    connect(&session, &Session::refused, this, &Events::refused);
    connect(&session, &Session::failed, this, &Events::failed);
    connect(&m_follower, &Follower::messageAdded, this, &Events::message);
    connect(&m_follower, &Follower::messageEdited, this, &Events::edited);
    connect(&m_follower, &Follower::conflictOpened, this, [this](const Conflict &opened) { conflict(opened, true); });
    connect(&m_follower, &Follower::conflictClosed, this, [this](const Conflict &closed) { conflict(closed, false); });
    connect(&m_follower, &Follower::activityAdded, this, &Events::activity);
    connect(&m_follower, &Follower::recordTold, this, &Events::record);
    connect(&m_follower, &Follower::recordGone, this, &Events::recordGone);
    state(session.status());
}

QString Events::person(const UserId &user) const
{
    return harmless(nameOf(user, byId(await(m_session.store().users()))));
}

QString Events::place(const ConversationId &conversation) const
{
    const auto list = await(m_session.store().conversations()).conversations;
    for (const ConversationSummary &summary : list)
        if (summary.conversation.id == conversation)
            return harmless(nameOf(summary.conversation, byId(await(m_session.store().users())),
                                   await(m_session.store().me()).value_or(User()).id));
    return conversation.text();
}

QString Events::nameOfRecord(const RecordRef &record) const
{
    if (record.kind == RecordKind::Conversation)
        return place(ConversationId(record.id));
    if (record.kind == RecordKind::Person)
        return person(UserId(record.id));
    const auto state = await(m_session.store().record(record));
    return state ? harmless(nameOf(*state)) : record.text();
}

void Events::state(const connection::Status &status)
{
    // Measurements change the status, too.
    if (m_state == status.state)
        return;
    m_state = status.state;
    if (m_json)
        printJson(describe(status));
    else
        printText(u"* %1%2"_s.arg(connection::nameOf(status.state),
                                  status.lastError ? u": "_s + harmless(status.lastError->message) : QString()));
}

void Events::message(const Message &message)
{
    if (m_json)
        printJson({{u"event"_s, u"message"_s}, {u"message"_s, toJson(message)}});
    else
        printText(u"[%1] %2: %3"_s.arg(place(message.conversation), person(message.author), harmless(message.text)));
}

void Events::edited(const Message &message)
{
    if (m_json)
        printJson({{u"event"_s, u"edited"_s}, {u"message"_s, toJson(message)}});
    else
        printText(
            u"[%1] %2 (edited): %3"_s.arg(place(message.conversation), person(message.author), harmless(message.text)));
}

void Events::conflict(const Conflict &conflict, bool isOpen)
{
    if (m_json) {
        printJson({{u"event"_s, u"conflict"_s}, {u"conflict"_s, toJson(conflict)}, {u"open"_s, isOpen}});
        return;
    }
    const QString record = nameOfRecord(conflict.record);
    if (isOpen)
        printText(u"* %1 of %2: %3 wants \"%4\", %5 has set \"%6\""_s.arg(
            harmless(conflict.field), record, person(conflict.wanted.by), harmless(textOf(conflict.wanted.value)),
            person(conflict.kept.by), harmless(textOf(conflict.kept.value))));
    else
        printText(u"* %1 of %2: decided"_s.arg(harmless(conflict.field), record));
}

void Events::typing(const ConversationId &conversation, const QVector<UserId> &users)
{
    if (m_json) {
        QJsonArray ids;
        for (const UserId &user : users)
            ids.append(user.text());
        printJson({{u"event"_s, u"typing"_s}, {u"conversation"_s, conversation.text()}, {u"users"_s, ids}});
        return;
    }
    QStringList names;
    for (const UserId &user : users)
        names.append(person(user));
    printText(u"[%1] %2"_s.arg(place(conversation),
                               names.isEmpty() ? u"nobody is typing"_s : names.join(u", "_s) + u" typing"_s));
}

void Events::presence(const QHash<UserId, PresenceState> &changed)
{
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        if (m_json)
            printJson({{u"event"_s, u"presence"_s},
                       {u"user"_s, it.key().text()},
                       {u"presence"_s, nameOf(it->presence)},
                       {u"lastSeen"_s, it->lastSeen}});
        else
            printText(u"* %1 is %2"_s.arg(person(it.key()), nameOf(it->presence)));
    }
}

void Events::activity(const Activity &activity)
{
    if (m_json) {
        printJson({{u"event"_s, u"activity"_s}, {u"activity"_s, toJson(activity)}});
        return;
    }
    const bool isSomewhere = activity.target && !activity.target->name.isEmpty();
    printText(u"* %1: %2 %3 \"%4\"%5"_s.arg(
        person(activity.actor), harmless(activity.verb), harmless(activity.object.type), harmless(activity.object.name),
        isSomewhere ? u" in \"%1\""_s.arg(harmless(activity.target->name)) : QString()));
}

void Events::record(const RecordRef &record, const DecodedRow &row)
{
    if (m_json) {
        printJson({{u"event"_s, u"record"_s}, {u"record"_s, record.text()}, {u"row"_s, describe(row)}});
        return;
    }
    const QString who = person(row.row.actor);
    const QString what = u"%1 \"%2\""_s.arg(nameOf(record.kind), nameOfRecord(record));
    const auto *change = std::get_if<RecordChanged>(&row.event);
    if (!change) {
        printText(u"* %1 made %2"_s.arg(who, what));
        return;
    }
    QStringList texts;
    for (auto field = change->set.begin(); field != change->set.end(); ++field)
        texts.append(u"%1 \"%2\" -> \"%3\""_s.arg(field.key(), textOf(change->was[field.key()]), textOf(*field)));
    if (!change->lists.isEmpty())
        texts.append(textOf(change->lists));
    printText(u"* %1 changed %2: %3"_s.arg(who, what, harmless(texts.join(u", "_s))));
}

void Events::recordGone(const RecordRef &record)
{
    if (m_json)
        printJson({{u"event"_s, u"record:gone"_s}, {u"record"_s, record.text()}});
    else
        printText(u"* %1 is out of sight"_s.arg(record.text()));
}

void Events::acknowledged(const CommandId &id, qint64 seq)
{
    if (m_json)
        printJson({{u"event"_s, u"acknowledged"_s}, {u"id"_s, id.text()}, {u"seq"_s, seq}});
}

void Events::refused(const CommandId &id, const Error &error)
{
    if (m_json)
        printJson({{u"event"_s, u"refused"_s}, {u"id"_s, id.text()}, {u"error"_s, toJson(error)}});
    else
        printError(error);
}

void Events::failed(const Error &error)
{
    if (m_json)
        printJson({{u"event"_s, u"notice"_s}, {u"error"_s, toJson(error)}});
    else
        printError(error);
}

} // namespace frontdesk::ctl
