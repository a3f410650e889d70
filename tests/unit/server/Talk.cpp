// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"

#include <QtCore/QUuid>
#include <QtTest/QTest>

namespace frontdesk::server::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

QString create(TestClient &client, const QString &id, QJsonObject fields)
{
    fields.insert("conversation"_L1, id);
    return client.call(u"conversation:create"_s, command(fields))["ok"_L1].toBool() ? id : QString();
}

} // namespace

std::unique_ptr<TestClient> follow(TestServer &server, const QString &name)
{
    auto client = std::make_unique<TestClient>(server.url());
    if (!client->follow(server.tokenOf(name)))
        qFatal("%s could not connect", qPrintable(name));
    return client;
}

QString createDirect(TestClient &client, const User &a, const User &b)
{
    return create(client, directId(a, b), {{u"kind"_s, u"direct"_s}, {u"members"_s, QJsonArray{b.id.text()}}});
}

QString createGroup(TestClient &client, const QString &title, const QVector<User> &others)
{
    QJsonArray members;
    for (const User &user : others)
        members.append(user.id.text());
    return create(client, QUuid::createUuid().toString(QUuid::WithoutBraces),
                  {{u"kind"_s, u"group"_s}, {u"title"_s, title}, {u"members"_s, members}});
}

QJsonObject say(TestClient &client, const QString &conversation, const QString &text)
{
    return client.call(u"message:send"_s, command({{u"conversation"_s, conversation}, {u"text"_s, text}}));
}

bool catchesUpWith(const TestClient &client, qint64 seq)
{
    return QTest::qWaitFor([&] { return client.cursor >= seq; }, 20'000);
}

void TalkFixture::begin()
{
    m_server = std::make_unique<TestServer>();
    m_ada = m_server->addUser(u"ada"_s);
    m_sam = m_server->addUser(u"sam"_s);
    m_eve = m_server->addUser(u"eve"_s);
}

} // namespace frontdesk::server::testing
