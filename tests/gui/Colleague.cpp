// SPDX-License-Identifier: GPL-3.0-or-later
#include "Colleague.h"

#include "dialect/LoginRequest.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

Colleague::Colleague(const QUrl &server, const QString &name, const QString &password)
{
    QNetworkAccessManager network;
    const auto login = dialect::logIn(network, server, name, password, u"test"_s);
    QVERIFY(QTest::qWaitFor([&] { return login.isFinished(); }, 20'000));
    QVERIFY2(login.result().ok(), login.result().ok() ? "" : qPrintable(login.result().error().message));
    m_me = login.result().value().user;
    auto opened = store::Store::open(m_folder.path());
    QVERIFY(opened.ok());
    m_session = std::make_unique<sync::Session>(
        sync::SessionOptions{.server = server, .credentials = login.result().value(), .client = u"test"_s},
        std::shared_ptr(std::move(opened).value().store), std::make_shared<SystemClock>());
    m_session->connectNow();
}

bool Colleague::online() const
{
    return m_session && m_session->status().state == connection::State::Online;
}

QStringList Colleague::textsWith(const UserId &other) const
{
    const auto window = m_session->store().messages(directConversationId(m_me.id, other), {}, 100).result();
    QStringList texts;
    for (const Message &message : window.messages)
        texts.append(message.text);
    return texts;
}

QString Colleague::titleOf(const ConversationId &conversation) const
{
    const auto list = m_session->store().conversations().result();
    for (const ConversationSummary &summary : list.conversations)
        if (summary.conversation.id == conversation)
            return summary.conversation.title;
    return {};
}
