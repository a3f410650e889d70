// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"

#include <QtCore/QUrl>

namespace socketio {
class Client;
}

namespace frontdesk::dialect {

/// Frontdesk's own protocol over Socket.IO (docs/protocol.md).
class FrontdeskLink final : public Link {
    Q_OBJECT

public:
    explicit FrontdeskLink(QUrl server, QObject *parent = nullptr);
    ~FrontdeskLink() override;

    void open(const Greeting &greeting) override;
    void close() override;
    [[nodiscard]] QString transport() const override;

    void send(const Command &command, std::function<void(const CommandAnswer &)> answer) override;
    void fetchPage(qint64 cursor, Answer<JournalBatch> answer) override;
    void fetchSnapshot(const QString &page, Answer<SnapshotPart> answer) override;
    void fetchRows(const QString &stream, qint64 from, qint64 to, Answer<QVector<DecodedRow>> answer) override;
    void fetchHistory(const ConversationId &conversation, qint64 before, Answer<HistoryPart> answer) override;
    void fetchActivities(qint64 beforeSeq, Answer<ActivitiesPart> answer) override;
    void ping(std::chrono::milliseconds timeout, Answer<Pong> answer) override;

    void setTyping(const ConversationId &conversation, bool typing) override;
    void setPresence(Presence presence) override;
    void reportApplied(qint64 upTo) override;

private:
    void receive(const QString &event, const QJsonArray &arguments);
    void end(const Error &reason);
    template <class T>
    void request(const QString &event, const QJsonObject &fields, std::chrono::milliseconds timeout,
                 Result<T> (*decode)(const QJsonArray &), Answer<T> answer);

    QUrl m_server;
    std::unique_ptr<socketio::Client> m_client;
    Capabilities m_capabilities;
    bool m_open = false;              ///< between open and its end: only then is anything said
    std::optional<Error> m_endReason; ///< the server's last words, said before it closes
};

} // namespace frontdesk::dialect
