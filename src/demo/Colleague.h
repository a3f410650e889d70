// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Office.h"
#include "dialect/FrontdeskLink.h"
#include "domain/Clock.h"

#include <QtCore/QTimer>

class QNetworkAccessManager;

namespace frontdesk::demo {

/// One simulated colleague: a client of the server like any other, over a real socket. Says what they see, does what
/// they are told; comes back when the connection is lost.
class Colleague final : public QObject {
    Q_OBJECT

public:
    Colleague(Person person, QUrl server, std::shared_ptr<const Clock> clock, QNetworkAccessManager &network,
              QObject *parent);
    ~Colleague() override;

    void comeIn();
    void goHome();
    void perform(const Act &act);

Q_SIGNALS:
    void arrived();
    void left();
    void meets(const QVector<frontdesk::User> &users);
    void sees(const frontdesk::Conversation &conversation, qint64 number);
    void knows(const QVector<frontdesk::RecordState> &records);
    void changes(const frontdesk::RecordChanged &change);
    void hears(const frontdesk::Message &message);
    void failed(const frontdesk::Error &error);

private:
    void logIn();
    void begin(const dialect::Ready &ready);
    void readSnapshot(const QString &page);
    void catchUp();
    void apply(const JournalBatch &batch);
    void tell(const DecodedRow &row);
    void send(CommandBody body);
    void lose(const Error &reason);

    const Person m_person;
    const QUrl m_server;
    const std::shared_ptr<const Clock> m_clock;
    QNetworkAccessManager &m_network;
    dialect::FrontdeskLink m_link;
    QTimer m_retry;
    QString m_token;
    Cursor m_cursor;
    bool m_working = false;  ///< wants to be connected
    bool m_live = false;     ///< caught up
    bool m_fetching = false; ///< pages are on their way: pushes come with them
};

} // namespace frontdesk::demo
