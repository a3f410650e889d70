// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoColleagues.h"

#include "demo/Fill.h"
#include "demo/PastRecords.h"
#include "dialect/LoginRequest.h"
#include "server/Server.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Lena's side of the wire, to see what the colleagues do.
class Lena {
public:
    explicit Lena(const QUrl &server)
        : link(server)
    {
        QObject::connect(&link, &dialect::Link::ready, &link, [this](const dialect::Ready &ready) {
            epoch = ready.epoch;
            me = ready.me;
            readSnapshot({});
        });
        QObject::connect(&link, &dialect::Link::pushed, &link, [this](const JournalBatch &batch) {
            for (const DecodedRow &row : batch.rows) {
                if (const auto *added = std::get_if<MessageAdded>(&row.event)) {
                    messages.append(added->message);
                } else if (const auto *change = std::get_if<RecordChanged>(&row.event);
                           change && isCrm(change->record.kind)) {
                    changes.append(*change);
                }
            }
        });
        QObject::connect(&link, &dialect::Link::passed, &link, [this](const QVector<PassingEvent> &events) {
            for (const PassingEvent &event : events) {
                if (const auto *sign = std::get_if<TypingChanged>(&event)) {
                    typing.append(*sign);
                } else if (const auto *changed = std::get_if<PresenceChanged>(&event)) {
                    presence.insert(changed->user, changed->state.presence);
                }
            }
        });
        dialect::logIn(m_network, server, u"lena"_s, password(), u"test"_s)
            .then(&link, [this](const Result<dialect::Login> &login) {
                QVERIFY2(login.ok(), login.ok() ? "" : qPrintable(login.error().message));
                link.open({.token = login.value().token, .client = u"test"_s, .cursor = {}});
            });
    }

    void readSnapshot(const QString &page)
    {
        link.fetchSnapshot(page, [this](const Result<dialect::SnapshotPart> &part) {
            QVERIFY(part.ok());
            if (part.value().start) {
                cursor = part.value().start->seq;
            }
            for (const User &user : part.value().users) {
                users.insert(user.name, user);
            }
            conversations += part.value().conversations;
            conflicts += part.value().conflicts;
            records += part.value().records;
            activities += part.value().activities;
            if (!part.value().next.isEmpty()) {
                readSnapshot(part.value().next);
                return;
            }
            catchUp(cursor);
        });
    }

    void catchUp(qint64 from)
    {
        link.fetchPage(from, [this](const Result<JournalBatch> &page) {
            QVERIFY(page.ok());
            if (page.value().more) {
                catchUp(page.value().upTo);
            } else {
                live = true;
            }
        });
    }

    void write(const ConversationId &conversation, const QString &text)
    {
        link.send({.id = CommandId(createUuidV7(SystemClock().utc())),
                   .at = SystemClock().utc().count(),
                   .body = SendMessage{conversation, text}},
                  [this](const dialect::CommandAnswer &answer) {
                      acknowledged = std::holds_alternative<dialect::Acknowledged>(answer);
                  });
    }
    [[nodiscard]] UserId idOf(const QString &name) const { return users.value(name).id; }

    dialect::FrontdeskLink link;
    QString epoch;
    User me;
    qint64 cursor = 0;
    bool live = false;
    bool acknowledged = false;
    QHash<QString, User> users;
    QVector<ConversationState> conversations;
    QVector<RecordState> records;
    QVector<Conflict> conflicts;
    QVector<Activity> activities;
    QVector<Message> messages;
    QVector<RecordChanged> changes; ///< of the CRM
    QVector<TypingChanged> typing;
    QHash<UserId, Presence> presence;

private:
    QNetworkAccessManager m_network;
};

} // namespace

/// The demo on a real server: filled once, and alive.
class TestDemoColleagues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theTeamIsThere();
    void theCustomersAreThere();
    void theyArriveAnswerAndStepAway();
    void theyComeBackAfterTheServerWasGone();
    void whoIsSentAwayInTheMiddleOfAQuestionSaysNothingMore();
    void fillingAgainChangesNothing();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<server::Server> m_server;
    QUrl m_url;
};

void TestDemoColleagues::initTestCase()
{
    const auto filled = fillOnce(m_folder.path(), planTeam(1, SystemClock().utc().count()));
    QVERIFY2(filled.ok(), filled.ok() ? "" : qPrintable(filled.error().message));
    m_server = std::make_unique<server::Server>(server::Options{.dataFolder = m_folder.path(), .log = {}});
    const auto started = m_server->start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().message));
    m_url = started.value();
}

void TestDemoColleagues::cleanupTestCase()
{
    m_server.reset();
}

void TestDemoColleagues::theTeamIsThere()
{
    Lena lena(m_url);
    QTRY_VERIFY_WITH_TIMEOUT(lena.live, 30'000);
    QCOMPARE(lena.users.size(), people().size());
    QVERIFY(lena.conversations.size() >= 20);
    qint64 messages = 0;
    for (const ConversationState &state : lena.conversations) {
        messages += state.number;
        QVERIFY(state.n >= state.number);
        QVERIFY(!state.messages.isEmpty());
        QVERIFY(state.reads.value(lena.me.id) <= state.number);
    }
    QVERIFY(messages >= 2'000);

    // While a server runs on the folder nobody else writes there.
    const auto again = fillOnce(m_folder.path(), planTeam(1, SystemClock().utc().count()));
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, u"server.locked"_s);
}

void TestDemoColleagues::theCustomersAreThere()
{
    Lena lena(m_url);
    QTRY_VERIFY_WITH_TIMEOUT(lena.live, 30'000);
    const auto count = [&](RecordKind kind) {
        return std::count_if(lena.records.cbegin(), lena.records.cend(),
                             [kind](const RecordState &state) { return state.record.kind == kind; });
    };
    QCOMPARE(count(RecordKind::Pipeline), 2); // with the server's own
    QVERIFY(count(RecordKind::Contact) >= 160);
    QVERIFY(count(RecordKind::Deal) >= 95);
    QCOMPARE(lena.conflicts.size(), 2);
    const auto oldest =
        std::min_element(lena.records.cbegin(), lena.records.cend(),
                         [](const RecordState &a, const RecordState &b) { return a.createdAt < b.createdAt; });
    QVERIFY(oldest->createdAt < SystemClock().utc().count() - pastSpan);

    // The feed is read by seq, so what was done later must have been written later.
    std::sort(lena.activities.begin(), lena.activities.end(),
              [](const Activity &a, const Activity &b) { return a.seq < b.seq; });
    QVERIFY(std::any_of(lena.activities.cbegin(), lena.activities.cend(),
                        [](const Activity &activity) { return activity.object.type == "Deal"_L1; }));
    constexpr qint64 day = 24 * 3'600'000; // founders of groups said when, not in which order
    for (qsizetype i = 1; i < lena.activities.size(); ++i) {
        QVERIFY(lena.activities[i].published > lena.activities[i - 1].published - day);
    }
}

void TestDemoColleagues::theyArriveAnswerAndStepAway()
{
    Lena lena(m_url);
    QTRY_VERIFY_WITH_TIMEOUT(lena.live, 30'000);
    auto clock = std::make_shared<FakeClock>(SystemClock().utc());
    DemoColleagues colleagues({.server = m_url, .seed = 3, .clock = clock});
    QSignalSpy arrived(&colleagues, &DemoColleagues::arrived);
    QSignalSpy left(&colleagues, &DemoColleagues::left);
    QSignalSpy failed(&colleagues, &DemoColleagues::failed);
    colleagues.start();
    const auto team = people();
    const auto everybody = std::count_if(team.begin(), team.end(), [](const auto &person) { return person.live; });
    QTRY_VERIFY_WITH_TIMEOUT(arrived.size() >= everybody, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(lena.presence.value(lena.idOf(u"maya"_s)), Presence::Online, 10'000);

    const ConversationId withMaya = directConversationId(lena.me.id, lena.idOf(u"maya"_s));
    lena.write(withMaya, u"Hello Maya"_s);
    const auto answered = [&] {
        return std::any_of(lena.messages.cbegin(), lena.messages.cend(), [&](const Message &message) {
            return message.conversation == withMaya && message.author == lena.idOf(u"maya"_s);
        });
    };
    const auto step = [&] {
        clock->advance(std::max(milliseconds(1), colleagues.nextAt() - clock->monotonic()));
        colleagues.step();
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(step() && answered(), 60'000);
    QVERIFY(lena.acknowledged);
    QVERIFY(std::any_of(lena.typing.cbegin(), lena.typing.cend(),
                        [&](const TypingChanged &sign) { return sign.conversation == withMaya && sign.typing; }));

    QTRY_VERIFY_WITH_TIMEOUT(step() && lena.presence.values().contains(Presence::Away), 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(step() && !left.isEmpty(), 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(step() && arrived.size() > everybody, 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(step() && lena.changes.size() >= 3, 120'000);
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().at(1).value<Error>().message));
}

void TestDemoColleagues::theyComeBackAfterTheServerWasGone()
{
    DemoColleagues colleagues({.server = m_url, .seed = 4});
    QSignalSpy arrived(&colleagues, &DemoColleagues::arrived);
    QSignalSpy left(&colleagues, &DemoColleagues::left);
    colleagues.start();
    QTRY_VERIFY_WITH_TIMEOUT(arrived.size() >= 6, 60'000);
    const auto before = arrived.size();
    m_server->stop();
    QTRY_VERIFY_WITH_TIMEOUT(left.size() >= 6, 30'000);
    m_server = std::make_unique<server::Server>(
        server::Options{.dataFolder = m_folder.path(), .port = quint16(m_url.port()), .log = {}});
    QVERIFY(m_server->start().ok());
    QTRY_VERIFY_WITH_TIMEOUT(arrived.size() >= before + 6, 60'000);
    colleagues.stop();
}

void TestDemoColleagues::whoIsSentAwayInTheMiddleOfAQuestionSaysNothingMore()
{
    QNetworkAccessManager network;
    auto colleague =
        std::make_unique<Colleague>(people().first(), m_url, std::make_shared<SystemClock>(), network, nullptr);
    QSignalSpy failed(colleague.get(), &Colleague::failed);
    QObject here;
    // What comes next has been asked for by then, and its answer is not read before what is queued here.
    connect(
        colleague.get(), &Colleague::meets, &here, [&] { colleague.reset(); }, Qt::QueuedConnection);
    colleague->comeIn();
    QTRY_VERIFY_WITH_TIMEOUT(!colleague, 30'000);
    QCOMPARE(failed.size(), 0);
}

void TestDemoColleagues::fillingAgainChangesNothing()
{
    const auto state = [this] {
        Lena lena(m_url);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(lena.live, 30'000); }();
        return std::pair(lena.epoch, lena.cursor);
    };
    const auto before = state();
    m_server->stop();
    QVERIFY(fillOnce(m_folder.path(), planTeam(9, SystemClock().utc().count())).ok());
    QVERIFY(m_server->start().ok());
    QCOMPARE(state().first, before.first);
    QVERIFY(before.second > 2'000);
}

QTEST_GUILESS_MAIN(TestDemoColleagues)
#include "DemoColleaguesTest.moc"
