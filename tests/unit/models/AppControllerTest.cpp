// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/AppController.h"

#include "Person.h"

#include <QtCore/QPromise>
#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::models;

namespace {

/// Answers when the test says so.
class HeldOpener final : public WorkspaceOpener {
public:
    struct State {
        bool remembered = false;
        QVector<OpenRequest> requests;
        std::vector<QPromise<Result<OpenedWorkspace>>> openings;
        QPromise<Result<dialect::Credentials>> signIn;
        QString password;
        int signOuts = 0;
        dialect::NetworkSettings network;
        QString proxyPassword;
    };
    explicit HeldOpener(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }
    [[nodiscard]] bool hasRemembered() const override { return m_state->remembered; }
    QFuture<Result<OpenedWorkspace>> open(OpenRequest request) override
    {
        m_state->requests.append(std::move(request));
        QPromise<Result<OpenedWorkspace>> &opening = m_state->openings.emplace_back();
        opening.start();
        return opening.future();
    }
    QFuture<Result<dialect::Credentials>> signInAgain(QString password) override
    {
        m_state->password = password;
        m_state->signIn = {};
        m_state->signIn.start();
        return m_state->signIn.future();
    }
    QFuture<Result<Done>> signOut() override
    {
        ++m_state->signOuts;
        return finished();
    }
    void useNetwork(const dialect::NetworkSettings &settings) override { m_state->network = settings; }
    QFuture<Result<Done>> keepProxyPassword(QString password) override
    {
        m_state->proxyPassword = password;
        return finished();
    }

private:
    static QFuture<Result<Done>> finished()
    {
        QPromise<Result<Done>> done;
        done.start();
        done.addResult(Done());
        done.finish();
        return done.future();
    }

    std::shared_ptr<State> m_state;
};

} // namespace

class AppControllerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void firstStartOffersTheWays();
    void rememberedWorkspaceOpensByItself();
    void eachWayIsAskedFor();
    void failureSaysWhyAndCanBeTriedAgain();
    void lateAnswerIsNotForUs();
    void openWorkspaceConnectsAndSignsOut();
    void whatIsToldIsTakenBackWithTheWorkspace();
    void signingInAgain();
    void lateSignInIsNotForTheNextWorkspace();
    void settingsAreKept();
    void oldMessagesLeaveAsTheSettingSays();
    void noticesAreShownOnceUntilDismissed();

private:
    void answer(Result<OpenedWorkspace> result)
    {
        m_state->openings.back().addResult(std::move(result));
        m_state->openings.back().finish();
    }
    /// A workspace on files of its own whose server is not there.
    OpenedWorkspace workspace()
    {
        auto opened = store::Store::open(m_folder->filePath(QStringLiteral("account")));
        std::shared_ptr<store::Store> files = std::move(opened).value().store;
        sync::SessionOptions options;
        options.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
        return {.session = std::make_shared<sync::Session>(options, files, std::make_shared<SystemClock>()),
                .me = {UserId(QStringLiteral("me")), QStringLiteral("me"), QStringLiteral("Me"), Role::Agent},
                .label = QStringLiteral("Desk"),
                .notices = {{QStringLiteral("cache.rebuilt"), QStringLiteral("It was damaged.")}},
                .signIn = QtFuture::makeReadyFuture(Result<SignIn>(SignIn()))};
    }
    [[nodiscard]] QString settingsFile() const { return m_folder->filePath(QStringLiteral("settings.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<HeldOpener::State> m_state;
    std::unique_ptr<AppController> m_app;
};

void AppControllerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_shared<HeldOpener::State>();
    m_app = std::make_unique<AppController>(std::make_unique<HeldOpener>(m_state), settingsFile(),
                                            std::make_shared<SystemClock>());
}

void AppControllerTest::cleanup()
{
    m_app.reset();
    m_state.reset(); // its promises hold sessions, and these their files
}

void AppControllerTest::firstStartOffersTheWays()
{
    m_app->start();
    QCOMPARE(m_app->stage(), AppController::Stage::Welcome);
    QVERIFY(m_state->requests.isEmpty());
    QVERIFY(!m_app->workspace());
    QVERIFY(!m_app->version().isEmpty());
}

void AppControllerTest::rememberedWorkspaceOpensByItself()
{
    m_state->remembered = true;
    m_app->start();
    QCOMPARE(m_app->stage(), AppController::Stage::Opening);
    QVERIFY(std::holds_alternative<OpenRemembered>(m_state->requests.first()));
}

void AppControllerTest::eachWayIsAskedFor()
{
    const auto fail = [&] {
        answer(Error{QStringLiteral("x"), QStringLiteral("no")});
        QTRY_COMPARE(m_app->stage(), AppController::Stage::Failed);
    };
    m_app->openThisComputer(QStringLiteral(" Lena "));
    QCOMPARE(std::get<OpenThisComputer>(m_state->requests.last()).displayName, QStringLiteral("Lena"));
    m_app->lookAround(); // one at a time
    QCOMPARE(m_state->requests.size(), 1);
    fail();
    m_app->joinTeam(QStringLiteral(" https://desk.example "), QStringLiteral("lena "), QStringLiteral(" pass word "));
    const auto team = std::get<OpenTeam>(m_state->requests.last());
    QCOMPARE(team.address, QStringLiteral("https://desk.example"));
    QCOMPARE(team.name, QStringLiteral("lena"));
    QCOMPARE(team.password, QStringLiteral(" pass word ")); // spaces belong to it
    fail();
    m_app->lookAround();
    QVERIFY(std::holds_alternative<OpenDemo>(m_state->requests.last()));
}

void AppControllerTest::failureSaysWhyAndCanBeTriedAgain()
{
    m_app->lookAround();
    answer(Error{QStringLiteral("server.unreachable"), QStringLiteral("The server does not answer.")});
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Failed);
    QCOMPARE(m_app->problem(), QStringLiteral("The server does not answer."));
    m_app->tryAgain();
    QCOMPARE(m_app->stage(), AppController::Stage::Opening);
    QCOMPARE(m_app->problem(), QString());
    QCOMPARE(m_state->requests.size(), 2);
    QVERIFY(std::holds_alternative<OpenDemo>(m_state->requests.last()));
}

void AppControllerTest::lateAnswerIsNotForUs()
{
    m_app->lookAround();
    m_app->backToWelcome();
    QCOMPARE(m_app->stage(), AppController::Stage::Welcome);
    answer(workspace());
    m_app->joinTeam(QStringLiteral("https://desk.example"), QStringLiteral("lena"), QStringLiteral("x"));
    answer(Error{QStringLiteral("auth.invalid"), QStringLiteral("The name or the password is wrong.")});
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Failed); // the later answer comes after the late one
    QVERIFY(!m_app->workspace());
}

void AppControllerTest::openWorkspaceConnectsAndSignsOut()
{
    m_app->lookAround();
    OpenedWorkspace opened = workspace();
    const std::weak_ptr<sync::Session> session = opened.session;
    answer(opened);
    opened.session.reset();
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Ready);
    QCOMPARE(m_app->workspace()->label(), QStringLiteral("Desk"));
    QCOMPARE(m_app->notices()->count(), 1);
    QTRY_VERIFY(m_app->workspace()->connection()->attempt() > 0);
    QTRY_VERIFY(m_app->workspace()->connection()->secondsToRetry() >= 0);
    QCOMPARE(m_app->workspace()->connection()->badgeKind(), QStringLiteral("warn"));

    m_state->openings.clear(); // its future holds the session as well
    bool seenNull = false;
    connect(m_app.get(), &AppController::workspaceChanged, this, [&] { seenNull = !m_app->workspace(); });
    m_app->signOut();
    QVERIFY(seenNull);
    QCOMPARE(m_app->stage(), AppController::Stage::Welcome);
    QCOMPARE(m_state->signOuts, 1);
    QCOMPARE(m_app->notices()->count(), 0);
    QTRY_VERIFY(session.expired()); // the files are free for whoever comes next
}

void AppControllerTest::whatIsToldIsTakenBackWithTheWorkspace()
{
    m_app->settings()->setAlertTexts(false);
    m_app->lookAround();
    answer(workspace());
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Ready);
    const QSignalSpy alerted(m_app.get(), &AppController::alerted);
    const QSignalSpy over(m_app.get(), &AppController::alertOver);
    m_app->workspace()->alerts()->tell(
        RaisedAlarm{.figure = QStringLiteral("deals.open"), .words = QStringLiteral("Open deals: 3"), .sounds = false});
    QCOMPARE(alerted.count(), 1);
    QCOMPARE(alerted[0][0].value<Alert>().body, QString()); // others look at this screen
    const QSignalSpy chosen(m_app->workspace()->alerts(), &Alerts::placeChosen);
    m_app->activateAlert(QStringLiteral("of an earlier start"));
    QVERIFY(chosen.isEmpty());
    m_app->signOut();
    QCOMPARE(over.count(), 1);
    m_app->activateAlert(alerted[0][0].value<Alert>().id); // nothing is open
}

void AppControllerTest::signingInAgain()
{
    m_app->signInAgain(QStringLiteral("too early"));
    QCOMPARE(m_state->password, QString());
    m_app->lookAround();
    answer(workspace());
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Ready);

    m_app->signInAgain(QStringLiteral("wrong"));
    QVERIFY(m_app->signingIn());
    m_state->signIn.addResult(Error{QStringLiteral("auth.invalid"), QStringLiteral("The password is wrong.")});
    m_state->signIn.finish();
    QTRY_VERIFY(!m_app->signingIn());
    QCOMPARE(m_app->signInProblem(), QStringLiteral("The password is wrong."));

    m_app->signInAgain(QStringLiteral("right"));
    QCOMPARE(m_app->signInProblem(), QString());
    m_state->signIn.addResult(dialect::Credentials{.token = QStringLiteral("token")});
    m_state->signIn.finish();
    QTRY_VERIFY(!m_app->signingIn());
    QCOMPARE(m_app->signInProblem(), QString());
    QCOMPARE(m_state->password, QStringLiteral("right"));
}

void AppControllerTest::lateSignInIsNotForTheNextWorkspace()
{
    m_app->lookAround();
    OpenedWorkspace opened = workspace();
    const std::weak_ptr<sync::Session> session = opened.session;
    answer(std::move(opened));
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Ready);
    m_app->signInAgain(QStringLiteral("wrong"));
    QVERIFY(m_app->signingIn());
    auto late = std::move(m_state->signIn);
    m_app->signOut();
    QVERIFY(!m_app->signingIn());
    m_state->openings.clear();
    QTRY_VERIFY(session.expired());

    m_app->lookAround();
    answer(workspace());
    QTRY_COMPARE(m_app->stage(), AppController::Stage::Ready);
    QStringList problems;
    QObject here;
    connect(m_app.get(), &AppController::signingInChanged, &here, [&] { problems.append(m_app->signInProblem()); });
    m_app->signInAgain(QStringLiteral("right"));
    late.addResult(Error{QStringLiteral("auth.invalid"), QStringLiteral("The password is wrong.")});
    late.finish();
    m_state->signIn.addResult(dialect::Credentials{.token = QStringLiteral("token")});
    m_state->signIn.finish();
    QTRY_VERIFY(!m_app->signingIn());
    QCOMPARE(problems, (QStringList{QString(), QString()}));
}

void AppControllerTest::settingsAreKept()
{
    Settings &settings = *m_app->settings();
    QCOMPARE(settings.theme(), QStringLiteral("system"));
    QCOMPARE(settings.language(), QStringLiteral("system"));
    const QSignalSpy changed(&settings, &Settings::themeChanged);
    settings.setTheme(QStringLiteral("dark"));
    settings.setTheme(QStringLiteral("dark"));
    QCOMPARE(changed.size(), 1);
    settings.setLanguage(QStringLiteral("de"));
    settings.setHighContrast(true);
    settings.setKeepDays(90);
    settings.setFileMegabytes(2000);
    settings.remember(QStringLiteral("list"), 320);

    m_app = std::make_unique<AppController>(std::make_unique<HeldOpener>(m_state), settingsFile(),
                                            std::make_shared<SystemClock>());
    QCOMPARE(m_app->settings()->theme(), QStringLiteral("dark"));
    QCOMPARE(m_app->settings()->language(), QStringLiteral("de"));
    QVERIFY(m_app->settings()->highContrast() && !m_app->settings()->reducedMotion());
    QCOMPARE(m_app->settings()->keepDays(), 90);
    QCOMPARE(m_app->settings()->fileMegabytes(), 2000);
    QCOMPARE(m_app->settings()->remembered(QStringLiteral("list"), 1), 320);
    QCOMPARE(m_app->settings()->remembered(QStringLiteral("other"), 1), 1);

    m_app->settings()->setTheme(QStringLiteral("sepia")); // of another version
    QCOMPARE(m_app->settings()->theme(), QStringLiteral("system"));
    m_app->settings()->setKeepDays(7);
    QCOMPARE(m_app->settings()->keepDays(), 0);
    m_app->settings()->setFileMegabytes(7);
    QCOMPARE(m_app->settings()->fileMegabytes(), 500);
}

void AppControllerTest::oldMessagesLeaveAsTheSettingSays()
{
    OpenedWorkspace opened = workspace();
    const std::shared_ptr<sync::Session> session = opened.session;
    const auto put = [&](qint64 seq, int daysOld) {
        QVERIFY(valueOf(session->store().addActivities(
                            {{.id = ActivityId(QString::number(seq)),
                              .actor = {},
                              .verb = QStringLiteral("Join"),
                              .object = {},
                              .target = {},
                              .published = (SystemClock().utc() - std::chrono::days(daysOld)).count(),
                              .stream = workspaceStream(),
                              .seq = seq}}))
                    .ok());
    };
    const auto kept = [&] { return valueOf(session->store().activities({}, 10)).size(); };
    put(1, 400);
    put(2, 100);
    put(3, 10);
    m_app->settings()->setKeepDays(365);
    m_app->lookAround();
    answer(std::move(opened));
    QTRY_COMPARE(kept(), 2);
    m_app->settings()->setKeepDays(30);
    QTRY_COMPARE(kept(), 1);
    m_state->openings.clear();
}

void AppControllerTest::noticesAreShownOnceUntilDismissed()
{
    NoticeListModel notices;
    const QAbstractItemModelTester tester(&notices, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Error full{QStringLiteral("storage.full"), QStringLiteral("The disk is full.")};
    notices.add(full);
    notices.add({QStringLiteral("other"), QStringLiteral("Something else.")});
    notices.add(full);
    QCOMPARE(Person::column(notices, NoticeListModel::CodeRole),
             (QVariantList{QStringLiteral("storage.full"), QStringLiteral("other")}));
    notices.dismiss(notices.index(0).data(NoticeListModel::NoticeIdRole).toInt());
    QCOMPARE(Person::column(notices, NoticeListModel::TextRole), QVariantList{QStringLiteral("Something else.")});
    notices.dismiss(999);
    QCOMPARE(notices.count(), 1);
}

QTEST_GUILESS_MAIN(AppControllerTest)
#include "AppControllerTest.moc"
