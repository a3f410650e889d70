// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/TokenKeeper.h"

#include <QtCore/QPromise>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <deque>

using namespace frontdesk;
using namespace frontdesk::sync;
using namespace std::chrono_literals;

namespace {

/// A server that the test plays.
struct PlayedServer {
    QStringList asked; ///< the refresh tokens that came
    std::deque<QPromise<Result<dialect::Login>>> open;

    dialect::RefreshFunction function()
    {
        return [this](const QString &refreshToken) {
            asked.append(refreshToken);
            QPromise<Result<dialect::Login>> &promise = open.emplace_back();
            promise.start();
            return promise.future();
        };
    }
    void answer(const Result<dialect::Login> &login)
    {
        open.front().addResult(login);
        open.front().finish();
        open.pop_front();
    }
};

} // namespace

/// When the token is renewed, and what comes of it; the time and the server are the test's.
class TokenKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_shared<FakeClock>();
        m_server = {};
        m_random = 0.0;
    }

    void renewsInTheLastPartOfTheTokensLife_data();
    void renewsInTheLastPartOfTheTokensLife();
    void theServersClockCounts();
    void nothingToRenewHasNoDeadline();
    void onlyAnExpiredTokenIsReplaced();
    void oneRenewalAtATime();
    void aLostServerIsAskedAgainLater();
    void aClockThatJumpsAheadRenewsOnce();
    void aSignInThatHasEndedIsNotAskedAboutAgain();
    void signingInAgainOvertakesARenewal();
    void withoutARefreshTokenThePersonIsNeeded();

private:
    [[nodiscard]] dialect::Credentials credentials(milliseconds life, const QString &refreshToken) const
    {
        return {.token = QStringLiteral("token of ") + refreshToken,
                .expiresAt = (m_clock->utc() + life).count(),
                .refreshToken = refreshToken};
    }
    [[nodiscard]] dialect::Login login(milliseconds life, const QString &refreshToken) const
    {
        return {credentials(life, refreshToken), {}};
    }
    std::unique_ptr<TokenKeeper> keeper(const dialect::Credentials &start)
    {
        return std::make_unique<TokenKeeper>(start, m_server.function(), m_clock, [this] { return m_random; });
    }
    void advanceTo(const TokenKeeper &keeper) { m_clock->advance(*keeper.deadline() - m_clock->monotonic()); }

    std::shared_ptr<FakeClock> m_clock;
    PlayedServer m_server;
    double m_random = 0;
};

void TokenKeeperTest::renewsInTheLastPartOfTheTokensLife_data()
{
    QTest::addColumn<milliseconds>("life");
    QTest::addColumn<double>("random");
    QTest::addColumn<milliseconds>("after");
    QTest::newRow("earliest") << milliseconds(1h) << 0.0 << milliseconds(42min);
    QTest::newRow("latest") << milliseconds(1h) << 1.0 << milliseconds(54min);
    QTest::newRow("short") << milliseconds(10s) << 0.5 << milliseconds(8s);
    QTest::newRow("long") << milliseconds(24h) << 0.0 << milliseconds(23h + 42min);
    QTest::newRow("expired already") << milliseconds(-5min) << 0.5 << milliseconds(0);
}

void TokenKeeperTest::renewsInTheLastPartOfTheTokensLife()
{
    QFETCH(milliseconds, life);
    QFETCH(double, random);
    QFETCH(milliseconds, after);
    m_random = random;
    const auto tokens = keeper(credentials(life, QStringLiteral("r1")));
    QCOMPARE(*tokens->deadline() - m_clock->monotonic(), after);
    if (after > 0ms) {
        m_clock->advance(after - 1ms);
        tokens->tick();
        QVERIFY(m_server.asked.isEmpty());
        m_clock->advance(1ms);
    }
    tokens->tick();
    QCOMPARE(m_server.asked, QStringList{QStringLiteral("r1")});
    QSignalSpy renewed(tokens.get(), &TokenKeeper::renewed);
    m_server.answer(login(1h, QStringLiteral("r2")));
    QTRY_COMPARE(renewed.size(), 1);
    QCOMPARE(tokens->credentials().refreshToken, QStringLiteral("r2"));
    QVERIFY(*tokens->deadline() - m_clock->monotonic() >= 42min);
}

void TokenKeeperTest::theServersClockCounts()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    tokens->setClockSkew(30min); // the server's clock is ahead: the token expires in half an hour
    QCOMPARE(*tokens->deadline() - m_clock->monotonic(), milliseconds(12min));
}

void TokenKeeperTest::nothingToRenewHasNoDeadline()
{
    QVERIFY(!keeper({.token = QStringLiteral("bare")})->deadline());
    QVERIFY(!keeper({.token = QStringLiteral("t"), .refreshToken = QStringLiteral("r")})->deadline());
}

void TokenKeeperTest::onlyAnExpiredTokenIsReplaced()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    QCOMPARE(tokens->current().result().value(), QStringLiteral("token of r1"));
    QVERIFY(m_server.asked.isEmpty());
    m_clock->advance(1h);
    const auto another = tokens->current();
    QCOMPARE(m_server.asked, QStringList{QStringLiteral("r1")});
    m_server.answer(login(1h, QStringLiteral("r2")));
    QTRY_VERIFY(another.isFinished());
    QCOMPARE(another.result().value(), QStringLiteral("token of r2"));
}

void TokenKeeperTest::oneRenewalAtATime()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    const auto one = tokens->renew();
    const auto two = tokens->renew();
    QVERIFY(!tokens->deadline()); // it is under way
    QCOMPARE(m_server.asked.size(), 1);
    m_server.answer(login(1h, QStringLiteral("r2")));
    QTRY_VERIFY(one.isFinished() && two.isFinished());
    QCOMPARE(one.result().value(), QStringLiteral("token of r2"));
    QCOMPARE(two.result().value(), QStringLiteral("token of r2"));
}

void TokenKeeperTest::aLostServerIsAskedAgainLater()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    QSignalSpy renewed(tokens.get(), &TokenKeeper::renewed);
    advanceTo(*tokens);
    tokens->tick();
    m_server.answer(Error{QStringLiteral("server.unreachable"), QStringLiteral("Gone")});
    QTRY_VERIFY(tokens->deadline());
    QCOMPARE(*tokens->deadline() - m_clock->monotonic(), TokenKeeper::retryDelay);
    QCOMPARE(renewed.size(), 0);
    advanceTo(*tokens);
    tokens->tick();
    QCOMPARE(m_server.asked, (QStringList{QStringLiteral("r1"), QStringLiteral("r1")}));
    m_server.answer(Error{.code = QStringLiteral("rate.limited"), .message = {}, .retryAfter = 2min});
    QTRY_VERIFY(tokens->deadline());
    QCOMPARE(*tokens->deadline() - m_clock->monotonic(), milliseconds(2min));
}

void TokenKeeperTest::aClockThatJumpsAheadRenewsOnce()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    m_clock->jumpUtc(2h);
    tokens->tick();
    m_server.answer(login(-1h, QStringLiteral("r2"))); // by the server's clock an hour, as always
    QTRY_COMPARE(tokens->credentials().refreshToken, QStringLiteral("r2"));
    QCOMPARE(*tokens->deadline() - m_clock->monotonic(), TokenKeeper::retryDelay);
    tokens->tick();
    QCOMPARE(m_server.asked, QStringList{QStringLiteral("r1")});
    tokens->setClockSkew(-2h); // a pong has come
    QCOMPARE(*tokens->deadline() - m_clock->monotonic(), milliseconds(42min));
}

void TokenKeeperTest::aSignInThatHasEndedIsNotAskedAboutAgain()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    const auto asked = tokens->renew();
    m_server.answer(Error{QStringLiteral("auth.revoked"), QStringLiteral("Ended")});
    QTRY_VERIFY(asked.isFinished());
    QCOMPARE(asked.result().error().code, QStringLiteral("auth.revoked"));
    QVERIFY(!tokens->deadline());
    tokens->adopt(credentials(1h, QStringLiteral("r2"))); // signed in again
    QVERIFY(tokens->deadline());
}

void TokenKeeperTest::signingInAgainOvertakesARenewal()
{
    const auto tokens = keeper(credentials(1h, QStringLiteral("r1")));
    QSignalSpy renewed(tokens.get(), &TokenKeeper::renewed);
    const auto asked = tokens->renew();
    tokens->adopt(credentials(1h, QStringLiteral("newer")));
    m_server.answer(login(1h, QStringLiteral("older")));
    QTRY_VERIFY(asked.isFinished());
    QCOMPARE(asked.result().value(), QStringLiteral("token of newer"));
    QCOMPARE(tokens->credentials().refreshToken, QStringLiteral("newer"));
    QCOMPARE(renewed.size(), 0);
}

void TokenKeeperTest::withoutARefreshTokenThePersonIsNeeded()
{
    const auto tokens = keeper({.token = QStringLiteral("bare")});
    const auto asked = tokens->renew();
    QVERIFY(asked.isFinished());
    QCOMPARE(asked.result().error().code, QStringLiteral("auth.expired"));
    QVERIFY(m_server.asked.isEmpty());
}

QTEST_GUILESS_MAIN(TokenKeeperTest)
#include "TokenKeeperTest.moc"
