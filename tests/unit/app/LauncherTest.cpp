// SPDX-License-Identifier: GPL-3.0-or-later
#include "Launcher.h"

#include "Desk.h"
#include "models/AppController.h"
#include "platform/FileTokenStore.h"

using namespace frontdesk;
using namespace frontdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;                     ///< ms; these machines may be busy
const QString password = u"correct horse battery"_s; ///< of everybody at the fixture's desk
const QString notKept = u"The sign-in could not be kept."_s;

/// Tokens in files. While it is held, a read has no answer, like a keychain whose service does not start.
class HeldTokens final : public platform::TokenStore {
public:
    using Token = Result<std::optional<QString>>;

    explicit HeldTokens(const QString &folder)
        : m_files(folder)
    {
    }

    QFuture<Result<Done>> write(const QString &account, const QString &token) override
    {
        if (refusesWrites)
            return QtFuture::makeReadyFuture(Result<Done>(Error{u"token.notKept"_s, notKept}));
        return m_files.write(account, token);
    }
    QFuture<Token> read(const QString &account) override
    {
        if (!held)
            return m_files.read(account);
        auto &asked = m_asked.emplace_back(account, QPromise<Token>());
        asked.second.start();
        return asked.second.future();
    }
    QFuture<Result<Done>> remove(const QString &account) override { return m_files.remove(account); }
    [[nodiscard]] bool isSecure() const override { return false; }
    [[nodiscard]] QString description() const override { return m_files.description(); }

    [[nodiscard]] bool isAsked() const { return !m_asked.empty(); }
    void answer(const std::optional<Error> &refusal = {})
    {
        for (auto &[account, promise] : std::exchange(m_asked, {})) {
            promise.addResult(refusal ? Token(*refusal) : m_files.read(account).result());
            promise.finish();
        }
    }

    bool held = false;
    bool refusesWrites = false;

private:
    platform::FileTokenStore m_files;
    std::vector<std::pair<QString, QPromise<Token>>> m_asked;
};

} // namespace

class LauncherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void cacheIsThereBeforeTheKeychainAnswers();
    void refusingKeychainIsSaidAndTheCacheStays();
    void whatCannotBeKeptOpensAndIsSaid();
    void whatCannotBeKeptSignsInAgainAndIsSaid();
    void answerAfterSigningOutIsNotForUs();
    void signInAfterSigningOutIsNotKept();
    void thisComputerOpensAfterAStepThatFailed();
    void whatWasGivenUpOpensAgain();
    void anotherTakesThePlaceOfWhatWasGivenUp();

private:
    void start();
    /// A workspace that has been open, with one conversation; and the next start, in which the keychain is silent.
    void startAgainWithSilentKeychain();
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        const ConversationListModel &list = *m_app->workspace()->conversations();
        for (int row = 0; row < list.count(); ++row)
            titles.append(list.data(list.index(row), ConversationListModel::TitleRole).toString());
        return titles;
    }
    [[nodiscard]] connection::State state() const { return m_app->workspace()->session().status().state; }
    [[nodiscard]] QString lastNotice() const
    {
        return m_app->notices()->index(0).data(NoticeListModel::TextRole).toString();
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<HeldTokens> m_tokens;
    Launcher *m_launcher = nullptr; ///< of m_app
    std::unique_ptr<AppController> m_app;
};

void LauncherTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->add(u"ada"_s);
    m_folder = std::make_unique<QTemporaryDir>();
}

void LauncherTest::cleanup()
{
    m_app.reset();
    m_tokens.reset();
    m_desk.reset();
}

void LauncherTest::start()
{
    const auto folders = platform::DataFolders::open(m_folder->path());
    const auto demoFolders = platform::DataFolders::open(m_folder->filePath(u"demo"_s));
    QVERIFY(folders && demoFolders);
    m_tokens = std::make_shared<HeldTokens>(folders.value().tokens());
    const auto clock = std::make_shared<SystemClock>();
    auto launcher = std::make_unique<Launcher>(Launcher::Options{
        .folders = folders.value(), .demoFolders = demoFolders.value(), .tokens = m_tokens, .clock = clock});
    m_launcher = launcher.get();
    m_app = std::make_unique<AppController>(std::move(launcher), folders.value().settingsFile(), clock);
}

void LauncherTest::startAgainWithSilentKeychain()
{
    start();
    m_app->joinTeam(m_desk->url().toString(), u"ada"_s, password);
    QTRY_COMPARE_WITH_TIMEOUT(m_app->stage(), AppController::Stage::Ready, patience);
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
    m_app->workspace()->createGroup(u"Night shift"_s, {m_desk->add(u"ben"_s).id.text()});
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"Night shift"_s}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_app->workspace()->conversations()->index(0).data(ConversationListModel::PendingRole).toBool(), patience);
    m_app.reset();

    start();
    m_tokens->held = true;
    m_app->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_app->stage(), AppController::Stage::Ready, patience);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"Night shift"_s}, patience);
    QVERIFY(m_tokens->isAsked());
    QCOMPARE(state(), connection::State::Offline);
}

void LauncherTest::cacheIsThereBeforeTheKeychainAnswers()
{
    startAgainWithSilentKeychain();
    m_app->workspace()->createGroup(u"Written offline"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(titles().contains(u"Written offline"_s), patience);
    const ConnectionStatus *connection = m_app->workspace()->connection();
    QVERIFY2(connection->badgeText().startsWith(u"Waiting for the keychain"_s), qPrintable(connection->badgeText()));

    m_tokens->answer();
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
    QTRY_VERIFY(connection->badgeText().startsWith(u"Connected"_s));
    QCOMPARE(m_app->notices()->count(), 0);
    QVERIFY(!m_app->signInPlace().isEmpty());
}

void LauncherTest::refusingKeychainIsSaidAndTheCacheStays()
{
    startAgainWithSilentKeychain();
    m_tokens->answer(Error{u"keychain.refused"_s, u"The keychain refused access."_s});
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::SignInNeeded, patience);
    QCOMPARE(lastNotice(), u"The keychain refused access."_s);
    QCOMPARE(titles(), QStringList{u"Night shift"_s});

    m_app->signInAgain(password);
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
}

void LauncherTest::whatCannotBeKeptOpensAndIsSaid()
{
    start();
    m_tokens->refusesWrites = true;
    m_app->joinTeam(m_desk->url().toString(), u"ada"_s, password);
    QTRY_VERIFY_WITH_TIMEOUT(m_app->stage() != AppController::Stage::Opening, patience);
    QCOMPARE(m_app->problem(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
    QCOMPARE(lastNotice(), notKept);
}

void LauncherTest::whatCannotBeKeptSignsInAgainAndIsSaid()
{
    startAgainWithSilentKeychain();
    m_tokens->refusesWrites = true;
    m_tokens->answer(Error{u"keychain.refused"_s, u"The keychain refused access."_s});
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::SignInNeeded, patience);
    m_app->signInAgain(password);
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
    QCOMPARE(lastNotice(), notKept);
}

void LauncherTest::answerAfterSigningOutIsNotForUs()
{
    startAgainWithSilentKeychain();
    m_app->signOut();
    QCOMPARE(m_app->stage(), AppController::Stage::Welcome);
    m_tokens->answer();
    m_tokens->held = false;
    m_app->joinTeam(m_desk->url().toString(), u"ben"_s, password);
    QTRY_COMPARE_WITH_TIMEOUT(m_app->stage(), AppController::Stage::Ready, patience);
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
    QCOMPARE(m_app->workspace()->session().store().me().result()->name, u"ben"_s);
}

void LauncherTest::signInAfterSigningOutIsNotKept()
{
    start();
    m_app->joinTeam(m_desk->url().toString(), u"ada"_s, password);
    QTRY_COMPARE_WITH_TIMEOUT(m_app->stage(), AppController::Stage::Ready, patience);
    const auto signedIn = m_launcher->signInAgain(password);
    m_app->signOut();
    QTRY_VERIFY_WITH_TIMEOUT(signedIn.isFinished(), patience);
    QVERIFY(!signedIn.result());
    const auto folders = platform::DataFolders::open(m_folder->path());
    const QString name = folders.value().account(m_desk->url(), u"ada"_s).section(u'/', -1);
    const auto kept = [&] { return m_tokens->read(name).result().value().has_value(); };
    QTRY_VERIFY_WITH_TIMEOUT(!kept(), patience);
}

void LauncherTest::thisComputerOpensAfterAStepThatFailed()
{
    start();
    auto opened = store::Store::open(m_folder->filePath(u"accounts/this-computer"_s));
    QVERIFY(opened);
    std::unique_ptr<store::Store> held = std::move(opened).value().store;
    m_app->openThisComputer(u"Lena"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_app->stage(), AppController::Stage::Failed, patience);
    held.reset();
    m_app->tryAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_app->stage() != AppController::Stage::Opening, patience);
    QCOMPARE(m_app->problem(), QString());
    QCOMPARE(m_app->workspace()->myName(), u"Lena"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), connection::State::Online, patience);
}

void LauncherTest::whatWasGivenUpOpensAgain()
{
    start();
    m_app->openThisComputer(u"Lena"_s);
    m_app->backToWelcome();
    m_app->openThisComputer(u"Lena"_s); // while the first one is under way
    QTRY_VERIFY_WITH_TIMEOUT(m_app->stage() != AppController::Stage::Opening, patience);
    QCOMPARE(m_app->problem(), QString());
    m_app->signOut();

    const QString team = m_desk->url().toString();
    {
        const auto nobodys = m_launcher->open(OpenTeam{team, u"ada"_s, password});
        QTRY_VERIFY_WITH_TIMEOUT(nobodys.isFinished(), patience);
        QVERIFY(nobodys.result());
    }
    m_app->joinTeam(team, u"ada"_s, password);
    QTRY_VERIFY_WITH_TIMEOUT(m_app->stage() != AppController::Stage::Opening, patience);
    QCOMPARE(m_app->problem(), QString());
}

void LauncherTest::anotherTakesThePlaceOfWhatWasGivenUp()
{
    start();
    const auto givenUp = m_launcher->open(OpenThisComputer{u"Lena"_s});
    m_app->joinTeam(m_desk->url().toString(), u"ada"_s, password);
    QTRY_COMPARE_WITH_TIMEOUT(m_app->stage(), AppController::Stage::Ready, patience);
    QTRY_VERIFY_WITH_TIMEOUT(givenUp.isFinished(), patience);
    QVERIFY(!givenUp.result());
    const auto signedIn = m_launcher->signInAgain(password);
    QTRY_VERIFY_WITH_TIMEOUT(signedIn.isFinished(), patience);
    QVERIFY(signedIn.result()); // in the team
}

QTEST_GUILESS_MAIN(LauncherTest)
#include "LauncherTest.moc"
