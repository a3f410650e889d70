// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "domain/Json.h"

#include <QtCore/QDir>
#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kib = 1'024;

struct FileAnswer {
    QJsonObject fields;
    QByteArray bytes;
    [[nodiscard]] qint64 have() const { return fields["have"_L1].toInteger(-1); }
    [[nodiscard]] QString code() const { return errorCode(fields); }
};

FileAnswer ask(TestClient &client, const QString &event, QJsonObject payload, const QByteArray &bytes = {})
{
    socketio::Arguments arguments;
    if (!bytes.isEmpty())
        payload.insert(u"bytes"_s, arguments.attach(bytes));
    arguments.append(payload);
    FileAnswer answer;
    bool answered = false;
    client.socket().emitWithAck(event, arguments, 20s, [&](const socketio::AckResult &result) {
        if (const auto *got = std::get_if<socketio::Arguments>(&result)) {
            answer.fields = got->at(0).toObject();
            answer.bytes = got->bytes(answer.fields["bytes"_L1]).value_or(QByteArray());
        }
        answered = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000); }();
    return answer;
}

QByteArray noise(qint64 size, char seed = 1)
{
    QByteArray bytes(size, seed);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + seed * (i >> 8));
    return bytes;
}

FileAnswer put(TestClient &client, const QByteArray &whole, qint64 offset, qint64 length)
{
    return ask(client, u"file:put"_s, {{u"hash"_s, hashOf(whole)}, {u"size"_s, whole.size()}, {u"offset"_s, offset}},
               whole.mid(offset, length));
}

/// Sends it piece by piece as a client does; the last answer.
FileAnswer putAll(TestClient &client, const QByteArray &whole, qint64 piece = 256 * kib)
{
    FileAnswer answer = put(client, whole, 0, 0);
    while (answer.have() >= 0 && answer.have() < whole.size())
        answer = put(client, whole, answer.have(), piece);
    return answer;
}

FileAnswer get(TestClient &client, const QByteArray &whole, qint64 offset = 0)
{
    return ask(client, u"file:get"_s, {{u"hash"_s, hashOf(whole)}, {u"offset"_s, offset}});
}

QByteArray getAll(TestClient &client, const QByteArray &whole)
{
    QByteArray bytes;
    for (FileAnswer answer = get(client, whole); !answer.bytes.isEmpty(); answer = get(client, whole, bytes.size()))
        bytes += answer.bytes;
    return bytes;
}

QJsonObject refTo(const QByteArray &whole, const QString &name = u"A.bin"_s)
{
    return toJson(FileRef{hashOf(whole), name, whole.size(), u"application/octet-stream"_s});
}

} // namespace

/// Files over real sockets, piece by piece, onto a real disk.
class FileTransfersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsSentComesBack();
    void itTravelsOverLongPollingToo();
    void piecesThatDoNotFollowAreAnsweredWithWhatIsThere();
    void anUploadGoesOnAfterTheServerWasStopped();
    void damagedBytesAreRefusedAndForgotten();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void largerThanAllowedIsRefused();
    void theQuotaHolds();
    void filesThatComeInPartHaveAnEnd();
    void aReaderSendsNothing();
    void nobodyReadsWhatNothingTellsThem();
    void whatSomebodyElseHasSentIsSentAgain();
    void aMessageWithFilesReachesTheOthers();
    void messagesAreFoundByTheirFiles();
    void aMessageThatNamesWhatIsNotThereIsRefused();
    void unfinishedAndUnnamedFilesGoAfterADay();
    void filesLeaveNothingOutsideTheirFolder();

private:
    void begin(Options options);
    void meet();
    QString group();
    [[nodiscard]] QStringList onDisk() const
    {
        return QDir(m_server->dataFolder() + u"/files"_s).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] QStringList unfinished() const
    {
        return QDir(m_server->dataFolder() + u"/files/unfinished"_s).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_ada, m_ben;
    User m_adaUser, m_benUser;
};

void FileTransfersTest::begin(Options options)
{
    m_ada.reset();
    m_ben.reset();
    m_server = std::make_unique<TestServer>(std::move(options));
    m_adaUser = m_server->addUser(u"ada"_s);
    m_benUser = m_server->addUser(u"ben"_s);
    meet();
}

void FileTransfersTest::meet()
{
    m_ada = std::make_unique<TestClient>(m_server->url());
    m_ben = std::make_unique<TestClient>(m_server->url());
    QVERIFY(m_ada->follow(m_server->tokenOf(u"ada"_s)));
    QVERIFY(m_ben->follow(m_server->tokenOf(u"ben"_s)));
}

void FileTransfersTest::init()
{
    begin(unhurried());
}

void FileTransfersTest::cleanup()
{
    m_ada.reset();
    m_ben.reset();
    m_server.reset();
}

QString FileTransfersTest::group()
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QJsonObject made =
        m_ada->call(u"conversation:create"_s, command({{u"conversation"_s, id},
                                                       {u"kind"_s, u"group"_s},
                                                       {u"title"_s, u"G"_s},
                                                       {u"members"_s, QJsonArray{m_benUser.id.text()}}}));
    return errorCode(made).isEmpty() ? id : QString();
}

void FileTransfersTest::whatIsSentComesBack()
{
    QCOMPARE(m_ada->ready()["limits"_L1]["file"_L1].toInteger(), 25 * kib * kib);
    QCOMPARE(m_ada->ready()["limits"_L1]["filePiece"_L1].toInteger(), 256 * kib);
    for (const qint64 size : {qint64(1), 256 * kib, 700 * kib}) {
        const QByteArray whole = noise(size);
        const FileAnswer sent = putAll(*m_ada, whole);
        QCOMPARE(sent.have(), size);
        QCOMPARE(getAll(*m_ada, whole), whole);
        QCOMPARE(get(*m_ada, whole).fields["size"_L1].toInteger(), size);
        QVERIFY(get(*m_ada, whole, size).bytes.isEmpty());
    }
    QCOMPARE(onDisk().size(), 3);
    QCOMPARE(unfinished(), QStringList());
}

void FileTransfersTest::itTravelsOverLongPollingToo()
{
    socketio::ClientOptions options{.url = m_server->url()};
    options.engine.transports = {engineio::TransportKind::Polling};
    socketio::Client client(options);
    bool ready = false;
    QObject::connect(&client, &socketio::Client::eventReceived, &client,
                     [&](const QString &event) { ready = ready || event == "session:ready"_L1; });
    client.open({{u"token"_s, m_server->tokenOf(u"ada"_s)}});
    QTRY_VERIFY_WITH_TIMEOUT(ready, 20'000);
    const QByteArray whole = noise(256 * kib);
    socketio::Arguments arguments;
    QJsonObject payload{{u"hash"_s, hashOf(whole)}, {u"size"_s, whole.size()}, {u"offset"_s, 0}};
    payload.insert(u"bytes"_s, arguments.attach(whole));
    arguments.append(payload);
    qint64 have = -1;
    client.emitWithAck(u"file:put"_s, arguments, 20s, [&](const socketio::AckResult &result) {
        if (const auto *got = std::get_if<socketio::Arguments>(&result))
            have = got->at(0)["have"_L1].toInteger(-2);
    });
    QTRY_COMPARE_WITH_TIMEOUT(have, whole.size(), 20'000);
    QCOMPARE(client.transport(), u"polling"_s);
    QCOMPARE(getAll(*m_ada, whole), whole);
}

void FileTransfersTest::piecesThatDoNotFollowAreAnsweredWithWhatIsThere()
{
    const QByteArray whole = noise(300);
    QCOMPARE(put(*m_ada, whole, 100, 100).have(), 0);
    QCOMPARE(put(*m_ada, whole, 0, 100).have(), 100);
    QCOMPARE(put(*m_ada, whole, 0, 100).have(), 100);   // once more: its answer was lost
    QCOMPARE(put(*m_ada, whole, 200, 100).have(), 100); // a hole
    QCOMPARE(put(*m_ada, whole, 50, 100).have(), 100);  // an overlap
    QCOMPARE(put(*m_ada, whole, 100, 200).have(), 300);
    QCOMPARE(put(*m_ada, whole, 0, 100).have(), 300);
    QCOMPARE(getAll(*m_ada, whole), whole);
}

void FileTransfersTest::anUploadGoesOnAfterTheServerWasStopped()
{
    const QByteArray whole = noise(1'000);
    QCOMPARE(put(*m_ada, whole, 0, 400).have(), 400);
    m_server->stop();
    m_server->start();
    meet();
    QCOMPARE(put(*m_ada, whole, 0, 0).have(), 400);
    // Ended after the last piece had come, and before it was taken for a file.
    m_server->stop();
    const QString part = m_server->dataFolder() + u"/files/unfinished/"_s + unfinished().constFirst();
    QFile file(part);
    QVERIFY(file.open(QFile::WriteOnly | QFile::Append));
    file.write(whole.mid(400));
    file.close();
    m_server->start();
    meet();
    QCOMPARE(put(*m_ada, whole, 0, 0).have(), 1'000);
    QCOMPARE(getAll(*m_ada, whole), whole);
}

void FileTransfersTest::damagedBytesAreRefusedAndForgotten()
{
    const QByteArray whole = noise(300);
    const QJsonObject start{{u"hash"_s, hashOf(whole)}, {u"size"_s, 300}, {u"offset"_s, 0}};
    QCOMPARE(ask(*m_ada, u"file:put"_s, start, noise(300, 2)).code(), u"file.damaged"_s);
    QCOMPARE(get(*m_ada, whole).code(), u"file.unknown"_s);
    QCOMPARE(put(*m_ada, whole, 0, 0).have(), 0);
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
}

void FileTransfersTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    for (const QString &event : {u"file:put"_s, u"file:get"_s}) {
        const auto row = [&](const char *name, const QString &field, const QJsonValue &value) {
            QTest::addRow("%s %s", qPrintable(event), name) << event << field << value;
        };
        row("no hash", u"hash"_s, QJsonValue::Null);
        row("path as hash", u"hash"_s, u"../../token.key"_s);
        row("upper-case hash", u"hash"_s, hashOf("x").toUpper());
        row("offset below 0", u"offset"_s, -1);
        row("offset is a text", u"offset"_s, u"0"_s);
    }
    const auto row = [](const char *name, const QString &event, const QString &field, const QJsonValue &value) {
        QTest::newRow(name) << event << field << value;
    };
    row("no size", u"file:put"_s, u"size"_s, QJsonValue::Null);
    row("empty", u"file:put"_s, u"size"_s, 0);
    row("offset behind the end", u"file:put"_s, u"offset"_s, 101);
    row("bytes are a text", u"file:put"_s, u"bytes"_s, u"x"_s);
    row("limit of nothing", u"file:get"_s, u"limit"_s, 0);
    row("limit beyond a piece", u"file:get"_s, u"limit"_s, 256 * kib + 1);
}

void FileTransfersTest::whatIsWrongIsRefused()
{
    QFETCH(QString, event);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject payload{{u"hash"_s, hashOf("x")}, {u"offset"_s, 0}};
    if (event == "file:put"_L1)
        payload.insert(u"size"_s, 100);
    payload.insert(field, value);
    const FileAnswer answer = ask(*m_ada, event, payload);
    QCOMPARE(answer.code(), u"payload.invalid"_s);
    QCOMPARE(answer.fields["error"_L1]["detail"_L1]["field"_L1].toString(), field);
    QCOMPARE(unfinished(), QStringList());
}

void FileTransfersTest::largerThanAllowedIsRefused()
{
    Options options = unhurried();
    options.maxFile = 1'000;
    begin(options);
    QCOMPARE(m_ada->ready()["limits"_L1]["file"_L1].toInteger(), 1'000);
    QCOMPARE(put(*m_ada, noise(1'001), 0, 10).code(), u"file.tooLarge"_s);
    QCOMPARE(putAll(*m_ada, noise(1'000)).have(), 1'000);
    const QByteArray large = noise(256 * kib + 1);
    const FileAnswer piece =
        ask(*m_ada, u"file:put"_s, {{u"hash"_s, hashOf(large)}, {u"size"_s, large.size()}, {u"offset"_s, 0}}, large);
    QCOMPARE(piece.code(), u"payload.invalid"_s);
}

void FileTransfersTest::theQuotaHolds()
{
    Options options = unhurried();
    options.fileQuota = 1'000;
    begin(options);
    QCOMPARE(putAll(*m_ada, noise(500)).have(), 500);
    QCOMPARE(putAll(*m_ben, noise(501, 2)).code(), u"files.full"_s);
    QCOMPARE(put(*m_ben, noise(400, 3), 0, 1).have(), 1); // 400 are promised
    QCOMPARE(put(*m_ada, noise(101, 4), 0, 101).code(), u"files.full"_s);
    QCOMPARE(putAll(*m_ada, noise(100, 5)).have(), 100);
    QCOMPARE(putAll(*m_ben, noise(400, 3)).have(), 400);
    QCOMPARE(putAll(*m_ben, noise(1, 6)).code(), u"files.full"_s);
}

void FileTransfersTest::filesThatComeInPartHaveAnEnd()
{
    const auto file = [](int number) { return QByteArray("file ") + QByteArray::number(number); };
    for (int i = 0; i < 50; ++i)
        QCOMPARE(put(*m_ada, file(i), 0, 1).have(), 1);
    QCOMPARE(put(*m_ada, file(50), 0, 1).code(), u"files.full"_s);
    QCOMPARE(put(*m_ada, file(50), 0, 0).have(), 0);
    QCOMPARE(unfinished().size(), 50);
    QCOMPARE(put(*m_ben, file(50), 0, 1).have(), 1); // it is hers alone
    QCOMPARE(put(*m_ada, file(0), 1, 1).have(), 2);  // and what has begun goes on
    m_server->stop();
    m_server->start();
    meet();
    QCOMPARE(put(*m_ada, file(50), 0, 1).code(), u"files.full"_s);
    QCOMPARE(putAll(*m_ada, file(0)).have(), file(0).size());
    QCOMPARE(put(*m_ada, file(50), 0, 1).have(), 1);
}

void FileTransfersTest::aReaderSendsNothing()
{
    m_server->addUser(u"reader"_s, Role::Reader);
    TestClient reader(m_server->url());
    QVERIFY(reader.connectAs(m_server->tokenOf(u"reader"_s)));
    QCOMPARE(putAll(reader, noise(10)).code(), u"role.forbidden"_s);
    QCOMPARE(unfinished(), QStringList());
}

void FileTransfersTest::nobodyReadsWhatNothingTellsThem()
{
    const QByteArray whole = noise(300);
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
    const FileAnswer foreign = get(*m_ben, whole);
    const FileAnswer unknown = get(*m_ben, noise(300, 2));
    QCOMPARE(foreign.code(), u"file.unknown"_s);
    QCOMPARE(foreign.fields, unknown.fields); // in the same words
}

void FileTransfersTest::whatSomebodyElseHasSentIsSentAgain()
{
    const QByteArray whole = noise(300);
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
    // To know a hash is not to have the file.
    QCOMPARE(put(*m_ben, whole, 0, 0).have(), 0);
    QCOMPARE(put(*m_ben, whole, 0, 299).have(), 299);
    QCOMPARE(get(*m_ben, whole).code(), u"file.unknown"_s);
    QCOMPARE(put(*m_ben, whole, 299, 1).have(), 300);
    QCOMPARE(getAll(*m_ben, whole), whole);
    QCOMPARE(onDisk(), QStringList{hashOf(whole)});
}

void FileTransfersTest::aMessageWithFilesReachesTheOthers()
{
    const QByteArray whole = noise(300);
    const QString conversation = group();
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
    const QJsonObject sent = m_ada->call(
        u"message:send"_s,
        command({{u"conversation"_s, conversation}, {u"text"_s, QString()}, {u"files"_s, QJsonArray{refTo(whole)}}}));
    QCOMPARE(errorCode(sent), QString());
    QCOMPARE(sent["result"_L1]["message"_L1]["files"_L1].toArray(), QJsonArray{refTo(whole)});
    const Received told = m_ben->expect(u"message:new"_s);
    QCOMPARE(told.payload["payload"_L1]["files"_L1].toArray(), QJsonArray{refTo(whole)});
    QCOMPARE(getAll(*m_ben, whole), whole);
    // Who may read it names it without sending it.
    QCOMPARE(put(*m_ben, whole, 0, 0).have(), 300);
    QCOMPARE(errorCode(m_ben->call(u"message:send"_s, command({{u"conversation"_s, conversation},
                                                               {u"text"_s, u"This one"_s},
                                                               {u"files"_s, QJsonArray{refTo(whole, u"B.bin"_s)}}}))),
             QString());
    m_server->stop();
    m_server->start();
    meet();
    QCOMPARE(getAll(*m_ben, whole), whole);
}

void FileTransfersTest::messagesAreFoundByTheirFiles()
{
    const QByteArray whole = noise(300);
    const QString conversation = group();
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
    const QJsonArray files{refTo(whole, u"Quotation spring.pdf"_s)};
    for (const QJsonObject &fields : {QJsonObject{{u"text"_s, u"the spring"_s}}, QJsonObject{{u"files"_s, files}},
                                      QJsonObject{{u"text"_s, u"the autumn"_s}}}) {
        QJsonObject send{{u"text"_s, QString()}, {u"conversation"_s, conversation}};
        for (auto field = fields.begin(); field != fields.end(); ++field)
            send[field.key()] = field.value();
        QCOMPARE(errorCode(m_ada->call(u"message:send"_s, command(send))), QString());
    }
    const auto found = [&](const QJsonObject &request) {
        QJsonArray filesOfHits;
        for (const QJsonValue &message : m_ben->call(u"message:search"_s, request)["messages"_L1].toArray())
            filesOfHits.append(message["files"_L1].toArray());
        return filesOfHits;
    };
    const QJsonArray spring{QJsonObject{{u"text"_s, u"spring"_s}}};
    QCOMPARE(found({{u"terms"_s, spring}}), (QJsonArray{files, QJsonArray()})); // newest first
    QCOMPARE(found({{u"terms"_s, spring}, {u"hasFile"_s, true}}), QJsonArray{files});
    QCOMPARE(found({{u"hasFile"_s, true}}), QJsonArray{files});
}

void FileTransfersTest::aMessageThatNamesWhatIsNotThereIsRefused()
{
    const QString conversation = group();
    const auto send = [&](TestClient &client, const QJsonValue &files) {
        return m_ada && !conversation.isEmpty()
                   ? client.call(
                         u"message:send"_s,
                         command({{u"conversation"_s, conversation}, {u"text"_s, u"Look"_s}, {u"files"_s, files}}))
                   : QJsonObject();
    };
    const QByteArray whole = noise(300);
    const QJsonObject missing = send(*m_ada, QJsonArray{refTo(whole)});
    QCOMPARE(errorCode(missing), u"file.missing"_s);
    QCOMPARE(missing["error"_L1]["detail"_L1]["hash"_L1].toString(), hashOf(whole));
    QCOMPARE(put(*m_ada, whole, 0, 299).have(), 299);
    QCOMPARE(errorCode(send(*m_ada, QJsonArray{refTo(whole)})), u"file.missing"_s);
    QCOMPARE(put(*m_ada, whole, 299, 1).have(), 300);
    QCOMPARE(errorCode(send(*m_ben, QJsonArray{refTo(whole)})), u"file.missing"_s); // it is Ada's
    QCOMPARE(errorCode(send(*m_ada, QJsonArray{refTo(whole, u"../x"_s)})), u"file.invalid"_s);
    QCOMPARE(errorCode(send(*m_ada, u"A.bin"_s)), u"file.invalid"_s);
    QCOMPARE(errorCode(send(*m_ada, QJsonArray{refTo(whole)})), QString());
    // The database remembers it, its bytes are gone: it is taken once more.
    QVERIFY(QFile::remove(m_server->dataFolder() + u"/files/"_s + hashOf(whole)));
    QCOMPARE(get(*m_ben, whole).code(), u"file.unknown"_s);
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
    QCOMPARE(getAll(*m_ben, whole), whole);
}

void FileTransfersTest::unfinishedAndUnnamedFilesGoAfterADay()
{
    const QString conversation = group();
    const QByteArray named = noise(300, 1);
    const QByteArray unnamed = noise(300, 2);
    const QByteArray half = noise(300, 3);
    QCOMPARE(putAll(*m_ada, named).have(), 300);
    QCOMPARE(putAll(*m_ada, unnamed).have(), 300);
    QCOMPARE(put(*m_ada, half, 0, 100).have(), 100);
    QCOMPARE(errorCode(m_ada->call(u"message:send"_s, command({{u"conversation"_s, conversation},
                                                               {u"text"_s, u"Look"_s},
                                                               {u"files"_s, QJsonArray{refTo(named)}}}))),
             QString());
    m_server->stop();
    m_server->clock().move(23h);
    m_server->start(); // it looks when it starts
    TestClient later(m_server->url());
    QVERIFY(later.connectAs(logIn(m_server->url(), u"ada"_s)));
    QCOMPARE(getAll(later, unnamed), unnamed);
    QCOMPARE(unfinished().size(), 1);
    m_server->stop();
    m_server->clock().move(2h);
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(onDisk(), QStringList{hashOf(named)}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(unfinished(), QStringList(), 20'000);
}

void FileTransfersTest::filesLeaveNothingOutsideTheirFolder()
{
    const QString conversation = group();
    const QByteArray whole = noise(300);
    QCOMPARE(putAll(*m_ada, whole).have(), 300);
    const QStringList before = QDir(m_server->dataFolder()).entryList(QDir::AllEntries | QDir::Hidden);
    for (const QString &name : {u"../x"_s, u"..\\x"_s, u"/etc/passwd"_s, u"photo\u202egnp.exe"_s, u"a\nb"_s}) {
        QCOMPARE(errorCode(m_ada->call(u"message:send"_s, command({{u"conversation"_s, conversation},
                                                                   {u"text"_s, u"Look"_s},
                                                                   {u"files"_s, QJsonArray{refTo(whole, name)}}}))),
                 u"file.invalid"_s);
    }
    QCOMPARE(errorCode(m_ada->call(u"message:send"_s, command({{u"conversation"_s, conversation},
                                                               {u"text"_s, u"Look"_s},
                                                               {u"files"_s, QJsonArray{refTo(whole, u"CON"_s)}}}))),
             QString()); // a name like any other: nothing is called so here
    QCOMPARE(onDisk(), QStringList{hashOf(whole)});
    QCOMPARE(QDir(m_server->dataFolder()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

QTEST_GUILESS_MAIN(FileTransfersTest)
#include "FileTransfersTest.moc"
