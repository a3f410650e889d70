// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/SocketFront.h"

#include "domain/Json.h"
#include "server/Commands.h"
#include "server/Requests.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostWaiting =
    1'000; // events of one session that wait for the database: one client must not fill the queue of all
constexpr milliseconds pauseWhenFull(500); // what it is asked to wait then

QJsonObject limitsJson()
{
    return {{u"text"_s, limits::messageText},
            {u"title"_s, limits::title},
            {u"members"_s, limits::members},
            {u"pageRows"_s, limits::pageRows},
            {u"historyRows"_s, limits::historyRows}};
}

Error expired()
{
    return {u"auth.expired"_s, u"The sign-in has expired. Sign in again."_s};
}

void answerOk(const socketio::Ack &ack, QJsonObject fields = {})
{
    if (!ack)
        return;
    fields.insert("ok"_L1, true);
    ack({fields});
}

} // namespace

SocketFront::SocketFront(const Parts &parts, Fanout::Start start)
    : m_parts(parts)
    , m_fanout(parts.clients, m_sessions, std::move(start), parts.later)
{
    m_parts.clients.onConnect = [this](const auto &socket, const QJsonObject &auth,
                                       const socketio::ConnectDecision &decision) {
        onConnect(socket, auth, decision);
    };
}

void SocketFront::onConnect(const std::shared_ptr<socketio::ServerSocket> &socket, const QJsonObject &auth,
                            const socketio::ConnectDecision &decision)
{
    const auto reject = [log = m_parts.log, decision](const Error &error) {
        log({LogLevel::Warning, u"connect.refused"_s, error.message, {{u"code"_s, error.code}}});
        decision.reject(error.message, toJson(error));
    };
    auto greeting = readGreeting(auth);
    if (!greeting)
        return reject(greeting.error());
    const auto signIn = m_parts.signIns.check(greeting.value().token, now());
    if (!signIn)
        return reject(signIn.error());

    struct Place {
        QString epoch;
        JournalState state;
        qint64 head;
    };
    m_parts.storage.read<Place>(
        [cursor = greeting.value().cursor](Records &records, qint64) -> Result<Place> {
            return Place{records.journal.epoch(), records.reader.stateOf(cursor), records.journal.head()};
        },
        [this, socket, decision, reject, greeting = greeting.value()](const Result<Place> &place) {
            if (!place)
                return reject(place.error());
            // It may have been revoked, or have expired, while the place was being looked up.
            const auto still = m_parts.signIns.check(greeting.token, now());
            if (!still)
                return reject(still.error());
            const auto session =
                std::make_shared<LiveSession>(LiveSession{.socket = socket,
                                                          .user = still.value().user,
                                                          .id = still.value().id,
                                                          .expiresAt = still.value().expiresAt,
                                                          .client = greeting.client,
                                                          .live = place.value().state == JournalState::Current,
                                                          .sent = greeting.cursor ? greeting.cursor->seq : 0});
            socket->onEvent = [this, session](const QString &event, const QJsonArray &arguments,
                                              const socketio::Ack &ack) { onEvent(session, event, arguments, ack); };
            socket->onDisconnect = [this, session](const QString &) { onDisconnect(session); };
            decision.accept();
            welcome(session, place.value().epoch, place.value().state, place.value().head);
        });
}

void SocketFront::welcome(const Session &session, const QString &epoch, JournalState state, qint64 upTo)
{
    session->socket->emitEvent(
        u"session:ready"_s, {QJsonObject{{u"protocol"_s, protocolVersion},
                                         {u"epoch"_s, epoch},
                                         {u"session"_s, session->socket->id()},
                                         {u"user"_s, toJson(m_parts.presences.user(session->user))},
                                         {u"at"_s, now()},
                                         {u"limits"_s, limitsJson()},
                                         {u"journal"_s, QJsonObject{{u"state"_s, nameOf(state)}, {u"upTo"_s, upTo}}}}});
    m_sessions.add(session);
    m_parts.presences.connected(session->user, now());
    session->socket->emitEvent(u"presence:all"_s, {m_parts.presences.all()});
    m_parts.log({LogLevel::Info,
                 u"client.connected"_s,
                 u"A client connected."_s,
                 {{u"socket"_s, session->socket->id()},
                  {u"user"_s, session->user.text()},
                  {u"client"_s, session->client},
                  {u"journal"_s, nameOf(state)}}});
    planExpiry(session->expiresAt);
}

void SocketFront::planExpiry(qint64 at)
{
    if (at >= m_nextExpiry)
        return;
    m_nextExpiry = at;
    m_parts.later(milliseconds(at - now()), [this] {
        if (now() < m_nextExpiry)
            return; // an earlier one was planned after this, and has been seen to
        m_nextExpiry = std::numeric_limits<qint64>::max();
        m_sessions.each([this](const Session &session) {
            if (session->expiresAt <= now())
                end(session, expired());
            else
                planExpiry(session->expiresAt);
        });
    });
}

void SocketFront::onEvent(const Session &session, const QString &event, const QJsonArray &arguments,
                          const socketio::Ack &ack)
{
    if (session->expiresAt <= now())
        return end(session, expired());
    if (!arguments.isEmpty() && !arguments.first().isObject())
        return refuse(session, event,
                      {.code = u"payload.invalid"_s,
                       .message = u"The event's argument must be an object."_s,
                       .detail = {{u"field"_s, QString()}}},
                      ack);
    const QJsonObject payload = arguments.isEmpty() ? QJsonObject() : arguments.first().toObject();
    if (session->waiting >= mostWaiting)
        return refuse(session, event,
                      {.code = u"rate.limited"_s,
                       .message = u"Too much was sent at once; send it again a little later."_s,
                       .retryAfter = pauseWhenFull},
                      ack);
    if (isCommand(event))
        return runCommand(session, event, payload, ack);
    if (isRequest(event))
        return answerRequest(session, event, payload, ack);

    struct Passing {
        QLatin1String event;
        Result<Done> (SocketFront::*handle)(const Session &, const QJsonObject &, const socketio::Ack &);
    };
    static constexpr std::array<Passing, 4> passing{{{"typing:set"_L1, &SocketFront::setTyping},
                                                     {"presence:set"_L1, &SocketFront::setPresence},
                                                     {"delivery:applied"_L1, &SocketFront::setDelivered},
                                                     {"clock:ping"_L1, &SocketFront::pong}}};
    const auto known =
        std::find_if(passing.begin(), passing.end(), [&](const Passing &entry) { return entry.event == event; });
    if (known == passing.end())
        return refuse(session, event,
                      {u"command.unknown"_s, u"This server knows no event \"%1\"."_s.arg(event.left(100))}, ack);
    if (const auto handled = (this->*known->handle)(session, payload, ack); !handled)
        refuse(session, event, handled.error(), ack);
}

void SocketFront::runCommand(const Session &session, const QString &event, const QJsonObject &payload,
                             const socketio::Ack &ack)
{
    auto command = readCommand(event, payload);
    if (!command)
        return refuse(session, event, command.error(), ack);
    ++session->waiting;
    m_parts.storage.write<QJsonObject>(
        [user = session->user, command = std::move(command).value()](Records &records, qint64 now) {
            return execute(records, {user, now}, command);
        },
        [this, session, event, ack](const Result<QJsonObject> &answer) {
            --session->waiting;
            if (!answer)
                refuse(session, event, answer.error(), ack);
            else if (ack)
                ack({answer.value()});
        });
}

void SocketFront::answerRequest(const Session &session, const QString &event, const QJsonObject &payload,
                                const socketio::Ack &ack)
{
    auto request = readRequest(event, payload);
    if (!request)
        return refuse(session, event, request.error(), ack);
    m_parts.storage.read<QJsonObject>([user = session->user, request = std::move(request).value()](
                                          Records &records, qint64) { return request(records, user); },
                                      [this, session, event, ack](const Result<QJsonObject> &answer) {
                                          if (!answer)
                                              return refuse(session, event, answer.error(), ack);
                                          if (event == "journal:page"_L1) {
                                              // Everything up to here has been pushed or is in the page; what follows
                                              // will be pushed.
                                              session->sent = answer.value()["upTo"_L1].toInteger();
                                              session->live = !answer.value()["more"_L1].toBool();
                                          }
                                          answerOk(ack, answer.value());
                                      });
}

Result<Done> SocketFront::setTyping(const Session &session, const QJsonObject &payload, const socketio::Ack &ack)
{
    FieldReader fields(payload);
    const ConversationId conversation(fields.text("conversation"_L1));
    const bool typing = fields.boolean("typing"_L1);
    if (!fields.ok())
        return fields.error();
    const QSet<UserId> members = m_fanout.membersOf(conversation);
    if (!members.contains(session->user))
        return Error{u"conversation.unknown"_s, u"There is no such conversation, or you are not in it."_s};
    const QJsonArray changed{QJsonObject{
        {u"conversation"_s, conversation.text()}, {u"user"_s, session->user.text()}, {u"typing"_s, typing}}};
    for (const UserId &member : members)
        if (member != session->user)
            for (const Session &other : m_sessions.of(member))
                other->socket->emitEvent(u"typing:changed"_s, changed);
    answerOk(ack);
    return Done{};
}

Result<Done> SocketFront::setPresence(const Session &session, const QJsonObject &payload, const socketio::Ack &ack)
{
    FieldReader fields(payload);
    const Presence choice = fields.choice("presence"_L1, presenceFrom);
    if (fields.ok() && choice == Presence::Offline)
        fields.wrong(u"presence"_s, u"must be online, away or dnd"_s);
    if (!fields.ok())
        return fields.error();
    ++session->waiting;
    m_parts.storage.write<Done>(
        [user = session->user, choice](Records &records, qint64) -> Result<Done> {
            records.accounts.setPresence(user, choice);
            return Done{};
        },
        [this, session, choice, ack](const Result<Done> &written) {
            --session->waiting;
            if (!written)
                return refuse(session, u"presence:set"_s, written.error(), ack);
            m_parts.presences.choose(session->user, choice);
            answerOk(ack);
        });
    return Done{};
}

Result<Done> SocketFront::setDelivered(const Session &session, const QJsonObject &payload, const socketio::Ack &ack)
{
    FieldReader fields(payload);
    const qint64 upTo = fields.integer("upTo"_L1);
    if (fields.ok() && upTo > m_fanout.head())
        fields.wrong(u"upTo"_s, u"is beyond the journal"_s);
    if (!fields.ok())
        return fields.error();
    if (m_parts.presences.delivered(session->user, upTo))
        m_parts.storage.writeEventually(
            u"delivered:"_s + session->user.text(),
            [user = session->user, upTo](Records &records) { records.accounts.setDelivered(user, upTo); });
    answerOk(ack);
    return Done{};
}

Result<Done> SocketFront::pong(const Session &session, const QJsonObject &payload, const socketio::Ack &ack)
{
    if (!payload["t"_L1].isDouble())
        return Error{
            .code = u"payload.invalid"_s, .message = u"\"t\" must be a number"_s, .detail = {{u"field"_s, u"t"_s}}};
    QJsonObject answer = m_fanout.tellHead(*session);
    answer.insert("t"_L1, payload["t"_L1]);
    answer.insert("at"_L1, now());
    answerOk(ack, answer);
    return Done{};
}

void SocketFront::onDisconnect(const Session &session)
{
    m_sessions.remove(session);
    session->live = false;
    m_parts.log({LogLevel::Info,
                 u"client.disconnected"_s,
                 u"A client has gone."_s,
                 {{u"socket"_s, session->socket->id()}, {u"user"_s, session->user.text()}}});
    const qint64 at = now();
    if (m_parts.presences.disconnected(session->user, at))
        m_parts.storage.write<Done>(
            [user = session->user, at](Records &records, qint64) -> Result<Done> {
                records.accounts.setLastSeen(user, at);
                return Done{};
            },
            [log = m_parts.log](const Result<Done> &written) {
                if (!written)
                    log({LogLevel::Error, u"storage.failed"_s, written.error().message, {}});
            });
}

void SocketFront::onConnectionClosed(const QString &address, const QString &reason)
{
    static const std::array<QLatin1String, 6> usual{"transport close"_L1,      "transport error"_L1,
                                                    "ping timeout"_L1,         "forced server close"_L1,
                                                    "server shutting down"_L1, "client namespace disconnect"_L1};
    QJsonObject fields{{u"address"_s, address}, {u"reason"_s, reason}};
    if (std::find(usual.begin(), usual.end(), reason) != usual.end())
        return m_parts.log({LogLevel::Info, u"connection.closed"_s, u"A connection has ended."_s, fields});
    fields.insert("code"_L1, u"frame.invalid"_s);
    m_parts.log({LogLevel::Warning, u"connection.refused"_s,
                 u"A connection was closed because its client broke the rules: %1."_s.arg(reason), fields});
}

void SocketFront::onCommitted(const JournalTransaction &transaction)
{
    for (const JournalChange &change : transaction.changes) {
        const auto *row = std::get_if<JournalRow>(&change);
        if (!row || row->stream != workspaceStream())
            continue;
        const LastingEvent event = eventFromJson(row->event, row->payload);
        if (const auto *added = std::get_if<UserAdded>(&event))
            m_parts.presences.setUser(added->user);
        else if (const auto *changed = std::get_if<UserChanged>(&event))
            m_parts.presences.setUser(changed->user);
    }
    m_fanout.push(transaction);
}

void SocketFront::endSession(const QByteArray &id, const Error &reason)
{
    m_sessions.each([&](const Session &session) {
        if (session->id == id)
            end(session, reason);
    });
}

void SocketFront::endAll(const Error &reason)
{
    for (const UserId &user : m_parts.presences.present())
        m_parts.storage.writeEventually(u"lastSeen:"_s + user.text(), [user, at = now()](Records &records) {
            records.accounts.setLastSeen(user, at);
        });
    m_sessions.each([&](const Session &session) { end(session, reason); });
}

void SocketFront::end(const Session &session, const Error &reason)
{
    session->live = false;
    session->socket->emitEvent(u"session:ended"_s, {toJson(reason)});
    session->socket->disconnect(true);
}

void SocketFront::refuse(const Session &session, const QString &event, const Error &error, const socketio::Ack &ack)
{
    QJsonObject fields{{u"code"_s, error.code},
                       {u"request"_s, event.left(100)},
                       {u"user"_s, session->user.text()},
                       {u"socket"_s, session->socket->id()}};
    if (!error.detail.isEmpty())
        fields.insert("detail"_L1, error.detail);
    m_parts.log({error.code.startsWith("server."_L1) ? LogLevel::Error : LogLevel::Warning, u"input.refused"_s,
                 error.message, fields});
    if (ack)
        return ack({QJsonObject{{u"ok"_s, false}, {u"error"_s, toJson(error)}}});
    Error notice = error;
    notice.detail.insert("event"_L1, event.left(100));
    session->socket->emitEvent(u"error:notice"_s, {toJson(notice)});
}

} // namespace frontdesk::server
