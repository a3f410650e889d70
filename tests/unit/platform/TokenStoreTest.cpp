// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/TokenStore.h"

#include "platform/FileTokenStore.h"
#include "platform/KeychainTokenStore.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::platform;

namespace {

using Token = std::optional<QString>;

/// A keychain that is there and can be told to refuse: what a person does is the one thing a test cannot have for real.
class FakeKeychain final : public TokenStore {
public:
    std::optional<Error> failure;
    QHash<QString, QString> tokens;

    QFuture<Result<Done>> write(const QString &account, const QString &token) override
    {
        if (!failure) {
            tokens.insert(account, token);
        }
        return QtFuture::makeReadyFuture(failure ? Result<Done>(*failure) : Result<Done>(Done{}));
    }
    QFuture<Result<Token>> read(const QString &account) override
    {
        const Token token = tokens.contains(account) ? Token(tokens.value(account)) : Token();
        return QtFuture::makeReadyFuture(failure ? Result<Token>(*failure) : Result<Token>(token));
    }
    QFuture<Result<Done>> remove(const QString &account) override
    {
        tokens.remove(account);
        return QtFuture::makeReadyFuture(failure ? Result<Done>(*failure) : Result<Done>(Done{}));
    }
    [[nodiscard]] bool isSecure() const override { return true; }
    [[nodiscard]] QString description() const override { return QStringLiteral("keychain"); }
};

Error missing()
{
    return {keychainMissing, QStringLiteral("none")};
}
Error refused()
{
    return {QStringLiteral("keychain.refused"), QStringLiteral("no")};
}

/// The value of a future that needs this thread's event loop.
template <class T>
T await(const QFuture<T> &future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000); }();
    return future.isFinished() ? future.result()
                               : T(Error{QStringLiteral("test.timeout"), QStringLiteral("no answer")});
}

} // namespace

class TestTokenStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFileIsClosedToOthers();
    void accountsHaveTokensOfTheirOwn();
    void whereThereIsNoKeychainTheFileServesAndSaysSo();
    void theRealKeychainWithoutASessionBusIsMissing();
    void theRealStoreWorksWithoutAKeychain();
    void aKeychainThatRefusesIsNotGoneRound();
    void aKeychainThatComesLaterTakesOver();
    void aFolderThatCannotBeWrittenIsSaid();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_tokens;
};

void TestTokenStore::initTestCase()
{
    // No session bus, whatever runs on the machine of the test.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("DISPLAY");
}

void TestTokenStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_tokens = m_folder->filePath(QStringLiteral("tokens"));
}

void TestTokenStore::aFileIsClosedToOthers()
{
    FileTokenStore store(m_tokens);
    QVERIFY(await(store.write(QStringLiteral("lena@desk"), QStringLiteral("secret"))).ok());
    const QStringList files = QDir(m_tokens).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_tokens + u'/' + files.first()) & others));
    QVERIFY(!(QFile::permissions(m_tokens) & others));
    QVERIFY(!store.isSecure());
}

void TestTokenStore::accountsHaveTokensOfTheirOwn()
{
    FileTokenStore store(m_tokens);
    const QString lena = QStringLiteral("lena@desk");
    const QString other = QStringLiteral("../lena@desk");
    QCOMPARE(await(store.read(lena)).value(), Token());
    QVERIFY(await(store.write(lena, QStringLiteral("one"))).ok());
    QVERIFY(await(store.write(other, QStringLiteral("two"))).ok());
    QVERIFY(await(store.write(lena, QStringLiteral("three"))).ok());
    QCOMPARE(await(store.read(lena)).value(), Token(QStringLiteral("three")));
    QCOMPARE(await(store.read(other)).value(), Token(QStringLiteral("two")));
    QVERIFY(await(store.remove(lena)).ok());
    QVERIFY(await(store.remove(lena)).ok());
    QCOMPARE(await(store.read(lena)).value(), Token());
    QCOMPARE(await(store.read(other)).value(), Token(QStringLiteral("two")));
}

void TestTokenStore::whereThereIsNoKeychainTheFileServesAndSaysSo()
{
    auto keychain = std::make_unique<FakeKeychain>();
    keychain->failure = missing();
    const auto store = makeTokenStore(std::move(keychain), std::make_unique<FileTokenStore>(m_tokens));
    QVERIFY(await(store->write(QStringLiteral("a"), QStringLiteral("token"))).ok());
    QVERIFY(!store->isSecure());
    QVERIFY(store->description().contains(m_tokens));
    QCOMPARE(await(store->read(QStringLiteral("a"))).value(), Token(QStringLiteral("token")));
    QVERIFY(await(store->remove(QStringLiteral("a"))).ok());
    QCOMPARE(await(store->read(QStringLiteral("a"))).value(), Token());
}

void TestTokenStore::theRealKeychainWithoutASessionBusIsMissing()
{
    KeychainTokenStore keychain(QStringLiteral("Frontdesk test"));
    const auto written = await(keychain.write(QStringLiteral("a"), QStringLiteral("token")));
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, QString(keychainMissing));
    QVERIFY(!written.error().message.isEmpty());
}

void TestTokenStore::theRealStoreWorksWithoutAKeychain()
{
    const auto store = makeTokenStore(m_tokens);
    QVERIFY(await(store->write(QStringLiteral("a"), QStringLiteral("token"))).ok());
    QVERIFY(!store->isSecure());
    QCOMPARE(await(store->read(QStringLiteral("a"))).value(), Token(QStringLiteral("token")));
    QVERIFY(await(store->remove(QStringLiteral("a"))).ok());
    QVERIFY(QDir(m_tokens).isEmpty());
}

void TestTokenStore::aKeychainThatRefusesIsNotGoneRound()
{
    auto keychain = std::make_unique<FakeKeychain>();
    keychain->failure = refused();
    const auto store = makeTokenStore(std::move(keychain), std::make_unique<FileTokenStore>(m_tokens));
    const auto written = await(store->write(QStringLiteral("a"), QStringLiteral("token")));
    QVERIFY(!written.ok());
    QCOMPARE(written.error(), refused());
    QVERIFY2(!QFile::exists(m_tokens), "the token was written into a file against the person's will");
    QVERIFY(store->isSecure());
}

void TestTokenStore::aKeychainThatComesLaterTakesOver()
{
    auto owned = std::make_unique<FakeKeychain>();
    FakeKeychain *keychain = owned.get();
    keychain->failure = missing();
    const auto store = makeTokenStore(std::move(owned), std::make_unique<FileTokenStore>(m_tokens));
    QVERIFY(await(store->write(QStringLiteral("a"), QStringLiteral("old"))).ok());

    keychain->failure.reset();
    QCOMPARE(await(store->read(QStringLiteral("a"))).value(), Token(QStringLiteral("old")));
    QVERIFY(await(store->write(QStringLiteral("a"), QStringLiteral("new"))).ok());
    QCOMPARE(keychain->tokens.value(QStringLiteral("a")), QStringLiteral("new"));
    QVERIFY2(QDir(m_tokens).isEmpty(), "the readable copy is still there");
    QVERIFY(store->isSecure());
}

void TestTokenStore::aFolderThatCannotBeWrittenIsSaid()
{
    QFile inTheWay(m_tokens);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    FileTokenStore store(m_tokens);
    const auto written = await(store.write(QStringLiteral("a"), QStringLiteral("token")));
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.contains(m_tokens));
}

QTEST_GUILESS_MAIN(TestTokenStore)
#include "TokenStoreTest.moc"
