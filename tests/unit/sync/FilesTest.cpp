// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

#include <QtCore/QUuid>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray noise(qsizetype size, int seed = 1)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + seed * (i >> 8) + seed);
    return bytes;
}

using Progress = sync::FileProgress::State;

constexpr qint64 threePieces = 3 * 128 * 1024; // bytes

} // namespace

/// Files from one client to another: real clients, a real server, and a network that fails.
class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsAttachedOfflineArrivesOnce();
    void aCutInTheMiddleIsGoneOnFrom();
    void aStoppedServerIsGoneOnFrom();
    void aProgramThatEndsGoesOnWhereItWas();
    void otherConversationsDoNotWait();
    void aFileOnItsWayIsCalledOff();
    void aMessageOfAFileAloneIsCalledOff();
    void whatIsBehindACalledOffFileGoesOn();
    void whatTheServerHasIsNotCalledOff();
    void whatTheServerHasLostIsSentAgain();
    void aFileThatIsGoneIsRefusedWithWords();
    void whatIsBehindARefusedFileGoesOnceOnly();
    void aFileThatIsTooLargeIsNotAttached();
    void aFullServerRefusesAndTheMessageStays();
    void aDownloadGoesOnFromWhereItWas();
    void whatNobodyMayReadFailsWithWords();
    void recordsNameFilesToo();
    void theBudgetSparesWhatWaits();
    void clearingSparesWhatWaits();
    void draftsKeepTheirFiles();

private:
    FileRef attach(Client &client, const QByteArray &bytes, const QString &name = u"Plan.bin"_s)
    {
        const auto file = valueOf(client.session->attach(bytes, name));
        if (!file)
            qWarning("%s", qPrintable(file.error().message));
        return file ? file.value() : FileRef();
    }
    void watch(Client &client)
    {
        m_progress.clear();
        QObject::connect(client.session.get(), &sync::Session::fileProgressed, this,
                         [this](const sync::FileProgress &progress) { m_progress.append(progress); });
    }
    [[nodiscard]] int count(Progress state) const
    {
        return int(std::count_if(m_progress.begin(), m_progress.end(),
                                 [&](const sync::FileProgress &progress) { return progress.state == state; }));
    }
    /// The files of the only message that says this.
    static QVector<FileRef> filesOf(const Client &client, const ConversationId &conversation, const QString &text)
    {
        QVector<FileRef> files;
        int found = 0;
        for (const Message &message : valueOf(client.store().messages(conversation, {}, 1'000)).messages)
            if (message.text == text) {
                files = message.files;
                ++found;
            }
        return found == 1 ? files : QVector<FileRef>();
    }
    /// Until the server has so many bytes of a file of Ada's, which it tells on another connection.
    void awaitBytes(const FileRef &file, qint64 bytes)
    {
        qint64 have = 0; // the link's last answer finds both
        bool ready = false;
        dialect::FrontdeskLink link(m_desk->url());
        QObject::connect(&link, &dialect::Link::ready, this, [&ready] { ready = true; });
        link.open({.token = m_ada->credentials().token, .client = u"test"_s, .cursor = {}, .observer = true});
        const auto known = [&] {
            if (ready)
                link.putFile(file, 0, {},
                             [&have](const Result<qint64> &answer) { have = answer ? answer.value() : have; });
            return have;
        };
        QTRY_VERIFY_WITH_TIMEOUT(known() >= bytes, 20'000);
    }
    QByteArray fetched(Client &client, const FileRef &file)
    {
        watch(client);
        client.session->fetchFile(file);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(count(Progress::Here) + count(Progress::Failed) > 0, 30'000); }();
        const auto bytes = valueOf(client.store().blobs().read(file.hash, 0, 100'000'000));
        return bytes ? bytes.value() : QByteArray();
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Client> m_ada, m_ben;
    User m_benUser;
    ConversationId m_group;
    QVector<sync::FileProgress> m_progress;
};

void FilesTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->add(u"ada"_s);
    m_benUser = m_desk->add(u"ben"_s);
    m_ada = std::make_unique<Client>(m_desk->url(), m_desk->credentials(u"ada"_s));
    m_ben = std::make_unique<Client>(m_desk->url(), m_desk->credentials(u"ben"_s));
    m_ada->connectAndCatchUp();
    m_ben->connectAndCatchUp();
    m_group = m_ada->makeGroup(u"Plans"_s, {m_benUser.id});
    m_ada->settle();
    QTRY_VERIFY_WITH_TIMEOUT(m_ben->knows(m_group), 20'000);
}

void FilesTest::cleanup()
{
    m_ada.reset();
    m_ben.reset();
    m_desk.reset();
}

void FilesTest::whatIsAttachedOfflineArrivesOnce()
{
    m_ada->session->goOffline();
    m_ada->becomes(connection::State::Offline);
    const QByteArray bytes = noise(700'000);
    QTemporaryDir elsewhere;
    const QString path = elsewhere.filePath(u"Plan.pdf"_s);
    {
        QFile original(path);
        QVERIFY(original.open(QFile::WriteOnly));
        original.write(bytes);
    }
    const auto file = valueOf(m_ada->session->attach(path));
    QVERIFY(file);
    QCOMPARE(file.value(), (FileRef{hashOf(bytes), u"Plan.pdf"_s, bytes.size(), u"application/pdf"_s}));
    QVERIFY(QFile::remove(path)); // it was copied
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file.value()}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    m_ada->connectAndCatchUp();
    m_ada->settle();
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file.value()}, 20'000);
    QCOMPARE(fetched(*m_ben, file.value()), bytes);
    QCOMPARE(m_ada->texts(m_group), QStringList{u"The plan"_s});
}

void FilesTest::aCutInTheMiddleIsGoneOnFrom()
{
    const QByteArray bytes = noise(1'000'000); // eight pieces
    const FileRef file = attach(*m_ada, bytes);
    m_ada->faults->cutAfterPieces = 3;
    watch(*m_ada);
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    m_ada->settle();
    QCOMPARE(m_ada->faults->pieces.load(), 8); // no piece went twice
    QVERIFY(m_ada->states.contains(connection::State::Waiting));
    QCOMPARE(count(Progress::Gone), 1);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 20'000);
    QCOMPARE(fetched(*m_ben, file), bytes);
    QCOMPARE(m_ada->texts(m_group), QStringList{u"The plan"_s});
}

void FilesTest::aStoppedServerIsGoneOnFrom()
{
    const QByteArray bytes = noise(1'000'000);
    const FileRef file = attach(*m_ada, bytes);
    m_ada->faults->holdAfterPieces = 3; // what was held is lost with the server
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->faults->holding, 20'000);
    awaitBytes(file, threePieces);
    m_desk->stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->states.contains(connection::State::Waiting), 20'000); // no answer counts any more
    m_ada->faults->holding = false;
    m_desk->startAgain(); // Ada is back by herself: asked for, a connection that is there already would be cut
    m_ada->settle();
    QCOMPARE(m_ada->faults->pieces.load(), 8);
    m_ben->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 30'000);
    QCOMPARE(fetched(*m_ben, file), bytes);
}

void FilesTest::aProgramThatEndsGoesOnWhereItWas()
{
    const QByteArray bytes = noise(1'000'000);
    const FileRef file = attach(*m_ada, bytes);
    m_ada->faults->holdAfterPieces = 3;
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->faults->holding, 20'000);
    awaitBytes(file, threePieces);
    m_ada->close();
    m_ada->faults->holding = false;
    m_ada->open(m_desk->url());
    m_ada->connectAndCatchUp();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 0, 30'000);
    QCOMPARE(m_ada->faults->pieces.load(), 8);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 20'000);
    QCOMPARE(fetched(*m_ben, file), bytes);
}

void FilesTest::otherConversationsDoNotWait()
{
    const ConversationId other = m_ada->makeGroup(u"Other"_s, {m_benUser.id});
    m_ada->settle();
    const FileRef file = attach(*m_ada, noise(1'000'000));
    m_ada->faults->holdAfterPieces = 2;
    const CommandId withFile = m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    const CommandId behind = m_ada->say(m_group, u"Have you seen it?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->faults->holding, 20'000);
    const CommandId elsewhere = m_ada->say(other, u"Hello"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->answered.contains(elsewhere), 20'000);
    QVERIFY(!m_ada->answered.contains(withFile));
    QVERIFY(!m_ada->answered.contains(behind)); // its lane keeps its order
    m_ada->faults->holding = false;
    m_ada->settle();
    QCOMPARE(m_ada->texts(m_group), (QStringList{u"The plan"_s, u"Have you seen it?"_s}));
}

void FilesTest::aFileOnItsWayIsCalledOff()
{
    const FileRef file = attach(*m_ada, noise(1'000'000));
    m_ada->faults->holdAfterPieces = 2;
    const CommandId old = m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    m_ada->say(m_group, u"Have you seen it?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->faults->holding, 20'000);
    watch(*m_ada);
    m_ada->session->replace(old, SendMessage{m_group, u"The plan"_s, {}}); // what was typed goes
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->texts(m_group), (QStringList{u"The plan"_s, u"Have you seen it?"_s}), 20'000);
    QTRY_COMPARE(count(Progress::Gone), 1); // nobody shows it as being sent
    m_ada->faults->holding = false;         // the late answer counts for nothing
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().pending()).size(), 0, 20'000);
    QCOMPARE(m_ada->faults->pieces.load(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group), (QStringList{u"The plan"_s, u"Have you seen it?"_s}), 20'000);
    QVERIFY(filesOf(*m_ben, m_group, u"The plan"_s).isEmpty());
    QVERIFY(m_ada->refused.isEmpty());
}

void FilesTest::aMessageOfAFileAloneIsCalledOff()
{
    const FileRef file = attach(*m_ada, noise(1'000'000));
    m_ada->faults->holdAfterPieces = 2;
    const CommandId old = m_ada->submit(SendMessage{m_group, {}, {file}});
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->faults->holding, 20'000);
    m_ada->session->discard(old);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().pending()).size(), 0, 20'000);
    m_ada->faults->holding = false;
    m_ada->say(m_group, u"Later"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group), QStringList{u"Later"_s}, 20'000);
    QCOMPARE(m_ada->faults->pieces.load(), 2);
}

void FilesTest::whatIsBehindACalledOffFileGoesOn()
{
    const ConversationId other = m_ada->makeGroup(u"Other"_s, {m_benUser.id});
    m_ada->settle();
    const FileRef first = attach(*m_ada, noise(1'000'000));
    const QByteArray bytes = noise(300'000);
    const FileRef second = attach(*m_ada, bytes, u"Second.bin"_s);
    m_ada->faults->holdAfterPieces = 2;
    const CommandId old = m_ada->submit(SendMessage{m_group, {}, {first}});
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->faults->holding, 20'000);
    m_ada->submit(SendMessage{other, u"The second"_s, {second}});
    m_ada->session->discard(old);
    m_ada->faults->holding = false;
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().pending()).size(), 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, other, u"The second"_s), QVector<FileRef>{second}, 20'000);
    QCOMPARE(fetched(*m_ben, second), bytes);
    QVERIFY(m_ben->texts(m_group).isEmpty());
}

void FilesTest::whatTheServerHasIsNotCalledOff()
{
    const FileRef file = attach(*m_ada, noise(100'000));
    QVector<Error> told;
    connect(m_ada->session.get(), &sync::Session::failed, this, [&](const Error &error) { told.append(error); });
    const CommandId id = m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->answered.contains(id), 20'000);
    m_ada->settle();
    m_ada->session->replace(id, SendMessage{m_group, u"The plan"_s, {}});
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 20'000); // it is said, and the message stays as it is
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 20'000);
    QCOMPARE(m_ada->texts(m_group), QStringList{u"The plan"_s});
}

void FilesTest::whatTheServerHasLostIsSentAgain()
{
    const QByteArray bytes = noise(300'000);
    const FileRef file = attach(*m_ada, bytes);
    m_desk->stop();
    m_desk->keepBackup();
    m_desk->startAgain();
    m_ada->session->connectNow();
    m_ada->becomes(connection::State::Online);
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    m_ada->settle();
    // The database as it was before, and none of the files.
    m_desk->stop();
    m_desk->restoreBackup();
    m_desk->startAgain();
    m_ada->session->connectNow();
    m_ada->becomes(connection::State::Online);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().pending()).size(), 1, 20'000); // lost, and the person decides
    m_ada->session->retry(valueOf(m_ada->store().pending()).constFirst().command.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 0, 30'000);
    m_ben->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 30'000);
    QCOMPARE(fetched(*m_ben, file), bytes);
}

void FilesTest::aFileThatIsGoneIsRefusedWithWords()
{
    m_ada->session->goOffline();
    m_ada->becomes(connection::State::Offline);
    const FileRef file = attach(*m_ada, noise(1'000));
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    QVERIFY(QFile::remove(m_ada->store().blobs().pathOf(file.hash)));
    m_ada->connectAndCatchUp();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->refused.size(), 1, 20'000);
    QCOMPARE(m_ada->refused.constFirst().second.code, u"file.gone"_s);
    QVERIFY(!m_ada->refused.constFirst().second.message.isEmpty());
    // It is attached again, and sent again.
    QCOMPARE(attach(*m_ada, noise(1'000)), file);
    m_ada->session->retry(m_ada->refused.constFirst().first);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 20'000);
}

void FilesTest::whatIsBehindARefusedFileGoesOnceOnly()
{
    m_ada->session->goOffline();
    m_ada->becomes(connection::State::Offline);
    const FileRef gone = attach(*m_ada, noise(1'000));
    const QByteArray bytes = noise(300'000); // three pieces
    const FileRef file = attach(*m_ada, bytes);
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {gone}});
    m_ada->submit(SendMessage{m_group, u"The next plan"_s, {file}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 2, 20'000);
    QVERIFY(QFile::remove(m_ada->store().blobs().pathOf(gone.hash)));
    m_ada->connectAndCatchUp();
    m_ada->settle();
    QCOMPARE(m_ada->refused.size(), 1);
    QCOMPARE(m_ada->faults->pieces.load(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The next plan"_s), QVector<FileRef>{file}, 20'000);
    QCOMPARE(fetched(*m_ben, file), bytes);
}

void FilesTest::aFileThatIsTooLargeIsNotAttached()
{
    const auto file = valueOf(m_ada->session->attach(QByteArray(25 * 1024 * 1024 + 1, 'x'), u"Large"_s));
    QCOMPARE(file.error().code, u"file.tooLarge"_s);
    QCOMPARE(valueOf(m_ada->session->attach(QByteArray(), u"Empty"_s)).error().code, u"file.empty"_s);
    QCOMPARE(valueOf(m_ada->session->attach(u"/nowhere/at/all"_s)).error().code, u"file.unreadable"_s);
}

void FilesTest::aFullServerRefusesAndTheMessageStays()
{
    m_ada->close();
    m_ben->close();
    m_desk->fileQuota = 10;
    m_desk->stop();
    m_desk->startAgain();
    m_ada->open(m_desk->url());
    m_ada->connectAndCatchUp();
    const FileRef file = attach(*m_ada, noise(1'000));
    const CommandId id = m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->refused.size(), 1, 20'000);
    QCOMPARE(m_ada->refused.constFirst().first, id);
    QCOMPARE(m_ada->refused.constFirst().second.code, u"files.full"_s);
    QCOMPARE(m_ada->waiting(), 1); // with its text and its file, to be sent again
    QVERIFY(valueOf(m_ada->store().blobs().state(file)).here);
}

void FilesTest::aDownloadGoesOnFromWhereItWas()
{
    const QByteArray bytes = noise(1'000'000);
    const FileRef file = attach(*m_ada, bytes);
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {file}});
    m_ada->settle();
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(*m_ben, m_group, u"The plan"_s), QVector<FileRef>{file}, 20'000);
    QVERIFY(!valueOf(m_ben->store().blobs().state(file)).here); // nobody has asked for it
    m_ben->faults->cutAfterParts = 3;
    QCOMPARE(fetched(*m_ben, file), bytes);
    QCOMPARE(m_ben->faults->parts.load(), 9); // eight, and the one whose answer was lost
    QCOMPARE(count(Progress::Failed), 0);
}

void FilesTest::whatNobodyMayReadFailsWithWords()
{
    const FileRef file = attach(*m_ada, noise(1'000));
    watch(*m_ben);
    m_ben->session->fetchFile(file);
    QTRY_COMPARE_WITH_TIMEOUT(count(Progress::Failed), 1, 20'000);
    QCOMPARE(m_progress.constLast().error.code, u"file.unknown"_s);
}

void FilesTest::recordsNameFilesToo()
{
    const QByteArray bytes = noise(300'000);
    const FileRef file = attach(*m_ada, bytes);
    const auto newRef = [](RecordKind kind) {
        return RecordRef{kind, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    };
    const RecordRef contact = newRef(RecordKind::Contact);
    const RecordRef record = newRef(RecordKind::File);
    m_ada->submit(CreateRecord{.record = contact, .set = {{fields::name, u"Maya"_s}}, .lists = {}});
    m_ada->submit(CreateRecord{
        .record = record, .set = {{fields::about, contact.text()}, {fields::file, toJson(file)}}, .lists = {}});
    m_ada->settle();
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ben->store().recordsNaming(contact)).size(), 1, 20'000);
    const RecordState state = valueOf(m_ben->store().recordsNaming(contact)).constFirst();
    QCOMPARE(state.record, record);
    QCOMPARE(fileFromJson(state.fields[fields::file]).value(), file);
    QCOMPARE(fetched(*m_ben, file), bytes);
}

void FilesTest::theBudgetSparesWhatWaits()
{
    m_ada->session->goOffline();
    m_ada->becomes(connection::State::Offline);
    const FileRef waits = attach(*m_ada, noise(1'000, 1));
    const FileRef drafted = attach(*m_ada, noise(1'000, 2));
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {waits}});
    m_ada->session->saveDraftFiles(m_group, {drafted});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    m_ada->session->setFileBudget(0);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().draftFiles(m_group)), QVector<FileRef>{drafted}, 20'000);
    QVERIFY(valueOf(m_ada->store().trimFiles(0)));
    QVERIFY(valueOf(m_ada->store().blobs().state(waits)).here);
    QVERIFY(valueOf(m_ada->store().blobs().state(drafted)).here);
    m_ada->connectAndCatchUp();
    m_ada->settle();
    m_ada->session->saveDraftFiles(m_group, {});
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_ada->store().draftFiles(m_group)).isEmpty(), 20'000);
    QVERIFY(valueOf(m_ada->store().trimFiles(0)));
    QVERIFY(!valueOf(m_ada->store().blobs().state(waits)).here);
    QVERIFY(!valueOf(m_ada->store().blobs().state(drafted)).here);
    (void)fetched(*m_ada, waits); // it comes, and the budget of nothing lets it go
    QTRY_VERIFY(!valueOf(m_ada->store().blobs().state(waits)).here);
}

void FilesTest::clearingSparesWhatWaits()
{
    m_ada->session->goOffline();
    m_ada->becomes(connection::State::Offline);
    const FileRef waits = attach(*m_ada, noise(1'000, 1));
    const FileRef seen = attach(*m_ada, noise(1'000, 2));
    m_ada->store().blobs().release({seen});
    m_ada->submit(SendMessage{m_group, u"The plan"_s, {waits}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    QVERIFY(valueOf(m_ada->store().clearCache()));
    QVERIFY(valueOf(m_ada->store().blobs().state(waits)).here);
    QVERIFY(!valueOf(m_ada->store().blobs().state(seen)).here);
}

void FilesTest::draftsKeepTheirFiles()
{
    const FileRef file = attach(*m_ada, noise(1'000));
    m_ada->session->saveDraftFiles(m_group, {file});
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().draftFiles(m_group)), QVector<FileRef>{file}, 20'000);
    m_ada->close();
    m_ada->open(m_desk->url());
    QCOMPARE(valueOf(m_ada->store().draftFiles(m_group)), QVector<FileRef>{file});
    m_ada->submit(SendMessage{m_group, {}, {file}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    QCOMPARE(valueOf(m_ada->store().draftFiles(m_group)), QVector<FileRef>()); // in the transaction of the message
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
