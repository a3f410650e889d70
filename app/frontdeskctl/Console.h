// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Background.h"
#include "CommandLine.h"
#include "Events.h"
#include "domain/FieldReader.h"

namespace frontdesk::ctl {

/// Runs the event loop until the end of input, `quit` or a signal.
ExitCode run(const SessionCommand &command);

/// Where the answer to one line goes.
class Reply {
public:
    explicit Reply(QJsonValue ref = QJsonValue::Undefined)
        : m_ref(std::move(ref))
    {
    }
    void result(QJsonObject value = {}) const;
    void error(const Error &error) const;

private:
    QJsonValue m_ref;
};

/// The whole client as JSON lines (docs/frontdeskctl.md): commands in, results, events and states out.
class Console final : public QObject {
    Q_OBJECT

public:
    explicit Console(std::unique_ptr<sync::Session> session);

    void handle(const QByteArray &line);
    /// Ends the program once everything that was asked for is in the outbox.
    void end();

private:
    using Handler = void (Console::*)(FieldReader &, const Reply &);
    static const QHash<QString, Handler> &handlers();

    void send(FieldReader &fields, const Reply &reply);
    void create(FieldReader &fields, const Reply &reply);
    void rename(FieldReader &fields, const Reply &reply);
    void members(FieldReader &fields, const Reply &reply);
    void labels(FieldReader &fields, const Reply &reply);
    void profile(FieldReader &fields, const Reply &reply);
    void edit(FieldReader &fields, const Reply &reply);
    void resolve(FieldReader &fields, const Reply &reply);
    void createRecord(FieldReader &fields, const Reply &reply);
    void changeRecord(FieldReader &fields, const Reply &reply);
    void records(FieldReader &fields, const Reply &reply);
    void record(FieldReader &fields, const Reply &reply);
    void recordHistory(FieldReader &fields, const Reply &reply);
    void own(FieldReader &fields, const Reply &reply);
    void replace(FieldReader &fields, const Reply &reply);
    void read(FieldReader &fields, const Reply &reply);
    void retry(FieldReader &fields, const Reply &reply);
    void discard(FieldReader &fields, const Reply &reply);
    void draft(FieldReader &fields, const Reply &reply);
    void typing(FieldReader &fields, const Reply &reply);
    void presence(FieldReader &fields, const Reply &reply);
    void list(FieldReader &fields, const Reply &reply);
    void users(FieldReader &fields, const Reply &reply);
    void conflicts(FieldReader &fields, const Reply &reply);
    void history(FieldReader &fields, const Reply &reply);
    void activities(FieldReader &fields, const Reply &reply);
    void pending(FieldReader &fields, const Reply &reply);
    void ledger(FieldReader &fields, const Reply &reply);
    void status(FieldReader &fields, const Reply &reply);
    void online(FieldReader &fields, const Reply &reply);
    void offline(FieldReader &fields, const Reply &reply);
    void token(FieldReader &fields, const Reply &reply);
    void quit(FieldReader &fields, const Reply &reply);

    /// Submits a command; the result follows when it is durably queued.
    void submit(CommandBody body, const Reply &reply, QJsonObject result = {});
    void answerWhenQueued(const CommandId &id, const Reply &reply, QJsonObject result = {});
    void answerWhenWritten(const QFuture<Result<Done>> &written, const Reply &reply);
    void queued(const CommandId &id);
    void notQueued(const Error &error);
    void answerHistory(const ConversationId &conversation, std::optional<qint64> before, int limit, const Reply &reply);
    Result<QVector<UserId>> findUsers(const QStringList &names) const;
    [[nodiscard]] store::Store &store() const { return m_session->store(); }

    std::unique_ptr<sync::Session> m_session;
    Events m_events;
    struct Unwritten {
        Reply reply;
        QJsonObject result;
    };
    QHash<CommandId, Unwritten> m_unwritten; ///< submitted, not durably queued yet
    int m_undecided = 0;                     ///< retried and discarded, not durably yet
    bool m_ending = false;
};

} // namespace frontdesk::ctl
