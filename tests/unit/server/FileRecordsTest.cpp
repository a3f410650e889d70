// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordsUnderTest.h"
#include "server/storage/Storage.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QString someHash(QChar digit)
{
    return QString(64, digit);
}

} // namespace

/// How much room files take, which is asked for with each piece of an upload.
class FileRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSumIsCountedAgainOnlyWhenItChanges();
    void theSumIsRightAfterWhatWasUndone();
};

void FileRecordsTest::theSumIsCountedAgainOnlyWhenItChanges()
{
    RecordsUnderTest desk;
    FileRecords &files = desk.records().files;
    const User ada = desk.addUser(u"ada"_s);
    QCOMPARE(files.bytes(), 0);
    files.put(ada.id, someHash(u'a'), 5, desk.now);
    QCOMPARE(files.bytes(), 5);
    // Written behind its back, so that it shows who reads the table.
    desk.records().database.run(u"UPDATE files SET size = size + 100"_s);
    QCOMPARE(files.bytes(), 5);
    files.put(ada.id, someHash(u'b'), 7, desk.now);
    QCOMPARE(files.bytes(), 112);
    files.forgetUnnamed(desk.now + 1);
    QCOMPARE(files.bytes(), 0);
}

void FileRecordsTest::theSumIsRightAfterWhatWasUndone()
{
    const QTemporaryDir folder;
    auto opened = Storage::open({.file = folder.filePath(u"server.sqlite"_s),
                                 .clock = std::make_shared<SystemClock>(),
                                 .deliver = [](const std::function<void()> &task) { task(); },
                                 .committed = [](const JournalTransaction &) {}});
    QVERIFY(opened.ok());
    const auto storage = std::move(opened).value();
    const auto user = storage->writeAndWait<User>([](Records &records, qint64 now) {
        return records.accounts.create({.name = u"ada"_s, .displayName = u"Ada"_s, .password = {}}, {}, now);
    });
    QVERIFY(user.ok());
    const auto bytesWith = [&](QChar digit, const std::optional<Error> &problem) {
        return storage->writeAndWait<qint64>([&](Records &records, qint64 now) -> Result<qint64> {
            records.files.put(user.value().id, someHash(digit), 5, now);
            const qint64 bytes = records.files.bytes();
            return problem ? Result<qint64>(*problem) : Result<qint64>(bytes);
        });
    };
    const auto bytes = [&] {
        return storage
            ->writeAndWait<qint64>([](Records &records, qint64) -> Result<qint64> { return records.files.bytes(); })
            .value();
    };
    QCOMPARE(bytesWith(u'a', {}).value(), 5);
    QVERIFY(!bytesWith(u'b', Error{u"no"_s, u"No."_s}).ok());
    QCOMPARE(bytes(), 5);
    // The whole transaction is undone.
    const auto failed = storage->writeAndWait<qint64>([&](Records &records, qint64 now) -> Result<qint64> {
        records.files.put(user.value().id, someHash(u'c'), 5, now);
        (void)records.files.bytes();
        throw StorageFailure{{u"server.storage"_s, u"The disk is full."_s}};
    });
    QVERIFY(!failed.ok());
    QCOMPARE(bytes(), 5);
}

QTEST_GUILESS_MAIN(FileRecordsTest)
#include "FileRecordsTest.moc"
