// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/PassingEvents.h"

#include "domain/FieldReader.h"
#include "domain/RecordSchema.h"
#include "server/live/Handshake.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

Error unknownConversation()
{
    return {u"conversation.unknown"_s, u"There is no such conversation, or you are not in it."_s};
}

Error unknown(const RecordRef &record)
{
    if (record.kind == RecordKind::Conversation)
        return unknownConversation();
    return {u"record.unknown"_s, u"There is no such record."_s};
}

/// Where a record is told; empty: it is not there.
QString streamOf(const RecordRef &record, Records &records)
{
    if (record.kind == RecordKind::Conversation)
        return frontdesk::streamOf(ConversationId(record.id));
    return isCrm(record.kind) ? records.crm.streamOf(record).value_or(QString()) : workspaceStream();
}

bool hasField(RecordKind kind, const QString &name)
{
    const RecordSchema &schema = schemaOf(kind);
    return schema.field(name) || schema.list(name) || (isCrm(kind) && isCustomField(name));
}

} // namespace

struct PassingEvents::Entry {
    QLatin1String event;
    void (PassingEvents::*handle)(const Session &, const QJsonObject &, const EventAnswer &);

    static constexpr auto table()
    {
        return std::array<Entry, 6>{{{"typing:set"_L1, &PassingEvents::setTyping},
                                     {"record:viewing"_L1, &PassingEvents::setViewing},
                                     {"presence:set"_L1, &PassingEvents::setPresence},
                                     {"delivery:applied"_L1, &PassingEvents::setDelivered},
                                     {"session:renew"_L1, &PassingEvents::renew},
                                     {"clock:ping"_L1, &PassingEvents::pong}}};
    }
};

const PassingEvents::Entry *PassingEvents::find(const QString &event)
{
    static constexpr auto table = Entry::table();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Entry &entry) { return entry.event == event; });
    return found == table.end() ? nullptr : found;
}

QStringList PassingEvents::names()
{
    QStringList names;
    for (const Entry &entry : Entry::table())
        names.append(entry.event);
    return names;
}

bool PassingEvents::knows(const QString &event)
{
    return find(event) != nullptr;
}

void PassingEvents::handle(const Session &session, const QString &event, const QJsonObject &payload,
                           const EventAnswer &answer)
{
    (this->*find(event)->handle)(session, payload, answer);
}

void PassingEvents::setTyping(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    const ConversationId conversation(fields.text("conversation"_L1));
    const bool typing = fields.boolean("typing"_L1);
    if (!fields.ok())
        return answer(fields.error());
    const QSet<UserId> members = m_parts.fanout.membersOf(conversation);
    if (!members.contains(session->user))
        return answer(unknownConversation());
    const QJsonArray changed{QJsonObject{
        {u"conversation"_s, conversation.text()}, {u"user"_s, session->user.text()}, {u"typing"_s, typing}}};
    for (const UserId &member : members)
        if (member != session->user)
            for (const Session &other : m_parts.sessions.of(member))
                other->socket->volatileEvent(u"typing:changed"_s, changed);
    answer(QJsonObject());
}

void PassingEvents::setViewing(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    const QString text = fields.text("record"_L1);
    const QString field = fields.optionalText("field"_L1);
    const auto record = RecordRef::from(text);
    if (!text.isEmpty() && (!record || !isCanonicalUuid(record->id)))
        fields.wrong(u"record"_s, u"must name a record by its kind and its lower-case UUID"_s);
    if (!fields.ok())
        return answer(fields.error());
    if (record && !field.isEmpty() && !hasField(record->kind, field))
        return answer(Error{u"field.unknown"_s, u"There is no field or list \"%1\" in it."_s.arg(field.left(100))});
    // Also what needs no looking up waits for its turn there, so that signs keep their order.
    m_parts.storage.read<QString>(
        [record](Records &records, qint64) -> Result<QString> {
            return record ? streamOf(*record, records) : QString();
        },
        [this, session, record, field, answer](const Result<QString> &stream) {
            if (!stream)
                return answer(stream.error());
            // That a record is not there yet is no mistake: it may still wait in the outbox of who looks at it.
            if (record && !stream.value().isEmpty() && !m_parts.fanout.isIn(stream.value(), session->user))
                return answer(unknown(*record));
            if (!record)
                m_parts.viewers.leave(session);
            else if (!session->gone)
                m_parts.viewers.look(session, *record, stream.value(), field);
            answer(QJsonObject());
        });
}

void PassingEvents::setPresence(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    const Presence choice = fields.choice("presence"_L1, presenceFrom);
    if (fields.ok() && choice == Presence::Offline)
        fields.wrong(u"presence"_s, u"must be online, away or dnd"_s);
    if (!fields.ok())
        return answer(fields.error());
    m_parts.storage.write<Done>(
        [user = session->user, choice](Records &records, qint64) -> Result<Done> {
            records.accounts.setPresence(user, choice);
            return Done{};
        },
        [this, session, choice, answer](const Result<Done> &written) {
            if (!written)
                return answer(written.error());
            m_parts.presences.choose(session->user, choice);
            answer(QJsonObject());
        });
}

void PassingEvents::setDelivered(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    const qint64 upTo = fields.integer("upTo"_L1);
    if (fields.ok() && upTo > m_parts.fanout.head())
        fields.wrong(u"upTo"_s, u"is beyond the journal"_s);
    if (!fields.ok())
        return answer(fields.error());
    if (m_parts.presences.delivered(session->user, upTo))
        m_parts.storage.writeEventually(
            u"delivered:"_s + session->user.text(),
            [user = session->user, upTo](Records &records) { records.accounts.setDelivered(user, upTo); });
    answer(QJsonObject());
}

void PassingEvents::renew(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    const QString token = fields.text("token"_L1, longestToken);
    if (!fields.ok())
        return answer(fields.error());
    const auto signedIn = m_parts.signIns.check(token, m_parts.clock.utc().count());
    if (!signedIn)
        return answer(signedIn.error());
    if (signedIn.value().user != session->user)
        return answer(Error{u"auth.invalid"_s, u"The token is somebody else's."_s});
    session->id = signedIn.value().session;
    session->expiresAt = signedIn.value().expiresAt;
    answer(QJsonObject{{u"expiresAt"_s, session->expiresAt}});
}

void PassingEvents::pong(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    const QJsonValue t = payload["t"_L1];
    if (!t.isDouble())
        fields.wrong(u"t"_s, u"must be a number"_s);
    if (!fields.ok())
        return answer(fields.error());
    QJsonObject head = m_parts.fanout.tellHead(*session);
    head.insert("t"_L1, t);
    head.insert("at"_L1, qint64(m_parts.clock.utc().count()));
    answer(head);
}

} // namespace frontdesk::server
