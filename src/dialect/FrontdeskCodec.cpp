// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/FrontdeskCodec.h"

#include "domain/EventJson.h"
#include "domain/Json.h"
#include "domain/SearchJson.h"

namespace frontdesk::dialect::codec {

namespace {

using L = QLatin1String;

// Above what this protocol's server sends in one answer; a frame's size bounds it further.
constexpr qsizetype mostEntries = 10'000;

std::optional<JournalState> journalStateFrom(const QString &name)
{
    static const QHash<QString, JournalState> states{
        {QStringLiteral("current"), JournalState::Current}, {QStringLiteral("behind"), JournalState::Behind},
        {QStringLiteral("fresh"), JournalState::Fresh},     {QStringLiteral("epoch"), JournalState::OtherEpoch},
        {QStringLiteral("expired"), JournalState::Expired}, {QStringLiteral("rewound"), JournalState::Rewound}};
    const auto found = states.find(name);
    return found == states.end() ? std::nullopt : std::optional(*found);
}

Capabilities readCapabilities(FieldReader &fields)
{
    const Capabilities usual;
    const auto limit = [&](L name, int otherwise) { return int(fields.optionalInteger(name, 1).value_or(otherwise)); };
    return {.messageText = limit(L("text"), usual.messageText),
            .title = limit(L("title"), usual.title),
            .members = limit(L("members"), usual.members),
            .pageRows = limit(L("pageRows"), usual.pageRows),
            .historyRows = limit(L("historyRows"), usual.historyRows),
            .file = fields.optionalInteger(L("file"), 1).value_or(usual.file),
            .filePiece = fields.optionalInteger(L("filePiece"), 1).value_or(usual.filePiece)};
}

Ready readReady(FieldReader &fields)
{
    Ready ready{.me = fields.nested(L("user"), readUser), .epoch = fields.text(L("epoch")), .capabilities = {}};
    fields.nested(L("journal"), [&](FieldReader &journal) {
        ready.journal = journal.choice(L("state"), journalStateFrom);
        ready.upTo = journal.integer(L("upTo"));
        return Done{};
    });
    if (fields.has(L("limits")))
        ready.capabilities = fields.nested(L("limits"), readCapabilities);
    return ready;
}

DecodedRow readRow(FieldReader &fields)
{
    return decodeRow(readJournalRow(fields));
}

/// Where a page or a push stands, without its rows.
JournalBatch readHead(FieldReader &fields)
{
    JournalBatch batch;
    batch.after = fields.integer(L("after"));
    batch.upTo = fields.integer(L("upTo"));
    batch.mark = fields.optionalText(L("mark"));
    if (batch.upTo < batch.after)
        fields.wrong(L("upTo"), QStringLiteral("must not be before \"after\""));
    return batch;
}

JournalBatch readPage(FieldReader &fields)
{
    JournalBatch batch = readHead(fields);
    batch.rows = fields.list(L("rows"), mostEntries, readRow);
    batch.more = fields.boolean(L("more"));
    return batch;
}

JournalBatch readPush(FieldReader &fields)
{
    JournalBatch batch = readHead(fields);
    batch.rows = {readRow(fields)};
    // The row's mark is that of its own transaction: the cursor's only when nothing was scanned beyond the row.
    if (batch.upTo != batch.rows.first().row.seq)
        batch.mark.clear();
    return batch;
}

void readItem(FieldReader &fields, SnapshotPart &part)
{
    const QString kind = fields.text(L("kind"));
    if (kind == L("user"))
        part.users.append(fields.nested(L("user"), readUser));
    else if (kind == L("conversation"))
        part.conversations.append(fields.nested(L("conversation"), readConversationState));
    else if (kind == L("activity"))
        part.activities.append(fields.nested(L("activity"), readActivity));
    else if (kind == L("record"))
        part.records.append(fields.nested(L("record"), readRecordState));
    else if (kind == L("conflict"))
        part.conflicts.append(fields.nested(L("conflict"), readConflict));
    else if (kind == L("own"))
        part.own.append(fields.nested(L("own"), readOwnValue));
    else if (kind == L("stream"))
        part.streams.insert(fields.text(L("stream")), fields.integer(L("n")));
}

SnapshotPart readSnapshot(FieldReader &fields)
{
    SnapshotPart part;
    fields.list(L("items"), mostEntries, [&](FieldReader &item) {
        readItem(item, part);
        return Done{};
    });
    part.next = fields.optionalText(L("next"));
    if (fields.has(L("epoch")))
        part.start = Cursor{fields.text(L("epoch")), fields.integer(L("cursor")), fields.text(L("mark"))};
    return part;
}

TypingChanged readTyping(FieldReader &fields)
{
    return {ConversationId(fields.text(L("conversation"))), UserId(fields.text(L("user"))),
            fields.boolean(L("typing"))};
}

ViewersChanged readViewers(FieldReader &fields)
{
    const auto record = RecordRef::from(fields.text(L("record")));
    if (!record)
        fields.wrong(QStringLiteral("record"), QStringLiteral("must name a record"));
    const auto viewers = fields.list(L("viewers"), mostEntries, [](FieldReader &viewer) {
        return Viewer{UserId(viewer.text(L("user"))), viewer.optionalText(L("field"))};
    });
    return {record.value_or(RecordRef{}), viewers};
}

PresenceChanged readPresence(FieldReader &fields)
{
    return {UserId(fields.text(L("user"))),
            {fields.choice(L("presence"), presenceFrom), fields.optionalInteger(L("lastSeen")).value_or(0)}};
}

DeliveryChanged readDelivery(FieldReader &fields, L seq)
{
    return {UserId(fields.text(L("user"))), fields.optionalInteger(seq).value_or(0)};
}

QVector<PassingEvent> readEverybodysPresence(FieldReader &fields)
{
    QVector<PassingEvent> events;
    fields.list(L("users"), mostEntries, [&](FieldReader &user) {
        events.append(readPresence(user));
        events.append(readDelivery(user, L("delivered")));
        return Done{};
    });
    return events;
}

/// The one argument of an event or an answer.
Result<QJsonObject> objectOf(const QJsonArray &arguments)
{
    if (arguments.isEmpty() || !arguments[0].isObject())
        return Error{QStringLiteral("payload.invalid"),
                     QStringLiteral("The server sent something else than an object")};
    return arguments[0].toObject();
}

template <class Read>
auto decodeArgument(const QJsonArray &arguments, Read read) -> decltype(decode(QJsonObject(), read))
{
    const auto object = objectOf(arguments);
    if (!object)
        return object.error();
    return decode(object.value(), read);
}

template <class Read>
auto decodeAnswer(const QJsonArray &arguments, Read read) -> decltype(decode(QJsonObject(), read))
{
    const auto object = objectOf(arguments);
    if (!object)
        return object.error();
    if (!object.value()[L("ok")].toBool())
        return readError(object.value()[L("error")].toObject());
    return decode(object.value(), read);
}

template <class Value>
Result<Incoming> incoming(Result<Value> value)
{
    if (!value)
        return value.error();
    return Incoming(std::move(value).value());
}

} // namespace

QJsonObject encodeGreeting(const Greeting &greeting)
{
    QJsonObject auth{{L("token"), greeting.token},
                     {L("protocol"), QJsonArray{protocolVersion}},
                     {L("client"), greeting.client.left(100)}};
    if (!greeting.cursor.epoch.isEmpty()) {
        auth.insert(L("epoch"), greeting.cursor.epoch);
        auth.insert(L("cursor"), greeting.cursor.seq);
        auth.insert(L("mark"), greeting.cursor.mark);
    }
    if (greeting.observer)
        auth.insert(L("observer"), true);
    return auth;
}

QJsonObject encodeCommand(const Command &command)
{
    QJsonObject fields = toJson(command.body);
    fields.insert(L("id"), command.id.text());
    if (std::holds_alternative<SendMessage>(command.body))
        fields.insert(L("at"), command.at);
    return fields;
}

CommandAnswer decodeCommandAnswer(const QJsonArray &arguments)
{
    const auto object = objectOf(arguments);
    if (!object)
        return FateUnknown{object.error()};
    if (!object.value()[L("ok")].toBool())
        return readError(object.value()[L("error")].toObject());
    return Acknowledged{object.value()[L("seq")].toInteger()};
}

Result<JournalBatch> decodePage(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, readPage);
}

Result<SnapshotPart> decodeSnapshot(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, readSnapshot);
}

Result<QVector<DecodedRow>> decodeRows(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) { return fields.list(L("rows"), mostEntries, readRow); });
}

Result<QVector<CommandId>> decodeKnown(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) {
        QVector<CommandId> ids;
        for (const QString &id : fields.texts(L("known"), mostEntries))
            ids.append(CommandId(id));
        return ids;
    });
}

Result<HistoryPart> decodeHistory(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) {
        return HistoryPart{fields.list(L("messages"), mostEntries, readMessage), fields.boolean(L("more"))};
    });
}

Result<RecordHistoryPart> decodeRecordHistory(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) {
        return RecordHistoryPart{fields.list(L("rows"), mostEntries, readRow), fields.boolean(L("more"))};
    });
}

Result<AuditPage> decodeAudit(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) {
        return AuditPage{fields.list(L("rows"), mostEntries, readRow), fields.optionalText(L("next"))};
    });
}

Result<search::Page> decodeSearch(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, search::readPage);
}

Result<ActivitiesPart> decodeActivities(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) {
        return ActivitiesPart{fields.list(L("activities"), mostEntries, readActivity), fields.boolean(L("more"))};
    });
}

Result<figures::Answer> decodeFigures(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, figures::readAnswer);
}

Result<qint64> decodeHave(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) { return fields.integer(L("have")); });
}

Result<FilePart> decodeFilePart(const QJsonArray &arguments, const std::optional<QByteArray> &bytes)
{
    return decodeAnswer(arguments, [&bytes](FieldReader &fields) {
        if (!bytes)
            fields.wrong(L("bytes"), QStringLiteral("must be bytes"));
        return FilePart{bytes.value_or(QByteArray()), fields.integer(L("size"), 1)};
    });
}

Result<Done> decodeDone(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &) { return Done{}; });
}

Result<Pong> decodePong(const QJsonArray &arguments)
{
    return decodeAnswer(arguments, [](FieldReader &fields) { return Pong{fields.integer(L("at")), readHead(fields)}; });
}

Result<Incoming> decodeEvent(const QString &event, const QJsonArray &arguments)
{
    if (event == L("session:ready"))
        return incoming(decodeArgument(arguments, readReady));
    if (event == L("journal:head"))
        return incoming(decodeArgument(arguments, readHead));
    if (event == L("typing:changed"))
        return incoming(decodeArgument(arguments, [](FieldReader &f) { return QVector<PassingEvent>{readTyping(f)}; }));
    if (event == L("record:viewers"))
        return incoming(
            decodeArgument(arguments, [](FieldReader &f) { return QVector<PassingEvent>{readViewers(f)}; }));
    if (event == L("presence:changed"))
        return incoming(
            decodeArgument(arguments, [](FieldReader &f) { return QVector<PassingEvent>{readPresence(f)}; }));
    if (event == L("presence:all"))
        return incoming(decodeArgument(arguments, readEverybodysPresence));
    if (event == L("figures:changed"))
        return incoming(decodeArgument(arguments, figures::readDelta));
    if (event == L("delivery:changed"))
        return incoming(decodeArgument(
            arguments, [](FieldReader &f) { return QVector<PassingEvent>{readDelivery(f, L("upTo"))}; }));

    const auto object = objectOf(arguments);
    if (event == L("session:ended"))
        return object ? Result<Incoming>(SessionEnded{readError(object.value())}) : object.error();
    if (event == L("error:notice"))
        return object ? Result<Incoming>(Notice{readError(object.value())}) : object.error();
    // Any other event is a row of the journal if it says where it stands there.
    if (object && object.value().contains(L("seq")) && object.value().contains(L("after")))
        return incoming(decode(object.value(), readPush));
    return Incoming(Ignored{});
}

Error decodeRefusal(const QString &message, const QJsonObject &data)
{
    Error error = readError(data);
    if (!data[L("message")].isString() && !message.isEmpty())
        error.message = message.left(FieldReader::longestName);
    return error;
}

} // namespace frontdesk::dialect::codec
