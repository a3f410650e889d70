// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"

#include "domain/Id.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QTest>

#include <algorithm>

namespace frontdesk::server::testing {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto patience = 20s;
}

Options unhurried()
{
    Options options;
    options.rates = RateLimits::unlimited();
    return options;
}

TestServer::TestServer(Options options)
    : m_options(std::move(options))
{
    m_options.dataFolder = dataFolder();
    m_options.clock = m_clock;
    if (m_place.bind(QHostAddress::LocalHost, 0, QAbstractSocket::ShareAddress))
        m_options.port = m_place.localPort();
    m_options.log = [mutex = m_mutex, log = m_log](const LogEntry &entry) {
        const std::lock_guard lock(*mutex);
        log->push_back(entry);
    };
    start();
}

void TestServer::start()
{
    m_server = std::make_unique<Server>(m_options);
    const auto started = m_server->start();
    if (!started)
        qFatal("The server did not start: %s", qPrintable(started.error().message));
    m_url = started.value();
}

User TestServer::addUser(const QString &name, Role role)
{
    const auto user =
        m_server->addUser({.name = name, .displayName = name.toUpper(), .role = role, .password = password});
    if (!user)
        qFatal("The user was not added: %s", qPrintable(user.error().message));
    return user.value();
}

QString TestServer::tokenOf(const QString &name)
{
    QString &token = m_tokens[name];
    if (token.isEmpty())
        token = logIn(m_url, name);
    return token;
}

int TestServer::logged(const QString &code) const
{
    const std::lock_guard lock(*m_mutex);
    return int(std::count_if(m_log->begin(), m_log->end(),
                             [&](const LogEntry &entry) { return entry.fields["code"_L1].toString() == code; }));
}

int TestServer::loggedEvents(const QString &event) const
{
    const std::lock_guard lock(*m_mutex);
    return int(
        std::count_if(m_log->begin(), m_log->end(), [&](const LogEntry &entry) { return entry.event == event; }));
}

void TestServer::forgetLog()
{
    const std::lock_guard lock(*m_mutex);
    m_log->clear();
}

QString HttpAnswer::errorCode() const
{
    return body["error"_L1].toObject()["code"_L1].toString();
}

namespace {

HttpAnswer answerOf(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const QByteArray text = reply->readAll();
    HttpAnswer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), text,
                      QJsonDocument::fromJson(text).object()};
    reply->deleteLater();
    return answer;
}

QNetworkRequest requestFor(const QUrl &url, const QByteArray &authorization, const QByteArray &forwardedFor)
{
    QNetworkRequest request(url);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    if (!forwardedFor.isEmpty())
        request.setRawHeader("X-Forwarded-For", forwardedFor);
    return request;
}

} // namespace

HttpAnswer post(const QUrl &url, const QByteArray &body, const QByteArray &authorization,
                const QByteArray &forwardedFor)
{
    QNetworkAccessManager network;
    QNetworkRequest request = requestFor(url, authorization, forwardedFor);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return answerOf(network.post(request, body));
}

HttpAnswer get(const QUrl &url, const QByteArray &authorization, const QByteArray &forwardedFor)
{
    QNetworkAccessManager network;
    return answerOf(network.get(requestFor(url, authorization, forwardedFor)));
}

QJsonObject signIn(const QUrl &server, const QString &name)
{
    const QJsonObject body{{u"name"_s, name}, {u"password"_s, password}};
    return post(server.resolved(QUrl(u"/api/login"_s)), QJsonDocument(body).toJson()).body;
}

QString logIn(const QUrl &server, const QString &name)
{
    return signIn(server, name)["token"_L1].toString();
}

TestClient::TestClient(const QUrl &server)
    : m_client({.url = server})
{
    QObject::connect(&m_client, &socketio::Client::connectRefused, &m_client,
                     [this](const QString &, const QJsonObject &data) {
                         m_refusal = data["code"_L1].toString();
                         m_refusalDetail = data;
                     });
    QObject::connect(&m_client, &socketio::Client::closed, &m_client, [this] { m_closed = true; });
    QObject::connect(&m_client, &socketio::Client::eventReceived, &m_client,
                     [this](const QString &event, const QJsonArray &arguments) {
                         const QJsonObject payload = arguments.first().toObject();
                         received.push_back({event, payload});
                         if (event == "session:ready"_L1)
                             m_ready = payload;
                         if (payload.contains("after"_L1))
                             take(payload);
                     });
}

void TestClient::take(const QJsonObject &step)
{
    if (step["after"_L1].toInteger() != cursor)
        broken = true;
    cursor = step["upTo"_L1].toInteger();
    mark = step["mark"_L1].toString();
    if (step.contains("event"_L1))
        rows.push_back(step);
}

bool TestClient::connect(const QJsonObject &auth)
{
    m_ready = {};
    m_refusal.clear();
    m_closed = false;
    m_client.open(auth);
    return QTest::qWaitFor([this] { return !m_ready.isEmpty() || !m_refusal.isEmpty() || m_closed; },
                           int(milliseconds(patience).count())) &&
           !m_ready.isEmpty();
}

bool TestClient::follow(const QString &token)
{
    if (!connectAs(token))
        return false;
    for (bool more = true; more;) {
        const QJsonObject page = call(u"journal:page"_s, {{u"cursor"_s, cursor}});
        if (!page["ok"_L1].toBool())
            return false;
        take(page);
        const QJsonArray pageRows = page["rows"_L1].toArray();
        for (const QJsonValue &row : pageRows)
            rows.push_back(row.toObject());
        more = page["more"_L1].toBool();
    }
    return true;
}

QJsonObject TestClient::call(const QString &event, const QJsonObject &payload)
{
    return callRaw(event, {payload});
}

QJsonObject TestClient::callRaw(const QString &event, const QJsonArray &arguments)
{
    QEventLoop loop;
    QJsonObject answer;
    m_client.emitWithAck(event, arguments, patience, [&](const socketio::AckResult &result) {
        if (const auto *got = std::get_if<socketio::Arguments>(&result))
            answer = got->at(0).toObject();
        loop.quit();
    });
    loop.exec();
    return answer;
}

void TestClient::send(const QString &event, const QJsonObject &payload)
{
    m_client.emitEvent(event, {payload});
}

Received TestClient::expect(const QString &event)
{
    const auto found = [&] {
        return std::find_if(received.begin(), received.end(), [&](const Received &r) { return r.event == event; });
    };
    if (!QTest::qWaitFor([&] { return found() != received.end(); }, int(milliseconds(patience).count())))
        return {};
    const auto first = found();
    Received taken = *first;
    received.erase(first);
    return taken;
}

int TestClient::count(const QString &event) const
{
    return int(std::count_if(received.begin(), received.end(), [&](const Received &r) { return r.event == event; }));
}

QJsonObject command(QJsonObject fields)
{
    fields.insert("id"_L1, createUuidV7(SystemClock().utc()));
    return fields;
}

QString errorCode(const QJsonObject &answer)
{
    return answer["ok"_L1].toBool() ? QString() : answer["error"_L1].toObject()["code"_L1].toString();
}

QString directId(const User &a, const User &b)
{
    return directConversationId(a.id, b.id).text();
}

} // namespace frontdesk::server::testing
