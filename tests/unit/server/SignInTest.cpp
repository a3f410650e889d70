// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mailbox.h"
#include "server/Log.h"
#include "server/access/PasswordWorker.h"
#include "server/access/SignIns.h"
#include "server/storage/Migrations.h"
#include "server/storage/Records.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using frontdesk::server::testing::Mailbox;

/// Passwords, tokens, what is remembered of commands, and the lines of the log.
class SignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void tokenSaysWhoAndUntilWhen();
    void tokenOfOthersIsRefused_data();
    void tokenOfOthersIsRefused();
    void keyIsKeptAndPrivate();
    void signInsAreCheckedAndRevoked();
    void refreshTokenOfOthersIsRefused_data();
    void refreshTokenOfOthersIsRefused();
    void everySuccessorIsGoodUntilOneIsUsed();
    void passwordsAreCheckedElsewhere();
    void anUnknownNameCostsTheSameWork();
    void checksThatWaitAreBounded();
    void namesAndPasswordsHaveLimits_data();
    void namesAndPasswordsHaveLimits();
    void commandsAreForgottenAfterThirtyDays();
    void logLinesAreLines();
};

void SignInTest::tokenSaysWhoAndUntilWhen()
{
    const Tokens tokens(QByteArray(32, 'k'));
    const Claims claims{UserId(u"ada"_s), createSessionId(), 1'700'000'000'000, 1'702'592'000'000};
    const auto checked = tokens.check(tokens.sign(claims));
    QVERIFY(checked.ok());
    QCOMPARE(checked.value().user, claims.user);
    QCOMPARE(checked.value().session, claims.session);
    QCOMPARE(checked.value().issuedAt, claims.issuedAt);
    QCOMPARE(checked.value().expiresAt, claims.expiresAt);
    QVERIFY(createSessionId() != createSessionId());
    QCOMPARE(claims.session.size(), 32);
}

void SignInTest::tokenOfOthersIsRefused_data()
{
    QTest::addColumn<QString>("token");
    const Claims claims{UserId(u"ada"_s), createSessionId(), 1'700'000'000'000, 1'702'592'000'000};
    const QString good = Tokens(QByteArray(32, 'k')).sign(claims);
    const QStringList parts = good.split(u'.');
    const auto base64 = [](const QByteArray &json) {
        return QString::fromLatin1(json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    QTest::newRow("empty") << QString();
    QTest::newRow("another key") << Tokens(QByteArray(32, 'l')).sign(claims);
    QTest::newRow("without signature") << parts[0] + u'.' + parts[1] + u'.';
    QTest::newRow("algorithm none") << base64(R"({"alg":"none","typ":"JWT"})") + u'.' + parts[1] + u'.';
    QTest::newRow("algorithm none, signed") << base64(R"({"alg":"none"})") + u'.' + parts[1] + u'.' + parts[2];
    QTest::newRow("other claims") << parts[0] + u'.' + base64(R"({"sub":"eve","sid":"1","exp":9999999999})") + u'.' +
                                         parts[2];
    QTest::newRow("endless") << QString(100'000, u'a');
    QTest::newRow("four parts") << good + u".x"_s;
}

void SignInTest::tokenOfOthersIsRefused()
{
    QFETCH(QString, token);
    const auto checked = Tokens(QByteArray(32, 'k')).check(token);
    QVERIFY(!checked.ok());
    QCOMPARE(checked.error().code, u"auth.invalid"_s);
}

void SignInTest::keyIsKeptAndPrivate()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"token.key"_s);
    const Claims claims{UserId(u"ada"_s), createSessionId(), 1'700'000'000'000, 1'702'592'000'000};
    const auto first = Tokens::open(file);
    QVERIFY(first.ok());
    const auto second = Tokens::open(file);
    QVERIFY(second.value().check(first.value().sign(claims)).ok());
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(QFile::resize(file, 7));
    const auto damaged = Tokens::open(file);
    QVERIFY(!damaged.ok());
    QVERIFY(damaged.error().message.contains(file));
}

void SignInTest::signInsAreCheckedAndRevoked()
{
    constexpr qint64 now = 1'700'000'000'000;
    SignIns signIns(Tokens(QByteArray(32, 'k')), {}, {});
    const auto issued = signIns.issue(UserId(u"ada"_s), now);
    QCOMPARE(signIns.check(issued.token, now).error().code, u"auth.revoked"_s); // not written yet
    signIns.add(issued.session);
    QCOMPARE(signIns.check(issued.token, now).value().user, UserId(u"ada"_s));
    QCOMPARE(issued.expiresAt, now + 60 * 60 * 1000);
    QVERIFY(!issued.token.toLatin1().contains(issued.session.id)); // what is kept opens nothing
    QVERIFY(!issued.refreshToken.toLatin1().contains(issued.refreshHash));
    QCOMPARE(signIns.check(issued.token, issued.expiresAt - 1).value().expiresAt, issued.expiresAt);
    QCOMPARE(signIns.check(issued.token, issued.expiresAt).error().code, u"auth.expired"_s);

    const auto renewal = signIns.renewal(issued.refreshToken, now + 1000);
    QCOMPARE(renewal.value().presentedHash, issued.refreshHash);
    QCOMPARE(renewal.value().next.session.id, issued.session.id); // the same sign-in goes on
    QVERIFY(renewal.value().next.refreshToken != issued.refreshToken);
    QCOMPARE(signIns.renewal(issued.refreshToken, issued.session.expiresAt).error().code, u"auth.expired"_s);
    // Neither kind of token passes for the other.
    QCOMPARE(signIns.renewal(issued.token, now).error().code, u"auth.invalid"_s);
    QCOMPARE(signIns.check(issued.refreshToken, now).error().code, u"auth.invalid"_s);

    signIns.remove(issued.session.id);
    QCOMPARE(signIns.check(issued.token, now).error().code, u"auth.revoked"_s);
    QCOMPARE(signIns.renewal(issued.refreshToken, now).error().code, u"auth.revoked"_s);
}

void SignInTest::refreshTokenOfOthersIsRefused_data()
{
    QTest::addColumn<QString>("token");
    const QByteArray session = createSessionId();
    const QString good = Tokens(QByteArray(32, 'k')).createRefreshToken(session);
    QString changed = good;
    changed[10] = changed[10] == u'A' ? u'B' : u'A';
    QTest::newRow("empty") << QString();
    QTest::newRow("another key") << Tokens(QByteArray(32, 'l')).createRefreshToken(session);
    QTest::newRow("one letter changed") << changed;
    QTest::newRow("cut") << good.chopped(4);
    QTest::newRow("longer") << good + u"AAAA"_s;
    QTest::newRow("not its alphabet") << good.chopped(1) + u'!';
    QTest::newRow("endless") << QString(100'000, u'A');
}

void SignInTest::refreshTokenOfOthersIsRefused()
{
    QFETCH(QString, token);
    QCOMPARE(Tokens(QByteArray(32, 'k')).sessionOfRefreshToken(token).error().code, u"auth.invalid"_s);
}

void SignInTest::everySuccessorIsGoodUntilOneIsUsed()
{
    QTemporaryDir folder;
    const auto database = std::move(Database::open(folder.filePath(u"x.sqlite"_s))).value();
    migrate(*database);
    Records records(*database, 1000);
    const auto user = records.accounts.create({u"ada"_s, {}, Role::Agent, {}}, u"hash"_s, 1);
    const auto begin = [&](const QByteArray &id) {
        records.sessions.add({id, user.value().id, 1'000}, u"desk"_s, id + " first", 1);
    };
    const auto rotate = [&](const QByteArray &id, const QByteArray &presented, const QByteArray &successor, qint64 at) {
        return records.sessions.rotate(id, presented, successor, at, 1'000 + at);
    };
    using Rotation = Sessions::Rotation;

    // A client that crashes between the answer and writing it down comes with the old one, and again.
    begin("crash");
    QCOMPARE(rotate("crash", "crash first", "lost", 2), Rotation::Done);
    QCOMPARE(rotate("crash", "crash first", "lost too", 3), Rotation::Done);
    QCOMPARE(rotate("crash", "crash first", "kept", 4), Rotation::Done);
    QCOMPARE(rotate("crash", "kept", "next", 5), Rotation::Done);
    QCOMPARE(records.sessions.all(10).first().expiresAt, 1'005); // each renewal lengthens it

    // What came before is of no use any more: somebody has a copy.
    QCOMPARE(rotate("crash", "crash first", "theft", 6), Rotation::Stolen);
    QCOMPARE(rotate("crash", "next", "too late", 7), Rotation::Unknown);

    // So is a successor that was offered beside the one that was used.
    begin("copy");
    QCOMPARE(rotate("copy", "copy first", "the owner's", 2), Rotation::Done);
    QCOMPARE(rotate("copy", "copy first", "the thief's", 3), Rotation::Done);
    QCOMPARE(rotate("copy", "the owner's", "next", 4), Rotation::Done);
    QCOMPARE(rotate("copy", "the thief's", "caught", 5), Rotation::Stolen);
    QVERIFY(records.sessions.all(10).isEmpty());

    // Asking without end fills nothing.
    begin("flood");
    for (int i = 0; i < 100; ++i)
        QCOMPARE(rotate("flood", "flood first", QByteArray::number(i), 10 + i), Rotation::Done);
    QVERIFY(database->number(u"SELECT count(*) FROM refresh_tokens"_s) <= 1 + Sessions::mostOffered);
    QCOMPARE(rotate("flood", "99", "next", 200), Rotation::Done);
    QVERIFY(records.sessions.all(2'000).isEmpty()); // one that is not renewed ends
    QCOMPARE(database->number(u"SELECT count(*) FROM refresh_tokens"_s), 0);
}

void SignInTest::passwordsAreCheckedElsewhere()
{
    Mailbox mailbox;
    PasswordWorker worker([&](std::function<void()> task) { mailbox.post(std::move(task)); });
    const QString hash = hashPassword(u"Pässwort 密码"_s);
    QVERIFY(hash.startsWith(u"$argon2id$v=19$m=65536,"_s)); // 64 MiB
    QVERIFY(hash != hashPassword(u"Pässwort 密码"_s));      // salted
    QVector<bool> answers;
    const auto ask = [&](const QString &password, const QString &against) {
        QVERIFY(worker.check(password, against, [&](bool right) { answers.append(right); }));
    };
    ask(u"Pässwort 密码"_s, hash);
    ask(u"Pa\u0308sswort 密码"_s, hash); // the same letters, composed by another keyboard
    ask(u"pässwort 密码"_s, hash);
    ask(QString(), hash);
    ask(u"nobody has this password"_s, QString());
    ask(u"anything"_s, u"not a hash"_s);
    QVERIFY(mailbox.runUntil([&] { return answers.size() == 6; }));
    QCOMPARE(answers, (QVector<bool>{true, true, false, false, false, false}));
}

void SignInTest::anUnknownNameCostsTheSameWork()
{
    Mailbox mailbox;
    PasswordWorker worker([&](std::function<void()> task) { mailbox.post(std::move(task)); });
    const QString hash = hashPassword(u"correct horse"_s);
    // The same function with the same parameters runs for a name that exists and for one that does not.
    for (const QString &against : {hash, QString()}) {
        const quint64 before = worker.verifications();
        bool answered = false;
        QVERIFY(worker.check(u"wrong horse"_s, against, [&](bool right) { answered = !right; }));
        QVERIFY(mailbox.runUntil([&] { return answered; }));
        QCOMPARE(worker.verifications(), before + 1);
    }
    QCOMPARE(hash.section(u'$', 0, 3), QString::fromLatin1(nobodysHash).section(u'$', 0, 3));
    QCOMPARE(crypto_pwhash_str_needs_rehash(nobodysHash, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                            crypto_pwhash_MEMLIMIT_INTERACTIVE),
             0); // well-formed, with the parameters of all others
}

void SignInTest::checksThatWaitAreBounded()
{
    Mailbox mailbox;
    PasswordWorker worker([&](std::function<void()> task) { mailbox.post(std::move(task)); });
    int taken = 0;
    int answered = 0;
    for (int i = 0; i < 100; ++i)
        taken += worker.check(u"x"_s, QString(), [&](bool) { ++answered; }) ? 1 : 0;
    QVERIFY(taken >= 32 && taken < 50);
    QVERIFY(mailbox.runUntil([&] { return answered == taken; }));
    QVERIFY(worker.check(u"x"_s, QString(), [](bool) {})); // later, not never
}

void SignInTest::namesAndPasswordsHaveLimits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("displayName");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");
    const QString good = u"correct horse"_s;
    QTest::newRow("good") << u"ada"_s << u"Ada"_s << good << QString();
    QTest::newRow("any script") << u"李雷"_s << u"李雷"_s << u"八个字的密码就够了"_s << QString();
    QTest::newRow("no name") << QString() << u"Ada"_s << good << u"name.empty"_s;
    QTest::newRow("space") << u"ada l"_s << u"Ada"_s << good << u"name.invalid"_s;
    QTest::newRow("control") << u"ada\u0007"_s << u"Ada"_s << good << u"name.invalid"_s;
    QTest::newRow("long name") << QString(65, u'a') << u"Ada"_s << good << u"name.tooLong"_s;
    QTest::newRow("long display name") << u"ada"_s << QString(101, u'a') << good << u"name.tooLong"_s;
    QTest::newRow("short password") << u"ada"_s << u"Ada"_s << u"1234567"_s << u"password.tooShort"_s;
    QTest::newRow("long password") << u"ada"_s << u"Ada"_s << QString(1001, u'p') << u"password.tooLong"_s;
}

void SignInTest::namesAndPasswordsHaveLimits()
{
    QFETCH(QString, name);
    QFETCH(QString, displayName);
    QFETCH(QString, password);
    QFETCH(QString, code);
    const auto problem = problemWith({name, displayName, Role::Agent, password});
    QCOMPARE(problem ? problem->code : QString(), code);
    QVERIFY(!problem || !problem->message.isEmpty());
}

void SignInTest::commandsAreForgottenAfterThirtyDays()
{
    QTemporaryDir folder;
    const auto database = std::move(Database::open(folder.filePath(u"x.sqlite"_s))).value();
    migrate(*database);
    Records records(*database, 1000);
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    const qint64 start = 1'700'000'000'000;
    const auto user = records.accounts.create({u"ada"_s, {}, Role::Agent, {}}, u"hash"_s, start);
    const auto idOf = [](qint64 at) { return CommandId(createUuidV7(milliseconds(at))); };
    const CommandId old = idOf(start);
    const CommandId young = idOf(start + 20 * day);
    records.commands.remember({user.value().id, start}, old, "a", {{u"seq"_s, 1}});
    records.commands.remember({user.value().id, start + 20 * day}, young, "b", {{u"seq"_s, 2}});

    const Actor later{user.value().id, start + 31 * day};
    QVERIFY(records.commands.answerOf(later, old, "a").value().has_value());
    records.commands.forgetOld(later.now);
    QCOMPARE(records.commands.answerOf(later, old, "a").error().code, u"command.expired"_s); // not done a second time
    QCOMPARE((*records.commands.answerOf(later, young, "b").value())["seq"_L1].toInteger(), 2);
    QCOMPARE(records.commands.answerOf(later, young, "c").error().code, u"command.mismatch"_s);
    QVERIFY(!records.commands.answerOf(later, idOf(later.now), "d").value().has_value());

    const QJsonObject fields{{u"id"_s, u"1"_s}, {u"text"_s, u"x"_s}, {u"conversation"_s, u"c"_s}};
    const QJsonObject sameContent{{u"text"_s, u"x"_s}, {u"conversation"_s, u"c"_s}, {u"id"_s, u"2"_s}};
    QCOMPARE(contentHash(u"message:send"_s, fields), contentHash(u"message:send"_s, sameContent));
    QVERIFY(contentHash(u"message:send"_s, fields) != contentHash(u"read:move"_s, fields));
}

void SignInTest::logLinesAreLines()
{
    const LogEntry entry{LogLevel::Warning, u"input.refused"_s, u"no \"such\"\nthing"_s, {{u"request"_s, u"a\nb"_s}}};
    const QByteArray json = jsonLine(entry, 1'700'000'000'123);
    QVERIFY(!json.contains('\n'));
    const QJsonObject read = QJsonDocument::fromJson(json).object();
    QCOMPARE(read["at"_L1].toInteger(), 1'700'000'000'123);
    QCOMPARE(read["level"_L1].toString(), u"warning"_s);
    QCOMPARE(read["event"_L1].toString(), entry.event);
    QCOMPARE(read["message"_L1].toString(), entry.message);
    QCOMPARE(read["request"_L1].toString(), u"a\nb"_s);
    QCOMPARE(textLine(entry, 1'700'000'000'123),
             QByteArray("2023-11-14T22:13:20.123Z warning input.refused: no \"such\" thing {\"request\":\"a\\nb\"}"));
}

QTEST_GUILESS_MAIN(SignInTest)
#include "SignInTest.moc"
