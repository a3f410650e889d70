// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "WebSocketUrl.h"
#include "server/http/HttpApi.h"
#include "server/live/SocketFront.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;
using namespace std::chrono_literals;

namespace {

const QString secret = u"only for members"_s;
const QString draft = u"only for their author"_s;
const QString owned = u"only for whom it belongs to"_s;

const QString together = u"{\"commands\":[{\"event\":\"record:create\",\"id\":\"$ID\","
                         "\"record\":\"contact:$FRESH\",\"set\":{\"name\":\"C\"}},"
                         "{\"event\":\"record:change\",\"id\":\"$NEXT\","
                         "\"record\":\"$WORKSPACE\",\"base\":1,\"set\":{\"revenueTarget\":null}},"
                         "{\"event\":\"journal:page\",\"cursor\":0}]}"_s;

/// Who asks; a reader is a member who may only read. An administrator is no member of the conversation, and reads no
/// more of it than any other outsider.
enum Actor { NoToken, Expired, Revoked, Outsider, Member, OtherMember, Reader, Admin, actors };
constexpr std::array<const char *, actors> actorNames{"no token", "expired token", "revoked token", "outsider",
                                                      "member",   "other member",  "reader",        "admin"};

struct EventRow {
    QString event;
    QString payload; ///< $ID, $GROUP, $FRESH, $MESSAGE, $BENS, $BEN, $ME, $TOKEN, $WORKSPACE … stand for what they say
    QString outsider;
    QString member; ///< who made the conversation and wrote in it, and another one alike
    QString admin;
    QString reader = {};
    std::optional<QString> otherMember = {}; ///< where it is not alike
};

const QString foreign = u"conversation.unknown"_s;
const QString forbidden = u"role.forbidden"_s;
const QString nobodys = u"record.unknown"_s;

const std::vector<EventRow> &eventTable()
{
    static const std::vector<EventRow> table{
        {u"message:send"_s,
         u"{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"text\":\"x\"}"_s,
         foreign,
         {},
         foreign,
         forbidden},
        {u"message:edit"_s,
         u"{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"message\":\"$MESSAGE\",\"text\":\"%1!\"}"_s.arg(secret),
         foreign,
         {},
         foreign,
         forbidden,
         u"message.foreign"_s},
        {u"message:edit"_s,
         u"{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"message\":\"$BENS\",\"text\":\"not mine\"}"_s, foreign,
         u"message.foreign"_s, foreign, forbidden},
        {u"read:move"_s, u"{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"number\":1}"_s, foreign, {}, foreign},
        {u"conversation:create"_s,
         u"{\"id\":\"$ID\",\"conversation\":\"$FRESH\",\"kind\":\"group\",\"title\":\"T\",\"members\":[\"$BEN\"]}"_s,
         {},
         {},
         {},
         forbidden},
        {u"record:create"_s,
         u"{\"id\":\"$ID\",\"record\":\"contact:$FRESH\",\"set\":{\"name\":\"C\"}}"_s,
         {},
         {},
         {},
         forbidden},
        {u"record:create"_s, u"{\"id\":\"$ID\",\"record\":\"pipeline:$FRESH\",\"set\":{\"name\":\"P\"}}"_s, forbidden,
         forbidden, QString(), forbidden},
        {u"record:create"_s,
         u"{\"id\":\"$ID\",\"record\":\"field:$FRESH\",\"set\":{\"name\":\"F\",\"of\":\"deal\",\"key\":\"f\"}}"_s,
         forbidden, forbidden, QString(), forbidden},
        {u"record:create"_s, u"{\"id\":\"$ID\",\"record\":\"team:$FRESH\",\"set\":{\"name\":\"T\"}}"_s, forbidden,
         forbidden, QString(), forbidden},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"$WORKSPACE\",\"base\":1,\"set\":{\"revenueTarget\":null}}"_s, forbidden,
         forbidden, QString(), forbidden},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"conversation:$GROUP\",\"base\":1,\"set\":{\"title\":\"T\"}}"_s,
         foreign,
         {},
         foreign,
         forbidden},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"conversation:$GROUP\",\"base\":1,\"add\":{\"members\":[\"$BEN\"]}}"_s,
         foreign,
         {},
         foreign,
         forbidden},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"conversation:$GROUP\",\"base\":1,\"add\":{\"labels\":[\"L\"]}}"_s,
         foreign,
         {},
         foreign,
         forbidden},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"contact:$CONTACT\",\"base\":1,\"set\":{\"name\":\"N\"}}"_s,
         {},
         {},
         {},
         forbidden},
        {u"record:change"_s, u"{\"id\":\"$ID\",\"record\":\"contact:$OWNED\",\"base\":9,\"set\":{\"job\":\"J\"}}"_s,
         nobodys, QString(), QString(), forbidden, nobodys},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"person:$ME\",\"base\":1,\"set\":{\"displayName\":\"N\"}}"_s,
         {},
         {},
         {}},
        {u"record:change"_s,
         u"{\"id\":\"$ID\",\"record\":\"person:$BEN\",\"base\":1,\"set\":{\"displayName\":\"N\"}}"_s, nobodys, nobodys,
         nobodys, nobodys},
        {u"own:set"_s, u"{\"id\":\"$ID\",\"key\":\"setting:theme\",\"value\":\"dark\"}"_s, {}, {}, {}},
        {u"commands"_s, together, {}, {}, {}}, // each of them is answered by itself
        {u"journal:page"_s, u"{\"cursor\":0}"_s, {}, {}, {}},
        {u"journal:snapshot"_s, u"{}"_s, {}, {}, {}},
        {u"journal:fetch"_s, u"{\"stream\":\"conversation:$GROUP\",\"from\":1,\"to\":100}"_s, {}, {}, {}},
        {u"journal:fetch"_s, u"{\"stream\":\"records:$MEMBER\",\"from\":1,\"to\":100}"_s, {}, {}, {}},
        {u"message:history"_s, u"{\"conversation\":\"$GROUP\"}"_s, foreign, {}, foreign},
        {u"record:history"_s, u"{\"record\":\"contact:$CONTACT\"}"_s, {}, {}, {}},
        {u"record:history"_s, u"{\"record\":\"contact:$OWNED\"}"_s, {}, {}, {}},
        {u"record:history"_s, u"{\"record\":\"conversation:$GROUP\"}"_s, {}, {}, {}},
        {u"audit:list"_s, u"{}"_s, forbidden, forbidden, QString(), forbidden},
        {u"activity:list"_s, u"{}"_s, {}, {}, {}},
        {u"command:known"_s, u"{\"ids\":[\"$ID\"]}"_s, {}, {}, {}},
        {u"message:search"_s, u"{\"terms\":[{\"text\":\"members\"}],\"conversations\":[\"$GROUP\"]}"_s, {}, {}, {}},
        {u"figures:get"_s, u"{\"from\":\"2026-11-23\",\"until\":\"2026-11-30\"}"_s, {}, {}, {}},
        {u"figures:watch"_s, u"{\"from\":\"2026-11-23\",\"until\":\"2026-11-30\"}"_s, {}, {}, {}},
        {u"figures:unwatch"_s, u"{}"_s, {}, {}, {}},
        {u"file:put"_s, u"{\"hash\":\"$HASH\",\"size\":1,\"offset\":0}"_s, {}, {}, {}, forbidden},
        {u"file:get"_s, u"{\"hash\":\"$HASH\",\"offset\":0}"_s, u"file.unknown"_s, u"file.unknown"_s, u"file.unknown"_s,
         u"file.unknown"_s},
        {u"typing:set"_s, u"{\"conversation\":\"$GROUP\",\"typing\":true}"_s, foreign, {}, foreign},
        {u"record:viewing"_s, u"{\"record\":\"conversation:$GROUP\"}"_s, foreign, {}, foreign},
        {u"record:viewing"_s, u"{\"record\":\"contact:$CONTACT\",\"field\":\"job\"}"_s, {}, {}, {}},
        {u"record:viewing"_s, u"{\"record\":\"contact:$OWNED\"}"_s, nobodys, QString(), QString(), nobodys, nobodys},
        {u"presence:set"_s, u"{\"presence\":\"away\"}"_s, {}, {}, {}},
        {u"delivery:applied"_s, u"{\"upTo\":1}"_s, {}, {}, {}},
        {u"session:renew"_s, u"{\"token\":\"$TOKEN\"}"_s, {}, {}, {}},
        {u"clock:ping"_s, u"{\"t\":1}"_s, {}, {}, {}},
    };
    return table;
}

struct HttpRow {
    QByteArray route;
    std::array<QString, actors> codes; ///< empty: 200
};

const std::vector<HttpRow> &httpTable()
{
    const QString missing = u"auth.missing"_s;
    const QString expired = u"auth.expired"_s;
    const QString revoked = u"auth.revoked"_s;
    const QString closed = u"http.forbidden"_s;
    static const std::vector<HttpRow> table{
        {"POST /api/login", {}}, // a name and a password, whoever asks
        {"POST /api/refresh", {u"payload.invalid"_s, expired, revoked, {}, {}, {}, {}}},
        {"GET /healthz", {}},
        {"GET /readyz", {}},
        {"GET /metrics", {closed, closed, closed, closed, closed, closed, closed, closed}},
        {"POST /api/logout", {missing, expired, revoked, {}, {}, {}, {}}},
    };
    return table;
}

server::Options withMetricsToken()
{
    server::Options options = unhurried();
    options.metricsToken = "figures please";
    return options;
}

} // namespace

/// Who may do what: every event and every HTTP route, for everybody who may come.
class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void theTableNamesEveryEvent();
    void theTableNamesEveryRoute();
    void inAPacketEachIsDecidedAsIfAlone();
    void event_data();
    void event();
    void eventsBeforeSigningIn_data();
    void eventsBeforeSigningIn();
    void eventsAfterTheEnd();
    void route_data();
    void route();
    void aRefusedLogInTellsNothingOfTheName();
    void figuresAreForTheirToken();

private:
    QString filled(QString text, const QJsonObject &signIn) const;
    QJsonObject payloadOf(const EventRow &row, const QJsonObject &signIn) const
    {
        return QJsonDocument::fromJson(filled(row.payload, signIn).toUtf8()).object();
    }

    std::unique_ptr<TestServer> m_server;
    User m_member, m_ben, m_other, m_reader;
    QString m_group;
    QString m_contact;
    QString m_owned;   ///< the member's contact, where everybody sees their own
    QString m_message; ///< the member's
    QString m_bens;    ///< Ben's message
    std::array<QJsonObject, actors> m_signIns;
};

void AccessTest::initTestCase()
{
    m_server = std::make_unique<TestServer>(withMetricsToken());
    m_server->addUser(u"outsider"_s);
    m_member = m_server->addUser(u"member"_s);
    m_server->addUser(u"admin"_s, Role::Admin);
    m_ben = m_server->addUser(u"ben"_s);
    m_other = m_server->addUser(u"other"_s);
    m_reader = m_server->addUser(u"reader"_s, Role::Reader);
    m_signIns[Expired] = signIn(m_server->url(), u"member"_s);
    m_server->clock().move(24h * 91);
    m_signIns[Revoked] = signIn(m_server->url(), u"member"_s);
    m_signIns[Outsider] = signIn(m_server->url(), u"outsider"_s);
    m_signIns[Member] = signIn(m_server->url(), u"member"_s);
    m_signIns[OtherMember] = signIn(m_server->url(), u"other"_s);
    m_signIns[Reader] = signIn(m_server->url(), u"reader"_s);
    m_signIns[Admin] = signIn(m_server->url(), u"admin"_s);
    const QByteArray revoked = m_signIns[Revoked]["token"_L1].toString().toLatin1();
    QCOMPARE(post(m_server->url().resolved(QUrl(u"/api/logout"_s)), {}, "Bearer " + revoked).status, 200);

    TestClient member(m_server->url());
    QVERIFY(member.connectAs(m_signIns[Member]["token"_L1].toString()));
    m_group = QUuid::createUuid().toString(QUuid::WithoutBraces);
    TestClient ben(m_server->url());
    QVERIFY(ben.connectAs(logIn(m_server->url(), u"ben"_s)));
    m_message = createUuidV7(m_server->clock().utc());
    m_bens = createUuidV7(m_server->clock().utc());
    const auto sendAs = [&](TestClient &client, const QString &event, const QString &payload) {
        return errorCode(client.call(event, QJsonDocument::fromJson(filled(payload, {}).toUtf8()).object()));
    };
    const auto send = [&](const QString &event, const QString &payload) { return sendAs(member, event, payload); };
    QCOMPARE(send(u"conversation:create"_s,
                  u"{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"group\","
                  "\"title\":\"T\",\"members\":[\"$BEN\",\"%1\",\"%2\"]}"_s.arg(m_other.id.text(), m_reader.id.text())),
             QString());
    m_contact = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QCOMPARE(send(u"record:create"_s, u"{\"id\":\"$ID\",\"record\":\"contact:$CONTACT\",\"set\":{\"name\":\"C\"}}"_s),
             QString());
    TestClient admin(m_server->url());
    QVERIFY(admin.connectAs(m_signIns[Admin]["token"_L1].toString()));
    QCOMPARE(sendAs(admin, u"record:change"_s,
                    u"{\"id\":\"$ID\",\"record\":\"$WORKSPACE\",\"base\":1,\"set\":{\"visibility\":\"owner\"}}"_s),
             QString());
    m_owned = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QCOMPARE(send(u"record:create"_s, u"{\"id\":\"$ID\",\"record\":\"contact:$OWNED\","
                                      "\"set\":{\"name\":\"%1\",\"owner\":\"$MEMBER\"}}"_s.arg(owned)),
             QString());
    const QString message = u"{\"id\":\"%1\",\"conversation\":\"$GROUP\",\"text\":\"%2\"}"_s;
    QCOMPARE(send(u"message:send"_s, message.arg(u"$MESSAGE"_s, secret)), QString());
    QCOMPARE(sendAs(ben, u"message:send"_s, message.arg(u"$BENS"_s, secret)), QString());
    // What is only for one person is not even for the other members.
    QCOMPARE(send(u"own:set"_s, u"{\"id\":\"$ID\",\"key\":\"draft:$GROUP\",\"value\":\"%1\"}"_s.arg(draft)), QString());
}

QString AccessTest::filled(QString text, const QJsonObject &signIn) const
{
    return text.replace(u"$ID"_s, createUuidV7(m_server->clock().utc()))
        .replace(u"$NEXT"_s, createUuidV7(m_server->clock().utc()))
        .replace(u"$GROUP"_s, m_group)
        .replace(u"$CONTACT"_s, m_contact)
        .replace(u"$OWNED"_s, m_owned)
        .replace(u"$HASH"_s, QString(64, u'0'))
        .replace(u"$MEMBER"_s, m_member.id.text())
        .replace(u"$WORKSPACE"_s, workspaceRecord().text())
        .replace(u"$FRESH"_s, QUuid::createUuid().toString(QUuid::WithoutBraces))
        .replace(u"$MESSAGE"_s, m_message)
        .replace(u"$BENS"_s, m_bens)
        .replace(u"$BEN"_s, m_ben.id.text())
        .replace(u"$ME"_s, signIn["user"_L1]["id"_L1].toString())
        .replace(u"$TOKEN"_s, signIn["token"_L1].toString());
}

void AccessTest::theTableNamesEveryEvent()
{
    QStringList named;
    for (const EventRow &row : eventTable())
        if (!named.contains(row.event))
            named.append(row.event);
    QCOMPARE(named, server::SocketFront::knownEvents());
}

void AccessTest::theTableNamesEveryRoute()
{
    QSet<QByteArray> named;
    for (const HttpRow &row : httpTable())
        named.insert(row.route);
    QSet<QByteArray> known;
    for (const auto &route : server::HttpApi::routes())
        known.insert(route.method.toByteArray() + ' ' + route.path.toByteArray());
    QCOMPARE(named, known);
}

void AccessTest::inAPacketEachIsDecidedAsIfAlone()
{
    const auto codes = [this](Actor actor) {
        TestClient client(m_server->url());
        QStringList list;
        if (!client.connectAs(m_signIns[size_t(actor)]["token"_L1].toString()))
            return list;
        const QJsonObject answer = client.call(
            u"commands"_s, QJsonDocument::fromJson(filled(together, m_signIns[size_t(actor)]).toUtf8()).object());
        for (const QJsonValue &each : answer["answers"_L1].toArray())
            list.append(errorCode(each.toObject()));
        return list;
    };
    QCOMPARE(codes(Reader), (QStringList{forbidden, forbidden, u"command.unknown"_s}));
    QCOMPARE(codes(Member), (QStringList{QString(), forbidden, u"command.unknown"_s}));
    QCOMPARE(codes(Admin), (QStringList{QString(), QString(), u"command.unknown"_s}));
}

void AccessTest::event_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("actor");
    QTest::addColumn<QString>("code");
    for (size_t row = 0; row < eventTable().size(); ++row) {
        const EventRow &entry = eventTable()[row];
        const auto add = [&](Actor actor, const QString &code) {
            QTest::addRow("%s (%zu), %s", qPrintable(entry.event), row, actorNames[actor])
                << int(row) << int(actor) << code;
        };
        add(NoToken, u"auth.missing"_s);
        add(Expired, u"auth.expired"_s);
        add(Revoked, u"auth.revoked"_s);
        add(Outsider, entry.outsider);
        add(Member, entry.member);
        add(OtherMember, entry.otherMember.value_or(entry.member));
        add(Reader, entry.reader);
        add(Admin, entry.admin);
    }
}

void AccessTest::event()
{
    QFETCH(int, row);
    QFETCH(int, actor);
    QFETCH(QString, code);
    const QString token = m_signIns[size_t(actor)]["token"_L1].toString();
    TestClient client(m_server->url());
    if (actor < Outsider) {
        QVERIFY(!client.connect(token.isEmpty() ? QJsonObject() : QJsonObject{{u"token"_s, token}}));
        QCOMPARE(client.refusal(), code);
        return;
    }
    QVERIFY(client.connectAs(token));
    const EventRow &entry = eventTable()[size_t(row)];
    const QJsonObject answer = client.call(entry.event, payloadOf(entry, m_signIns[size_t(actor)]));
    QVERIFY(!answer.isEmpty());
    QCOMPARE(errorCode(answer), code);
    const QByteArray shown = QJsonDocument(answer).toJson();
    if (actor != Member && actor != OtherMember && actor != Reader)
        QVERIFY2(!shown.contains(secret.toUtf8()), "It shows what only members may see");
    if (actor != Member && actor != Admin)
        QVERIFY2(!shown.contains(owned.toUtf8()), "It shows a record of somebody else");
    if (actor != Member)
        QVERIFY2(!shown.contains(draft.toUtf8()), "It shows what only its author may see");
}

void AccessTest::eventsBeforeSigningIn_data()
{
    QTest::addColumn<int>("row");
    for (size_t row = 0; row < eventTable().size(); ++row)
        QTest::addRow("%s (%zu)", qPrintable(eventTable()[row].event), row) << int(row);
}

void AccessTest::eventsBeforeSigningIn()
{
    QFETCH(int, row);
    const EventRow &entry = eventTable()[size_t(row)];
    QWebSocket socket(m_server->url().toString());
    QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy closed(&socket, &QWebSocket::disconnected);
    socket.open(webSocketUrl(m_server->url()));
    QVERIFY(messages.wait(20'000)); // the transport's handshake
    socket.sendTextMessage(u"421[\"%1\",%2]"_s.arg(entry.event, filled(entry.payload, {})));
    QVERIFY(closed.size() == 1 || closed.wait(20'000));
    QCOMPARE(messages.size(), 1); // nothing was answered
}

void AccessTest::eventsAfterTheEnd()
{
    // Connected in time; the tokens end while the connections are open.
    TestServer other;
    other.addUser(u"member"_s);
    const QJsonObject member = signIn(other.url(), u"member"_s);
    const QString token = member["token"_L1].toString();
    std::vector<std::unique_ptr<TestClient>> clients;
    for (size_t row = 0; row < eventTable().size(); ++row) {
        clients.push_back(std::make_unique<TestClient>(other.url()));
        QVERIFY(clients.back()->connectAs(token));
    }
    other.clock().move(61min);
    for (size_t row = 0; row < eventTable().size(); ++row) {
        const EventRow &entry = eventTable()[row];
        QVERIFY2(clients[row]->call(entry.event, payloadOf(entry, member)).isEmpty(), qPrintable(entry.event));
        QCOMPARE(clients[row]->expect(u"session:ended"_s).payload["code"_L1].toString(), u"auth.expired"_s);
        QTRY_VERIFY(!clients[row]->isConnected());
    }
}

void AccessTest::route_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<int>("actor");
    QTest::addColumn<QString>("code");
    for (const HttpRow &row : httpTable())
        for (int actor = 0; actor < actors; ++actor)
            QTest::addRow("%s, %s", row.route.constData(), actorNames[size_t(actor)])
                << row.route << actor << row.codes[size_t(actor)];
}

void AccessTest::route()
{
    QFETCH(QByteArray, route);
    QFETCH(int, actor);
    QFETCH(QString, code);
    const QJsonObject signedIn = m_signIns[size_t(actor)];
    const QString token = signedIn["token"_L1].toString();
    const QByteArray authorization = token.isEmpty() ? QByteArray() : "Bearer " + token.toLatin1();
    const QUrl url = m_server->url().resolved(QUrl(QString::fromLatin1(route.split(' ').last())));
    QJsonObject body;
    if (route.endsWith("login"))
        body = {{u"name"_s, u"ben"_s}, {u"password"_s, password}};
    else if (route.endsWith("refresh") && !token.isEmpty())
        body = {{u"refreshToken"_s, signedIn["refreshToken"_L1]}};
    const HttpAnswer answer = route.startsWith("GET")    ? get(url, authorization)
                              : route.endsWith("logout") ? post(url, {}, authorization)
                                                         : post(url, QJsonDocument(body).toJson(), authorization);
    QCOMPARE(answer.errorCode(), code);
    QCOMPARE(answer.status == 200, code.isEmpty());
}

void AccessTest::aRefusedLogInTellsNothingOfTheName()
{
    // That it takes as long, too, is of server-signin and server-limits.
    const auto tryLogIn = [&](const QString &name) {
        return post(m_server->url().resolved(QUrl(u"/api/login"_s)),
                    QJsonDocument(QJsonObject{{u"name"_s, name}, {u"password"_s, u"wrong horse"_s}}).toJson());
    };
    const HttpAnswer known = tryLogIn(u"member"_s);
    QCOMPARE(known.errorCode(), u"auth.invalid"_s);
    for (const QString &name : {u"nobody"_s, u"MEMBER"_s, u"member "_s, QString(64, u'x')}) {
        const HttpAnswer other = tryLogIn(name);
        QCOMPARE(other.status, known.status);
        QCOMPARE(other.text, known.text); // to the byte
    }
}

void AccessTest::figuresAreForTheirToken()
{
    const QUrl url = m_server->url().resolved(QUrl(u"/metrics"_s));
    QCOMPARE(get(url, "Bearer figures please").status, 200);
    QCOMPARE(get(url, "Bearer figures pleasf").status, 403);

    TestServer open; // without a token: for programs of this machine
    QCOMPARE(get(open.url().resolved(QUrl(u"/metrics"_s))).status, 200);
    server::Options options = unhurried();
    options.tlsProxyDeclared = true; // everybody comes from where the proxy is
    TestServer behindProxy(options);
    QCOMPARE(get(behindProxy.url().resolved(QUrl(u"/metrics"_s))).status, 403);
}

QTEST_GUILESS_MAIN(AccessTest)
#include "AccessTest.moc"
