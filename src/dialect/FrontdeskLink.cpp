// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/FrontdeskLink.h"

#include "dialect/Authorities.h"
#include "dialect/FailureWords.h"
#include "dialect/FrontdeskCodec.h"
#include "dialect/ProxyFor.h"
#include "dialect/ServerAddress.h"
#include "domain/SearchJson.h"
#include "socketio/client/Client.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace frontdesk::dialect {

namespace {

using L = QLatin1String;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds commandTimeout = 15s;
constexpr std::chrono::milliseconds requestTimeout = 20s;
constexpr std::chrono::milliseconds pieceTimeout = 60s; // 128 KiB over a slow line
constexpr qsizetype mostTogether = 64;                  // commands of one packet; a server takes 100
constexpr qsizetype largestPacket = 150'000;            // bytes of them; a server takes a frame of 200'000 at least

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

Error errorOf(socketio::AckFailure failure)
{
    return failure == socketio::AckFailure::TimedOut
               ? Error{QStringLiteral("connection.timedOut"), Words::tr("The server did not answer in time")}
               : Error{QStringLiteral("connection.lost"), Words::tr("The connection ended before the server answered")};
}

} // namespace

FrontdeskLink::FrontdeskLink(QUrl server, std::shared_ptr<const SharedNetworkSettings> network, QObject *parent)
    : FrontdeskLink(socketio::ClientOptions{.url = std::move(server)}, std::move(network), parent)
{
}

FrontdeskLink::FrontdeskLink(const socketio::ClientOptions &options,
                             std::shared_ptr<const SharedNetworkSettings> network, QObject *parent)
    : Link(parent)
    , m_options(std::make_unique<const socketio::ClientOptions>(options))
    , m_server(options.url)
    , m_network(network ? std::move(network) : std::make_shared<const SharedNetworkSettings>())
{
    makeClient(options);
}

FrontdeskLink::~FrontdeskLink()
{
    close();
}

Result<Done> FrontdeskLink::renewClient()
{
    const NetworkSettings settings = m_network->get();
    const QNetworkProxy proxy = proxyFor(settings, m_server);
    // The client remembers from one opening to the next what is blocked on the way.
    if (m_used && m_used->authorityFile == settings.authorityFile && m_used->proxy == proxy)
        return Done{};
    const auto authorities = readAuthorities(settings.authorityFile);
    if (!authorities)
        return authorities.error();

    m_used = {proxy, settings.authorityFile};
    m_earlierTraffic = traffic();
    socketio::ClientOptions options = *m_options;
    options.engine.proxy = proxy;
    options.engine.tls = trusting(authorities.value());
    makeClient(options);
    return Done{};
}

void FrontdeskLink::makeClient(const socketio::ClientOptions &options)
{
    m_client = std::make_unique<socketio::Client>(options);
    using socketio::Client;
    connect(m_client.get(), &Client::transportOpened, this, [this] {
        if (m_open)
            Q_EMIT transportOpened();
    });
    connect(m_client.get(), &Client::transportChanged, this, &Link::transportChanged);
    connect(m_client.get(), &Client::eventReceived, this, &FrontdeskLink::receive);
    connect(m_client.get(), &Client::heartbeat, this, &Link::heartbeat);
    connect(m_client.get(), &Client::connectRefused, this,
            [this](const QString &message, const QJsonObject &data) { end(codec::decodeRefusal(message, data)); });
    connect(m_client.get(), &Client::closed, this, [this](const QString &, const engineio::Failure &failure) {
        end(m_endReason.value_or(errorOf(failure, m_server)));
    });
}

void FrontdeskLink::open(const Greeting &greeting)
{
    close();
    m_takesSeveral = true;
    m_open = true;
    std::optional<Error> refusal = refusalOf(m_server);
    if (const auto renewed = renewClient(); !refusal && !renewed)
        refusal = renewed.error();
    if (refusal) {
        QMetaObject::invokeMethod(
            this, [this, refusal] { end(*refusal); }, Qt::QueuedConnection);
        return;
    }
    m_client->open(codec::encodeGreeting(greeting));
}

void FrontdeskLink::close()
{
    m_open = false;
    m_endReason.reset();
    m_client->close();
}

QString FrontdeskLink::transport() const
{
    const QString name = m_client->transport();
    if (name == L("websocket"))
        return QStringLiteral("WebSocket");
    return name == L("polling") ? Words::tr("HTTP polling", "how the server is reached") : name;
}

Traffic FrontdeskLink::traffic() const
{
    const auto now = m_client->traffic();
    return {m_earlierTraffic.bytesIn + now.bytesIn, m_earlierTraffic.bytesOut + now.bytesOut};
}

void FrontdeskLink::end(const Error &reason)
{
    if (!std::exchange(m_open, false))
        return;
    // The reason may be the one that is forgotten here.
    const Error said = reason; // NOLINT(performance-unnecessary-copy-initialization)
    m_endReason.reset();
    Q_EMIT closed(said);
}

void FrontdeskLink::receive(const QString &event, const QJsonArray &arguments)
{
    if (!m_open)
        return;
    const auto incoming = codec::decodeEvent(event, arguments);
    if (!incoming) {
        Q_EMIT noticed({incoming.error().code,
                        Words::tr("The server's %1 could not be understood: %2").arg(event, incoming.error().message)});
        return;
    }
    const auto &value = incoming.value();
    if (const auto *batch = std::get_if<JournalBatch>(&value)) {
        Q_EMIT pushed(*batch);
    } else if (const auto *events = std::get_if<QVector<PassingEvent>>(&value)) {
        Q_EMIT passed(*events);
    } else if (const auto *delta = std::get_if<figures::Delta>(&value)) {
        Q_EMIT figuresChanged(*delta);
    } else if (const auto *accepted = std::get_if<Ready>(&value)) {
        m_capabilities = accepted->capabilities;
        Q_EMIT ready(*accepted);
    } else if (const auto *ended = std::get_if<codec::SessionEnded>(&value)) {
        m_endReason = ended->reason;
    } else if (const auto *notice = std::get_if<codec::Notice>(&value)) {
        Q_EMIT noticed(notice->error);
    }
}

void FrontdeskLink::send(const Command &command, std::function<void(const CommandAnswer &)> answer)
{
    m_client->emitWithAck(nameOf(command.body), {codec::encodeCommand(command)}, commandTimeout,
                          [answer = std::move(answer)](const socketio::AckResult &result) {
                              if (const auto *failure = std::get_if<socketio::AckFailure>(&result))
                                  answer(FateUnknown{errorOf(*failure)});
                              else
                                  answer(codec::decodeCommandAnswer(std::get<socketio::Arguments>(result)));
                          });
}

void FrontdeskLink::sendTogether(const QVector<Command> &commands,
                                 const std::function<void(const CommandAnswers &)> &answer)
{
    if (!m_takesSeveral || commands.size() < 2)
        return Link::sendTogether(commands, answer);
    QVector<Command> some;
    QJsonArray encoded;
    qsizetype size = 0;
    for (const Command &command : commands) {
        QJsonObject fields = codec::encodeCommand(command);
        fields.insert(L("event"), nameOf(command.body));
        const qsizetype added = QJsonDocument(fields).toJson(QJsonDocument::Compact).size();
        if (!some.isEmpty() && (size + added > largestPacket || some.size() == mostTogether)) {
            sendPacket(some, encoded, answer);
            some.clear();
            encoded = {};
            size = 0;
        }
        some.append(command);
        encoded.append(fields);
        size += added;
    }
    sendPacket(some, encoded, answer);
}

void FrontdeskLink::sendPacket(const QVector<Command> &commands, const QJsonArray &encoded,
                               const std::function<void(const CommandAnswers &)> &answer)
{
    const auto all = [commands](const CommandAnswer &one) {
        CommandAnswers answers;
        for (const Command &command : commands)
            answers.append({command.id, one});
        return answers;
    };
    m_client->emitWithAck(
        QStringLiteral("commands"), {QJsonObject{{L("commands"), encoded}}}, commandTimeout,
        [this, commands, answer, all](const socketio::AckResult &result) {
            if (const auto *failure = std::get_if<socketio::AckFailure>(&result)) {
                answer(all(FateUnknown{errorOf(*failure)}));
                return;
            }
            const QJsonArray arguments = std::get<socketio::Arguments>(result);
            const QJsonArray answers = arguments.first()[L("answers")].toArray();
            if (answers.size() == commands.size()) {
                CommandAnswers each;
                for (qsizetype i = 0; i < commands.size(); ++i)
                    each.append({commands[i].id, codec::decodeCommandAnswer({answers[i]})});
                answer(each);
                return;
            }
            const CommandAnswer refusal = codec::decodeCommandAnswer(arguments);
            const auto *error = std::get_if<Error>(&refusal);
            if (error && error->code == L("command.unknown")) {
                m_takesSeveral = false;
                Link::sendTogether(commands, answer);
            } else if (error && (error->retryAfter || error->code.startsWith(L("server.")))) {
                answer(all(*error));
            } else {
                answer(all(FateUnknown{{QStringLiteral("payload.invalid"),
                                        Words::tr("The server did not answer to each of several commands")}}));
            }
        });
}

template <class T, class Decode>
void FrontdeskLink::requestWith(const QString &event, const socketio::Arguments &arguments,
                                std::chrono::milliseconds timeout, Decode decode, Answer<T> answer)
{
    m_client->emitWithAck(event, arguments, timeout,
                          [decode, answer = std::move(answer)](const socketio::AckResult &result) {
                              if (const auto *failure = std::get_if<socketio::AckFailure>(&result))
                                  answer(errorOf(*failure));
                              else
                                  answer(decode(std::get<socketio::Arguments>(result)));
                          });
}

template <class T>
void FrontdeskLink::request(const QString &event, const QJsonObject &fields, std::chrono::milliseconds timeout,
                            Result<T> (*decode)(const QJsonArray &), Answer<T> answer)
{
    requestWith<T>(event, {fields}, timeout, decode, std::move(answer));
}

void FrontdeskLink::putFile(const FileRef &file, qint64 offset, const QByteArray &bytes, Answer<qint64> answer)
{
    QJsonObject fields{{L("hash"), file.hash}, {L("size"), file.size}, {L("offset"), offset}};
    socketio::Arguments arguments;
    if (!bytes.isEmpty())
        fields.insert(L("bytes"), arguments.attach(bytes));
    arguments.append(fields);
    requestWith<qint64>(QStringLiteral("file:put"), arguments, pieceTimeout, codec::decodeHave, std::move(answer));
}

void FrontdeskLink::getFile(const QString &hash, qint64 offset, qint64 limit, Answer<FilePart> answer)
{
    const QJsonObject fields{{L("hash"), hash}, {L("offset"), offset}, {L("limit"), limit}};
    const auto decode = [](const socketio::Arguments &arguments) -> Result<FilePart> {
        return codec::decodeFilePart(arguments, arguments.bytes(arguments.at(0)[L("bytes")]));
    };
    requestWith<FilePart>(QStringLiteral("file:get"), {fields}, pieceTimeout, decode, std::move(answer));
}

void FrontdeskLink::fetchPage(qint64 cursor, Answer<JournalBatch> answer)
{
    request(QStringLiteral("journal:page"), {{L("cursor"), cursor}, {L("limit"), m_capabilities.pageRows}},
            requestTimeout, codec::decodePage, std::move(answer));
}

void FrontdeskLink::fetchSnapshot(const QString &page, Answer<SnapshotPart> answer)
{
    const QJsonObject fields = page.isEmpty() ? QJsonObject() : QJsonObject{{L("page"), page}};
    request(QStringLiteral("journal:snapshot"), fields, requestTimeout, codec::decodeSnapshot, std::move(answer));
}

void FrontdeskLink::fetchRows(const QString &stream, qint64 from, qint64 to, Answer<QVector<DecodedRow>> answer)
{
    request(QStringLiteral("journal:fetch"), {{L("stream"), stream}, {L("from"), from}, {L("to"), to}}, requestTimeout,
            codec::decodeRows, std::move(answer));
}

void FrontdeskLink::fetchHistory(const ConversationId &conversation, qint64 before, Answer<HistoryPart> answer)
{
    QJsonObject fields{{L("conversation"), conversation.text()}, {L("limit"), m_capabilities.historyRows}};
    if (before > 0)
        fields.insert(L("before"), before);
    request(QStringLiteral("message:history"), fields, requestTimeout, codec::decodeHistory, std::move(answer));
}

void FrontdeskLink::fetchRecordHistory(const RecordRef &record, qint64 beforeSeq, Answer<RecordHistoryPart> answer)
{
    QJsonObject fields{{L("record"), record.text()}, {L("limit"), m_capabilities.historyRows}};
    if (beforeSeq > 0)
        fields.insert(L("before"), beforeSeq);
    request(QStringLiteral("record:history"), fields, requestTimeout, codec::decodeRecordHistory, std::move(answer));
}

void FrontdeskLink::fetchAudit(const AuditQuery &query, const QString &start, Answer<AuditPage> answer)
{
    QJsonObject fields = toJson(query);
    if (!start.isEmpty())
        fields.insert(L("before"), start);
    request(QStringLiteral("audit:list"), fields, requestTimeout, codec::decodeAudit, std::move(answer));
}

void FrontdeskLink::search(const search::Request &request, Answer<search::Page> answer)
{
    this->request(QStringLiteral("message:search"), search::toJson(search::forServer(request)), requestTimeout,
                  codec::decodeSearch, std::move(answer));
}

void FrontdeskLink::fetchActivities(qint64 beforeSeq, Answer<ActivitiesPart> answer)
{
    QJsonObject fields{{L("limit"), m_capabilities.historyRows}};
    if (beforeSeq > 0)
        fields.insert(L("before"), beforeSeq);
    request(QStringLiteral("activity:list"), fields, requestTimeout, codec::decodeActivities, std::move(answer));
}

void FrontdeskLink::fetchKnown(const QVector<CommandId> &ids, Answer<QVector<CommandId>> answer)
{
    QJsonArray texts;
    for (const CommandId &id : ids)
        texts.append(id.text());
    request(QStringLiteral("command:known"), {{L("ids"), texts}}, requestTimeout, codec::decodeKnown,
            std::move(answer));
}

void FrontdeskLink::watchFigures(const figures::Query &query, Answer<figures::Answer> answer)
{
    request(QStringLiteral("figures:watch"), figures::toJson(query), requestTimeout, codec::decodeFigures,
            std::move(answer));
}

void FrontdeskLink::unwatchFigures()
{
    m_client->emitEvent(QStringLiteral("figures:unwatch"), {QJsonObject()});
}

void FrontdeskLink::ping(std::chrono::milliseconds timeout, Answer<Pong> answer)
{
    request(QStringLiteral("clock:ping"), {{L("t"), 0}}, timeout, codec::decodePong, std::move(answer));
}

void FrontdeskLink::setTyping(const ConversationId &conversation, bool typing)
{
    m_client->emitEvent(QStringLiteral("typing:set"),
                        {QJsonObject{{L("conversation"), conversation.text()}, {L("typing"), typing}}});
}

void FrontdeskLink::setViewing(const std::optional<RecordRef> &record, const QString &field)
{
    QJsonObject fields{{L("record"), record ? record->text() : QString()}};
    if (!field.isEmpty())
        fields.insert(L("field"), field);
    m_client->emitEvent(QStringLiteral("record:viewing"), {fields});
}

void FrontdeskLink::setPresence(Presence presence, Answer<Done> answer)
{
    request(QStringLiteral("presence:set"), {{L("presence"), nameOf(presence)}}, requestTimeout, codec::decodeDone,
            std::move(answer));
}

void FrontdeskLink::renew(const QString &token)
{
    // A refusal needs no answer: the connection then ends with the token that it has, and says so.
    m_client->emitEvent(QStringLiteral("session:renew"), {QJsonObject{{L("token"), token}}});
}

void FrontdeskLink::reportApplied(qint64 upTo)
{
    m_client->emitEvent(QStringLiteral("delivery:applied"), {QJsonObject{{L("upTo"), upTo}}});
}

} // namespace frontdesk::dialect
