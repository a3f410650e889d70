// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/SocketFront.h"

#include "domain/EventJson.h"
#include "domain/Json.h"
#include "domain/SearchJson.h"
#include "engineio/server/ClientNetwork.h"
#include "server/live/EventRates.h"
#include "server/storage/Requests.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostWaiting =
    1'000; // events of one session that have not been answered: one client must not fill the queue of all
constexpr milliseconds pauseWhenFull(500); // what it is asked to wait then
// After a stop the clients are asked back one after the other: a server that is there again at once is not run over.
constexpr milliseconds betweenReturns(2);
constexpr milliseconds betweenFailures = std::chrono::minutes(1); // in the log, which may be on the disk that is full

/// An answer to something that was done.
socketio::Arguments argumentsOf(const Answer &answer)
{
    QJsonObject fields = answer.fields;
    fields.insert("ok"_L1, true);
    if (answer.bytes) {
        socketio::Arguments arguments;
        fields.insert("bytes"_L1, arguments.attach(*answer.bytes));
        arguments.append(fields);
        return arguments;
    }
    if (answer.rows.isEmpty())
        return {fields};
    QByteArray text = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    text.chop(1); // the bracket that closes it
    return socketio::Arguments::written('[' + text + ",\"rows\":" + answer.rows + "}]");
}

QJsonObject limitsJson(const FileLimits &files)
{
    return {{u"text"_s, limits::messageText},
            {u"title"_s, limits::title},
            {u"members"_s, limits::members},
            {u"pageRows"_s, limits::pageRows},
            {u"historyRows"_s, limits::historyRows},
            {u"file"_s, files.file},
            {u"filePiece"_s, files.piece}};
}

Error expired()
{
    return {u"auth.expired"_s, u"The sign-in has expired. Sign in again."_s};
}

Error viewReplaced()
{
    return {.code = u"journal.expired"_s,
            .message = u"What you may see has changed; it is read anew."_s,
            .retryAfter = milliseconds(0)};
}

Error tooMuchWaits()
{
    return {.code = u"rate.limited"_s,
            .message = u"Too much was sent at once; send it again a little later."_s,
            .retryAfter = pauseWhenFull};
}

Error noObject()
{
    return {.code = u"payload.invalid"_s,
            .message = u"The event's argument must be an object."_s,
            .detail = {{u"field"_s, QString()}}};
}

/// Of the server: nobody asked for anything wrong.
bool isFailure(const QString &code)
{
    return code.startsWith("server."_L1);
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

SocketFront::SocketFront(const Parts &parts, Fanout::Start start)
    : m_parts(parts)
    , m_fanout(parts.clients, m_sessions, std::move(start), parts.later)
    , m_viewers(parts.clients, m_fanout, parts.clock)
    , m_passing({.storage = parts.storage,
                 .signIns = parts.signIns,
                 .presences = parts.presences,
                 .sessions = m_sessions,
                 .fanout = m_fanout,
                 .viewers = m_viewers,
                 .clock = parts.clock})
    , m_figures(parts.storage, parts.later)
    , m_files({.storage = parts.storage,
               .thread = parts.fileThread,
               .folder = parts.files,
               .limits = parts.fileLimits,
               .clock = parts.clock,
               .log = parts.log,
               .metrics = parts.metrics,
               .later = parts.later})
    , m_commands({.storage = parts.storage,
                  .throttle = parts.throttle,
                  .metrics = parts.metrics,
                  .later = parts.later,
                  .refused = [this](const Session &session, const QString &event,
                                    const Error &error) { noteRefusal(session, event, error); },
                  .mostWaiting = mostWaiting})
{
    m_parts.clients.onConnect = [this](const auto &socket, const QJsonObject &auth,
                                       const socketio::ConnectDecision &decision) {
        onConnect(socket, auth, decision);
    };
    m_files.tidy();
}

QStringList SocketFront::knownEvents()
{
    return CommandRunner::names() + requestNames() + QStringList{searchEvent} + FigureWatches::names() +
           FileTransfers::names() + PassingEvents::names();
}

void SocketFront::onConnect(const std::shared_ptr<socketio::ServerSocket> &socket, const QJsonObject &auth,
                            const socketio::ConnectDecision &decision)
{
    const auto reject = [this, decision](const Error &error) {
        m_parts.metrics.refused(error);
        if (error.code != "rate.limited"_L1) // logged by who limits
            m_parts.log({LogLevel::Warning, u"connect.refused"_s, error.message, {{u"code"_s, error.code}}});
        decision.reject(error.message, toJson(error));
    };
    if (const auto limited =
            m_parts.throttle.refusal(RateClass::Connect, engineio::clientNetwork(socket->handshake().address)))
        return reject(*limited);
    auto greeting = readGreeting(auth);
    if (!greeting)
        return reject(greeting.error());
    const auto signedIn = m_parts.signIns.check(greeting.value().token, now());
    if (!signedIn)
        return reject(signedIn.error());

    m_parts.storage.read<Place>(
        [user = signedIn.value().user, cursor = greeting.value().cursor](Records &records, qint64) -> Result<Place> {
            return Place{records.journal.epoch(), records.reader.stateOf(user, cursor), records.journal.head()};
        },
        [this, socket, decision, reject, greeting = greeting.value()](const Result<Place> &place) {
            if (!place)
                return reject(place.error());
            // It may have been revoked, or have expired, while the place was being looked up.
            const auto still = m_parts.signIns.check(greeting.token, now());
            if (!still)
                return reject(still.error());
            admit(socket, greeting, still.value(), place.value(), decision);
        });
}

void SocketFront::admit(const std::shared_ptr<socketio::ServerSocket> &socket, const Greeting &greeting,
                        const SignIns::SignedIn &signedIn, const Place &place,
                        const socketio::ConnectDecision &decision)
{
    const auto session = std::make_shared<LiveSession>(LiveSession{.socket = socket,
                                                                   .user = signedIn.user,
                                                                   .id = signedIn.session,
                                                                   .expiresAt = signedIn.expiresAt,
                                                                   .connectedAt = now(),
                                                                   .client = greeting.client,
                                                                   .observer = greeting.observer,
                                                                   .live = place.state == JournalState::Current,
                                                                   .sent = greeting.cursor ? greeting.cursor->seq : 0});
    if (greeting.cursor)
        ++m_parts.metrics.reconnects;
    socket->onEvent = [this, session](const QString &event, const socketio::Arguments &arguments,
                                      const socketio::Ack &ack) { onEvent(session, event, arguments, ack); };
    socket->onDisconnect = [this, session](const QString &) { onDisconnect(session); };
    decision.accept();
    welcome(session, place);
}

void SocketFront::welcome(const Session &session, const Place &place)
{
    session->socket->emitEvent(
        u"session:ready"_s,
        {QJsonObject{{u"protocol"_s, protocolVersion},
                     {u"epoch"_s, place.epoch},
                     {u"session"_s, session->socket->id()},
                     {u"user"_s, toJson(m_parts.presences.user(session->user))},
                     {u"at"_s, now()},
                     {u"limits"_s, limitsJson(m_files.limits())},
                     {u"journal"_s, QJsonObject{{u"state"_s, nameOf(place.state)}, {u"upTo"_s, place.head}}}}});
    m_sessions.add(session);
    if (!session->observer)
        m_parts.presences.connected(session->user, now());
    session->socket->emitEvent(u"presence:all"_s, {m_parts.presences.all()});
    m_parts.log({LogLevel::Info,
                 u"client.connected"_s,
                 u"A client connected."_s,
                 {{u"socket"_s, session->socket->id()},
                  {u"user"_s, session->user.text()},
                  {u"client"_s, session->client},
                  {u"journal"_s, nameOf(place.state)}}});
    planExpiry(session->expiresAt);
}

void SocketFront::planExpiry(qint64 at)
{
    if (at >= m_nextExpiry)
        return;
    m_nextExpiry = at;
    m_parts.later(milliseconds(at - now()), [this, at] {
        if (at != m_nextExpiry)
            return; // an earlier one was planned after this, and sees to all
        m_nextExpiry = std::numeric_limits<qint64>::max();
        m_sessions.each([this](const Session &session) {
            if (session->expiresAt <= now())
                end(session, expired());
            else
                planExpiry(session->expiresAt);
        });
    });
}

void SocketFront::onEvent(const Session &session, const QString &event, const socketio::Arguments &arguments,
                          const socketio::Ack &ack)
{
    if (session->expiresAt <= now())
        return end(session, expired());
    ++session->waiting;
    const RequestAnswer answerRequested = [=, this](const Result<Answer> &result) {
        --session->waiting;
        if (!result)
            return refuse(session, event, result.error(), ack);
        if (ack)
            ack(argumentsOf(result.value()));
    };
    const EventAnswer answer = [answerRequested](const Result<QJsonObject> &result) {
        answerRequested(result ? Result<Answer>(Answer{result.value()}) : result.error());
    };
    if (session->waiting > mostWaiting)
        return answer(tooMuchWaits());
    if (!arguments.isEmpty() && !arguments.at(0).isObject())
        return answer(m_parts.throttle.refusal(RateClass::Passing, session->user.text()).value_or(noObject()));
    const QJsonObject payload = arguments.at(0).toObject();
    if (CommandRunner::knows(event))
        return m_commands.handle(session, event, payload, answer);
    if (const auto limited = m_parts.throttle.refusal(rateClassOf(*session, event, payload), session->user.text()))
        return answer(*limited);
    if (isRequest(event))
        answerRequest(session, event, payload, answerRequested);
    else if (event == searchEvent)
        answerSearch(session, payload, answer);
    else if (FigureWatches::knows(event))
        m_figures.handle(session, event, payload, answer);
    else if (FileTransfers::knows(event))
        m_files.handle(session->user, event, arguments, answerRequested);
    else if (PassingEvents::knows(event))
        m_passing.handle(session, event, payload, answer);
    else
        answer(Error{u"command.unknown"_s, u"This server knows no event \"%1\"."_s.arg(event.left(100))});
}

void SocketFront::answerRequest(const Session &session, const QString &event, const QJsonObject &payload,
                                const RequestAnswer &answer)
{
    auto request = readRequest(event, payload);
    if (!request)
        return answer(request.error());
    m_parts.storage.read<Answer>([user = session->user, request = std::move(request).value()](
                                     Records &records, qint64) { return request(records, user); },
                                 [session, event, answer](const Result<Answer> &result) {
                                     if (result && event == "journal:page"_L1) {
                                         // Everything up to here has been pushed or is in the page; what follows
                                         // will be pushed.
                                         session->sent = result.value().fields["upTo"_L1].toInteger();
                                         session->live = !result.value().fields["more"_L1].toBool();
                                     }
                                     answer(result);
                                 });
}

void SocketFront::answerSearch(const Session &session, const QJsonObject &payload, const EventAnswer &answer)
{
    FieldReader fields(payload);
    search::Request request = search::readRequest(fields);
    if (!fields.ok())
        return answer(fields.error());
    m_parts.searches.find(session->user, std::move(request), [answer](const Result<search::Page> &page) {
        answer(page ? Result<QJsonObject>(search::toJson(page.value())) : page.error());
    });
}

void SocketFront::onDisconnect(const Session &session)
{
    m_sessions.remove(session);
    m_viewers.leave(session);
    session->live = false;
    session->gone = true;
    m_figures.forget(session);
    m_parts.log({LogLevel::Info,
                 u"client.disconnected"_s,
                 u"A client has gone."_s,
                 {{u"socket"_s, session->socket->id()}, {u"user"_s, session->user.text()}}});
    if (session->observer)
        return;
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
        else if (const auto *changed = std::get_if<RecordChanged>(&event);
                 changed && changed->record.kind == RecordKind::Person)
            m_parts.presences.changeUser(*changed);
    }
    // Before the push: what they would be told does not follow on what they have.
    for (const JournalChange &change : transaction.changes)
        if (const auto *replaced = std::get_if<ViewReplaced>(&change))
            endUser(replaced->user, viewReplaced());
    m_fanout.push(transaction);
    m_viewers.onCommitted(transaction);
    m_figures.onCommitted(transaction);
    m_parts.metrics.broadcastSeconds.observe(secondsSince(transaction.committedAt));
}

void SocketFront::endSession(const QByteArray &id, const Error &reason)
{
    m_sessions.each([&](const Session &session) {
        if (session->id == id)
            end(session, reason);
    });
}

void SocketFront::endUser(const UserId &user, const Error &reason)
{
    const LiveSessions::Sessions sessions = m_sessions.of(user); // they leave while they are ended
    for (const Session &session : sessions)
        end(session, reason);
}

void SocketFront::endAll(const Error &reason)
{
    for (const UserId &user : m_parts.presences.present())
        m_parts.storage.writeEventually(u"lastSeen:"_s + user.text(), [user, at = now()](Records &records) {
            records.accounts.setLastSeen(user, at);
        });
    Error own = reason;
    own.retryAfter = milliseconds(0);
    m_sessions.each([&](const Session &session) {
        end(session, own);
        *own.retryAfter += betweenReturns;
    });
}

void SocketFront::end(const Session &session, const Error &reason)
{
    session->live = false;
    session->gone = true;
    session->socket->emitEvent(u"session:ended"_s, {toJson(reason)});
    session->socket->disconnect(true);
}

void SocketFront::noteRefusal(const Session &session, const QString &event, const Error &error)
{
    m_parts.metrics.refused(error);
    if (!isToBeLogged(error.code))
        return;
    QJsonObject fields{{u"code"_s, error.code},
                       {u"request"_s, event.left(100)},
                       {u"user"_s, session->user.text()},
                       {u"socket"_s, session->socket->id()}};
    if (!error.detail.isEmpty())
        fields.insert("detail"_L1, error.detail);
    m_parts.log(
        {isFailure(error.code) ? LogLevel::Error : LogLevel::Warning, u"input.refused"_s, error.message, fields});
}

bool SocketFront::isToBeLogged(const QString &code)
{
    if (code == "rate.limited"_L1)
        return false; // logged by who limits, and not for every event of a flood
    if (!isFailure(code))
        return true;
    const milliseconds now = m_parts.clock.monotonic();
    const auto last = m_failuresLogged.constFind(code);
    if (last != m_failuresLogged.constEnd() && now - *last < betweenFailures)
        return false;
    m_failuresLogged.insert(code, now);
    return true;
}

void SocketFront::refuse(const Session &session, const QString &event, const Error &error, const socketio::Ack &ack)
{
    noteRefusal(session, event, error);
    if (ack)
        return ack({QJsonObject{{u"ok"_s, false}, {u"error"_s, toJson(error)}}});
    Error notice = error;
    notice.detail.insert("event"_L1, event.left(100));
    session->socket->emitEvent(u"error:notice"_s, {toJson(notice)});
}

} // namespace frontdesk::server
