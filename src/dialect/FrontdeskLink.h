// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "dialect/NetworkSettings.h"

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkProxy>

namespace socketio {
class Arguments;
class Client;
struct ClientOptions;
} // namespace socketio

namespace frontdesk::dialect {

/// Frontdesk's own protocol over Socket.IO (docs/protocol.md).
class FrontdeskLink final : public Link {
    Q_OBJECT

public:
    /// `network`: how to reach the server; each opening goes by what it says then.
    explicit FrontdeskLink(QUrl server, std::shared_ptr<const SharedNetworkSettings> network = {},
                           QObject *parent = nullptr);
    /// `options`: over which transports, and how long what may take; the server is their url.
    explicit FrontdeskLink(const socketio::ClientOptions &options,
                           std::shared_ptr<const SharedNetworkSettings> network = {}, QObject *parent = nullptr);
    ~FrontdeskLink() override;

    void open(const Greeting &greeting) override;
    void close() override;
    [[nodiscard]] QString transport() const override;
    [[nodiscard]] Traffic traffic() const override;

    void send(const Command &command, std::function<void(const CommandAnswer &)> answer) override;
    void sendTogether(const QVector<Command> &commands,
                      const std::function<void(const CommandAnswers &)> &answer) override;
    void fetchPage(qint64 cursor, Answer<JournalBatch> answer) override;
    void fetchSnapshot(const QString &page, Answer<SnapshotPart> answer) override;
    void fetchRows(const QString &stream, qint64 from, qint64 to, Answer<QVector<DecodedRow>> answer) override;
    void fetchHistory(const ConversationId &conversation, qint64 before, Answer<HistoryPart> answer) override;
    void fetchRecordHistory(const RecordRef &record, qint64 beforeSeq, Answer<RecordHistoryPart> answer) override;
    void fetchAudit(const AuditQuery &query, const QString &start, Answer<AuditPage> answer) override;
    void search(const search::Request &request, Answer<search::Page> answer) override;
    void fetchActivities(qint64 beforeSeq, Answer<ActivitiesPart> answer) override;
    void fetchKnown(const QVector<CommandId> &ids, Answer<QVector<CommandId>> answer) override;
    void putFile(const FileRef &file, qint64 offset, const QByteArray &bytes, Answer<qint64> answer) override;
    void getFile(const QString &hash, qint64 offset, qint64 limit, Answer<FilePart> answer) override;
    void watchFigures(const figures::Query &query, Answer<figures::Answer> answer) override;
    void unwatchFigures() override;
    void ping(std::chrono::milliseconds timeout, Answer<Pong> answer) override;

    void setTyping(const ConversationId &conversation, bool typing) override;
    void setViewing(const std::optional<RecordRef> &record, const QString &field) override;
    void setPresence(Presence presence, Answer<Done> answer) override;
    void reportApplied(qint64 upTo) override;
    void renew(const QString &token) override;

private:
    /// A client for the settings of now; the error is `tls.authorityFile`.
    [[nodiscard]] Result<Done> renewClient();
    void makeClient(const socketio::ClientOptions &options);
    void receive(const QString &event, const QJsonArray &arguments);
    void end(const Error &reason);
    void sendPacket(const QVector<Command> &commands, const QJsonArray &encoded,
                    const std::function<void(const CommandAnswers &)> &answer);
    template <class T>
    void request(const QString &event, const QJsonObject &fields, std::chrono::milliseconds timeout,
                 Result<T> (*decode)(const QJsonArray &), Answer<T> answer);
    template <class T, class Decode>
    void requestWith(const QString &event, const socketio::Arguments &arguments, std::chrono::milliseconds timeout,
                     Decode decode, Answer<T> answer);

    std::unique_ptr<const socketio::ClientOptions> m_options;
    QUrl m_server;
    std::shared_ptr<const SharedNetworkSettings> m_network;
    /// What m_client goes by.
    struct Way {
        QNetworkProxy proxy;
        QString authorityFile;
    };
    std::optional<Way> m_used;
    Traffic m_earlierTraffic; ///< of the clients before it
    std::unique_ptr<socketio::Client> m_client;
    Capabilities m_capabilities;
    bool m_takesSeveral = true;       ///< the server; until it says that it does not know how
    bool m_open = false;              ///< between open and its end: only then is anything said
    std::optional<Error> m_endReason; ///< the server's last words, said before it closes
};

} // namespace frontdesk::dialect
