// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TestServer.h"

/// What people do on a server, each with a client of their own.
namespace frontdesk::server::testing {

/// Somebody who is signed in and has read the journal to its end.
std::unique_ptr<TestClient> follow(TestServer &server, const QString &name);
/// The conversation's id; empty when it was refused.
QString createDirect(TestClient &client, const User &a, const User &b);
QString createGroup(TestClient &client, const QString &title, const QVector<User> &others);
/// The answer.
QJsonObject say(TestClient &client, const QString &conversation, const QString &text);
/// Waits until the client has been told everything up to there.
bool catchesUpWith(const TestClient &client, qint64 seq);

/// Ada, Sam and Eve, on a server of their own.
class TalkFixture {
protected:
    void begin();
    std::unique_ptr<TestClient> follow(const QString &name) { return testing::follow(*m_server, name); }

    std::unique_ptr<TestServer> m_server;
    User m_ada;
    User m_sam;
    User m_eve;
};

} // namespace frontdesk::server::testing
