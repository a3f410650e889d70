// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Audit.h"
#include "domain/Command.h"
#include "domain/Event.h"
#include "domain/SearchRequest.h"
#include "figures/Answer.h"

#include <QtCore/QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace frontdesk::dialect {

/// What the server takes; the defaults are those of Frontdesk's own (docs/protocol.md, 6). Texts count Unicode code
/// points.
struct Capabilities {
    int messageText = limits::messageText;
    int title = limits::title;
    int members = limits::members;
    int pageRows = limits::pageRows;
    int historyRows = limits::historyRows;
    qint64 file = limits::fileBytes;      ///< bytes of one
    qint64 filePiece = limits::filePiece; ///< bytes that travel at a time

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

/// What a client says when it connects.
struct Greeting {
    QString token;
    QString client;        ///< name and version, for the server's log
    Cursor cursor;         ///< an empty epoch: nothing cached yet
    bool observer = false; ///< a program looks on: nobody is to be shown as present because of it
};

/// Where the client's cursor stands in the server's journal.
enum class JournalState { Current, Behind, Fresh, OtherEpoch, Expired, Rewound };

/// The server has accepted the client.
struct Ready {
    User me;
    QString epoch;
    JournalState journal = JournalState::Fresh;
    qint64 upTo = 0; ///< the journal's head
    Capabilities capabilities;
};

/// One part of a snapshot. The journal goes on while it is read: the cursor of the first part is where to catch up from
/// afterwards.
struct SnapshotPart {
    std::optional<Cursor> start; ///< in the first part
    QVector<User> users;
    QVector<ConversationState> conversations;
    QVector<Activity> activities;
    QVector<Conflict> conflicts; ///< of all records but conversations, whose are in their states
    QVector<RecordState> records;
    QVector<OwnValue> own;
    QHash<QString, qint64> streams; ///< rows of streams that are not conversations
    QString next;                   ///< empty: this was the last
};

struct HistoryPart {
    QVector<Message> messages; ///< ascending
    bool more = false;
};

struct RecordHistoryPart {
    QVector<DecodedRow> rows; ///< newest first
    bool more = false;
};

/// Of the audit log. Few rows, or none, do not say that there are no others.
struct AuditPage {
    QVector<DecodedRow> rows; ///< newest first; what is no change of a record is an UnknownEvent with its payload
    QString next;             ///< empty: this was the last
};

struct ActivitiesPart {
    QVector<Activity> activities; ///< newest first
    bool more = false;
};

/// A part of a file as it came.
struct FilePart {
    QByteArray bytes; ///< none behind the end
    qint64 size = 0;  ///< of the whole file
};

struct Pong {
    qint64 at = 0;     ///< the server's clock, milliseconds since 1970
    JournalBatch head; ///< without rows: where this session is in the journal
};

/// The command is in the journal.
struct Acknowledged {
    qint64 seq = 0;
};
/// Nobody knows what became of the command: it is to be sent again with the same id.
struct FateUnknown {
    Error reason;
};
/// An Error is the server's refusal.
using CommandAnswer = std::variant<Acknowledged, Error, FateUnknown>;

/// What went through a link since it was made, over all its openings.
struct Traffic {
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;

    friend bool operator==(const Traffic &, const Traffic &) = default;
};

/// Called exactly once for every request, also when the link closes first.
template <class T>
using Answer = std::function<void(Result<T>)>;

/// One connection to one server, in domain terms whatever the server speaks. It neither reconnects nor remembers: its
/// owner does. Lives in the thread that made it, and may be opened again after it has closed.
///
/// The life of one opening: transportOpened, ready, then anything; closed ends it at any point. A refusal of the
/// sign-in or of the version is a closing whose reason has a code `auth.…`, `protocol.…` or `address.…`.
class Link : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const Greeting &greeting) = 0; ///< ends an opening before it, silently
    virtual void close() = 0; ///< silent: closed is not emitted; requests are answered with connection.lost
    [[nodiscard]] virtual QString transport() const = 0;
    [[nodiscard]] virtual Traffic traffic() const { return {}; }

    virtual void send(const Command &command, std::function<void(const CommandAnswer &)> answer) = 0;
    /// Several that do not build on each other, together where the server can take them so. `answer` is called with
    /// some of the answers at a time, each for the command whose id it has.
    using CommandAnswers = QVector<std::pair<CommandId, CommandAnswer>>;
    virtual void sendTogether(const QVector<Command> &commands,
                              const std::function<void(const CommandAnswers &)> &answer)
    {
        for (const Command &command : commands)
            send(command, [id = command.id, answer](const CommandAnswer &one) { answer({std::pair(id, one)}); });
    }
    virtual void fetchPage(qint64 cursor, Answer<JournalBatch> answer) = 0;
    virtual void fetchSnapshot(const QString &page, Answer<SnapshotPart> answer) = 0; ///< an empty page: the first
    virtual void fetchRows(const QString &stream, qint64 from, qint64 to, Answer<QVector<DecodedRow>> answer) = 0;
    virtual void fetchHistory(const ConversationId &conversation, qint64 before,
                              Answer<HistoryPart> answer) = 0; ///< before 0: the newest
    virtual void fetchRecordHistory(const RecordRef &record, qint64 beforeSeq,
                                    Answer<RecordHistoryPart> answer) = 0; ///< beforeSeq 0: the newest
    /// What the server's history has, without highlights; at least what was asked for, in its order.
    virtual void search(const search::Request &request, Answer<search::Page> answer) = 0;
    virtual void fetchActivities(qint64 beforeSeq, Answer<ActivitiesPart> answer) = 0; ///< before 0: the newest
    /// An empty start: the newest.
    virtual void fetchAudit(const AuditQuery &query, const QString &start, Answer<AuditPage> answer) = 0;
    /// Which of these accepted commands the server remembers.
    virtual void fetchKnown(const QVector<CommandId> &ids, Answer<QVector<CommandId>> answer) = 0;
    /// A piece of a file on its way to the server, from `offset` on; answered with how many bytes of the file the
    /// server has then. A piece that does not follow on what it has changes nothing, and one without bytes only asks.
    virtual void putFile(const FileRef &file, qint64 offset, const QByteArray &bytes, Answer<qint64> answer) = 0;
    virtual void getFile(const QString &hash, qint64 offset, qint64 limit, Answer<FilePart> answer) = 0;
    /// The figures of the dashboard, and from then on what changes of them (figuresChanged), instead of what was
    /// watched before.
    virtual void watchFigures(const figures::Query &query, Answer<figures::Answer> answer) = 0;
    virtual void unwatchFigures() = 0;
    virtual void ping(std::chrono::milliseconds timeout, Answer<Pong> answer) = 0;

    virtual void setTyping(const ConversationId &conversation, bool typing) = 0;
    /// What is looked at here now, and which field of it is changed; nothing: no record is.
    virtual void setViewing(const std::optional<RecordRef> &record, const QString &field) = 0;
    virtual void setPresence(Presence presence, Answer<Done> answer) = 0;
    virtual void reportApplied(qint64 upTo) = 0;
    /// Shows the server a newer token, so that what is open goes on. Without this, it ends with the token before.
    virtual void renew(const QString &token) { Q_UNUSED(token); }

Q_SIGNALS:
    void transportOpened();
    void transportChanged(); ///< transport() is another one now; the opening goes on
    void heartbeat();        ///< the server's regular sign of life has come
    void ready(const frontdesk::dialect::Ready &ready);
    void pushed(const frontdesk::JournalBatch &batch);
    void figuresChanged(const frontdesk::figures::Delta &delta);
    void passed(const QVector<frontdesk::PassingEvent> &events); ///< typing, viewers, presence, delivery
    void noticed(const frontdesk::Error &error); ///< the server complains, or could not be understood; the link goes on
    void closed(const frontdesk::Error &reason);
};

/// Makes the link to one server; called in the thread that will use it.
using LinkFactory = std::function<std::unique_ptr<Link>()>;

} // namespace frontdesk::dialect
