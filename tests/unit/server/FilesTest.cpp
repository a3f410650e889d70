// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordsUnderTest.h"
#include "server/storage/FileFolder.h"
#include "server/storage/Seed.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

FileRef fileOf(const QByteArray &bytes, const QString &type = u"image/png"_s)
{
    return {.hash = hashOf(bytes), .name = u"A.png"_s, .size = bytes.size(), .type = type};
}

} // namespace

/// Who may read and name which file, and what lies on the disk.
class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoPutItMayReadAndNameIt();
    void aFileThatIsNotReadMayNotBeNamed();
    void aFileOfAnotherSizeIsRefused();
    void whoSeesWhatNamesItMayReadIt_data();
    void whoSeesWhatNamesItMayReadIt();
    void aRecordThatMovesTakesItsFilesAlong();
    void whoLeavesAConversationReadsNoMore();
    void aConflictingPictureIsSeenByThoseWhoDecide();
    void whatNothingNamesIsForgotten();
    void notesRulesHoldForFiles();
    void aMessageMayHaveFilesAlone();
    void piecesLieForTheirOwnerOnly();
    void damagedBytesAreForgotten();
    void anUploadIsEverybodysOwn();
    void adoptingTwiceChangesNothing();
    void uploadsReserveTheirRoom();
    void reservedRoomIsGivenBackOnce();
    void reservedRoomIsKnownWithoutLookingAtTheDisk();

private:
    void put(RecordsUnderTest &records, const User &user, const FileRef &file)
    {
        records.records().files.put(user.id, file.hash, file.size, records.now);
    }
    bool reads(RecordsUnderTest &records, const User &user, const FileRef &file)
    {
        return records.records().files.sizeFor(user.id, file.hash).has_value();
    }
    static RecordRef make(RecordsUnderTest &records, const User &user, RecordKind kind, const QJsonObject &set)
    {
        const RecordRef record{kind, newId()};
        const auto made = records.give(user, CreateRecord{.record = record, .set = set, .lists = {}});
        if (!made)
            qWarning("%s: %s", qPrintable(made.error().code), qPrintable(made.error().message));
        return made ? record : RecordRef();
    }
    static void see(RecordsUnderTest &records, const User &admin, const QString &visibility)
    {
        QVERIFY(records.give(admin, ChangeRecord{.record = workspaceRecord(),
                                                 .basis = {.version = 100, .after = {}},
                                                 .set = {{fields::visibility, visibility}},
                                                 .was = {},
                                                 .lists = {},
                                                 .resolves = {}}));
    }
    static ChangeRecord setting(const RecordRef &record, const QString &field, const QJsonValue &value,
                                qint64 base = 100)
    {
        return {.record = record,
                .basis = {.version = base, .after = {}},
                .set = {{field, value}},
                .was = {},
                .lists = {},
                .resolves = {}};
    }
};

void FilesTest::whoPutItMayReadAndNameIt()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const User ben = records.addUser(u"ben"_s);
    const FileRef file = fileOf("a");
    QVERIFY(!reads(records, ada, file));
    put(records, ada, file);
    QVERIFY(reads(records, ada, file));
    QVERIFY(!reads(records, ben, file));
    put(records, ben, file);
    QVERIFY(reads(records, ben, file));
    const ConversationId group = records.createGroup(ada, u"G"_s, {ben.id});
    QVERIFY(records.give(ada, SendMessage{group, u"Look"_s, {file}}));
    QCOMPARE(records.told(u"message:new"_s)["files"_L1].toArray(), toJson(QVector<FileRef>{file}));
}

void FilesTest::aFileThatIsNotReadMayNotBeNamed()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const User ben = records.addUser(u"ben"_s);
    const ConversationId group = records.createGroup(ada, u"G"_s, {ben.id});
    const FileRef adas = fileOf("adas");
    put(records, ada, adas);
    // The same words for one that nobody has and one that is somebody else's.
    const auto foreign = records.give(ben, SendMessage{group, u"Mine"_s, {adas}});
    FileRef nobodys = fileOf("nobodys");
    const auto unknown = records.give(ben, SendMessage{group, u"Mine"_s, {nobodys}});
    QCOMPARE(foreign.error().code, u"file.missing"_s);
    QCOMPARE(unknown.error().code, u"file.missing"_s);
    QCOMPARE(foreign.error().message, unknown.error().message);
    QVERIFY(!reads(records, ben, adas)); // what was refused gives no access
    QCOMPARE(records.refusalOf(ben, CreateRecord{.record = {RecordKind::Contact, newId()},
                                                 .set = {{fields::name, u"C"_s}, {fields::picture, toJson(adas)}},
                                                 .lists = {}}),
             u"file.missing"_s);
}

void FilesTest::aFileOfAnotherSizeIsRefused()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const ConversationId group = records.createGroup(ada, u"G"_s, {records.addUser(u"ben"_s).id});
    FileRef file = fileOf("a");
    put(records, ada, file);
    file.size = 2;
    QCOMPARE(records.refusalOf(ada, SendMessage{group, {}, {file}}), u"file.invalid"_s);
}

void FilesTest::whoSeesWhatNamesItMayReadIt_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("visibility");
    QTest::addColumn<bool>("colleague"); // who is an agent, in the conversation, and in no team
    QTest::addColumn<bool>("manager");   // who is in no conversation
    const auto row = [](const char *name, const QString &way, const QString &visibility, bool colleague, bool manager) {
        QTest::newRow(name) << way << visibility << colleague << manager;
    };
    row("put", u"put"_s, u"everyone"_s, false, false);
    row("message", u"message"_s, u"everyone"_s, true, false);
    row("message, records are their owners'", u"message"_s, u"owner"_s, true, false);
    row("picture", u"picture"_s, u"everyone"_s, true, true);
    row("picture of an own contact", u"picture"_s, u"owner"_s, false, true);
    row("picture of a contact of the team's", u"picture"_s, u"team"_s, false, true);
    row("file about a contact", u"file"_s, u"everyone"_s, true, true);
    row("file about an own contact", u"file"_s, u"owner"_s, false, true);
    row("file about a contact of the team's", u"file"_s, u"team"_s, false, true);
    row("file about a contact of nobody", u"nobodys"_s, u"owner"_s, true, true);
    row("file about a conversation", u"conversation"_s, u"owner"_s, false, true);
    row("file in the bin", u"bin"_s, u"everyone"_s, true, true);
}

void FilesTest::whoSeesWhatNamesItMayReadIt()
{
    QFETCH(QString, way);
    QFETCH(QString, visibility);
    RecordsUnderTest records;
    const User admin = records.addUser(u"admin"_s, Role::Admin);
    records.write([&](Records &all) { QVERIFY(seedWorkspace(all, records.now)); });
    const User ada = records.addUser(u"ada"_s);
    const User colleague = records.addUser(u"colleague"_s);
    const User manager = records.addUser(u"manager"_s, Role::Manager);
    const User stranger = records.addUser(u"stranger"_s);
    const ConversationId group = records.createGroup(ada, u"G"_s, {colleague.id});
    see(records, admin, visibility);
    const FileRef file = fileOf("secret");
    put(records, ada, file);
    if (way == "message"_L1) {
        QVERIFY(records.give(ada, SendMessage{group, {}, {file}}));
    } else if (way != "put"_L1) {
        const QString owner = way == "nobodys"_L1 ? QString() : ada.id.text();
        const RecordRef contact =
            make(records, ada, RecordKind::Contact, {{fields::name, u"C"_s}, {fields::owner, owner}});
        if (way == "picture"_L1) {
            QVERIFY(records.give(ada, setting(contact, fields::picture, toJson(file))));
        } else {
            const QString about = way == "conversation"_L1 ? recordOf(group).text() : contact.text();
            const RecordRef made =
                make(records, ada, RecordKind::File, {{fields::about, about}, {fields::file, toJson(file)}});
            QVERIFY(!made.id.isEmpty());
            if (way == "bin"_L1)
                QVERIFY(records.give(ada, setting(made, fields::deleted, true)));
        }
    }
    QVERIFY(reads(records, ada, file));
    QTEST(reads(records, colleague, file), "colleague");
    QTEST(reads(records, manager, file), "manager");
    // Who is in nothing sees what everybody sees.
    const bool everybodys =
        (visibility == "everyone"_L1 && way != "put"_L1 && way != "message"_L1) || way == "nobodys"_L1;
    QCOMPARE(reads(records, stranger, file), everybodys);
}

void FilesTest::aRecordThatMovesTakesItsFilesAlong()
{
    RecordsUnderTest records;
    const User admin = records.addUser(u"admin"_s, Role::Admin);
    records.write([&](Records &all) { QVERIFY(seedWorkspace(all, records.now)); });
    const User ada = records.addUser(u"ada"_s);
    const User ben = records.addUser(u"ben"_s);
    const User chen = records.addUser(u"chen"_s);
    see(records, admin, u"owner"_s);
    const FileRef file = fileOf("moves");
    put(records, ada, file);
    const RecordRef contact =
        make(records, ada, RecordKind::Contact, {{fields::name, u"C"_s}, {fields::owner, ben.id.text()}});
    QVERIFY(records.give(ada, CreateRecord{.record = {RecordKind::File, newId()},
                                           .set = {{fields::about, contact.text()}, {fields::file, toJson(file)}},
                                           .lists = {}}));
    QVERIFY(reads(records, ben, file));
    QVERIFY(!reads(records, chen, file));
    QVERIFY(records.give(ben, setting(contact, fields::owner, chen.id.text())));
    QVERIFY(!reads(records, ben, file));
    QVERIFY(reads(records, chen, file));
    QVERIFY(reads(records, ada, file)); // who has put it has it
}

void FilesTest::whoLeavesAConversationReadsNoMore()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const User ben = records.addUser(u"ben"_s);
    const ConversationId group = records.createGroup(ada, u"G"_s, {ben.id});
    const FileRef file = fileOf("leaves");
    put(records, ada, file);
    QVERIFY(records.give(ada, SendMessage{group, {}, {file}}));
    QVERIFY(reads(records, ben, file));
    ChangeRecord removal = changeMembers(group, {}, {ben.id});
    removal.basis.version = 1;
    QVERIFY(records.give(ada, removal));
    QVERIFY(!reads(records, ben, file));
    ChangeRecord addition = changeMembers(group, {ben.id}, {});
    addition.basis.version = 1;
    QVERIFY(records.give(ada, addition));
    QVERIFY(reads(records, ben, file)); // history is the conversation's
}

void FilesTest::aConflictingPictureIsSeenByThoseWhoDecide()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const User ben = records.addUser(u"ben"_s);
    const RecordRef contact = make(records, ada, RecordKind::Contact, {{fields::name, u"C"_s}});
    const FileRef first = fileOf("first");
    const FileRef second = fileOf("second");
    put(records, ada, first);
    put(records, ben, second);
    QVERIFY(records.give(ada, setting(contact, fields::picture, toJson(first), 1)));
    const auto outcome = records.give(ben, setting(contact, fields::picture, toJson(second), 1));
    QVERIFY(outcome);
    QCOMPARE(outcome.value()["conflicts"_L1].toArray().size(), 1);
    QVERIFY(reads(records, ada, second));
    QVERIFY(reads(records, ben, first));
}

void FilesTest::whatNothingNamesIsForgotten()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const ConversationId group = records.createGroup(ada, u"G"_s, {records.addUser(u"ben"_s).id});
    const FileRef named = fileOf("named");
    const FileRef unnamed = fileOf("unnamed");
    const FileRef recent = fileOf("recent");
    put(records, ada, named);
    put(records, ada, unnamed);
    QVERIFY(records.give(ada, SendMessage{group, {}, {named}}));
    records.now += 1'000;
    put(records, ada, recent);
    records.records().files.forgetUnnamed(records.now);
    QVERIFY(reads(records, ada, named));
    QVERIFY(!reads(records, ada, unnamed));
    QVERIFY(reads(records, ada, recent));
    QCOMPARE(records.records().files.bytes(), named.size + recent.size);
}

void FilesTest::notesRulesHoldForFiles()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const User ben = records.addUser(u"ben"_s);
    const User reader = records.addUser(u"reader"_s, Role::Reader);
    const FileRef file = fileOf("a");
    put(records, ada, file);
    const RecordRef contact = make(records, ada, RecordKind::Contact, {{fields::name, u"C"_s}});
    const QJsonObject set{{fields::about, contact.text()}, {fields::file, toJson(file)}};
    const auto creation = [&](const QJsonObject &fields) {
        return CreateRecord{.record = {RecordKind::File, newId()}, .set = fields, .lists = {}};
    };
    QCOMPARE(records.refusalOf(ada, creation({{fields::file, toJson(file)}})), u"about.empty"_s);
    QCOMPARE(records.refusalOf(ada, creation({{fields::about, contact.text()}})), u"file.empty"_s);
    QCOMPARE(records.refusalOf(reader, creation(set)), u"role.forbidden"_s);
    const RecordRef made = make(records, ada, RecordKind::File, set);
    QCOMPARE(records.told(u"record:added"_s)["fields"_L1].toObject(), set);
    QCOMPARE(records.snapshot(ben, u"record"_s).size(), 2);
    QVERIFY(records.give(ben, setting(made, fields::deleted, true)));
    QVERIFY(records.give(ben, setting(made, fields::deleted, false)));
    // It is in the contact's history, as a note is.
    const auto history = records.records().reader.history(ben.id, contact, 1'000'000, {100, 100'000});
    QCOMPARE(history.rows.size(), 4); // both made, and into the bin and out of it
}

void FilesTest::aMessageMayHaveFilesAlone()
{
    RecordsUnderTest records;
    const User ada = records.addUser(u"ada"_s);
    const ConversationId group = records.createGroup(ada, u"G"_s, {records.addUser(u"ben"_s).id});
    const FileRef file = fileOf("alone");
    put(records, ada, file);
    QCOMPARE(records.refusalOf(ada, SendMessage{group, u" "_s}), u"text.empty"_s);
    QVERIFY(records.give(ada, SendMessage{group, {}, {file}}));
    QCOMPARE(records.told(u"activity:new"_s)["object"_L1]["name"_L1].toString(), file.name);
    QCOMPARE(records.refusalOf(ada, SendMessage{group, {}, QVector<FileRef>(11, file)}), u"files.tooMany"_s);
    const auto history = records.records().messages.before(group, 100, 10, 100'000);
    QCOMPARE(history.messages.constLast().files, QVector<FileRef>{file});
    QCOMPARE(records.refusalOf(ada, EditMessage{group, history.messages.constLast().id, u""_s}), u"text.empty"_s);
    QVERIFY(records.give(ada, EditMessage{group, history.messages.constLast().id, u"Look"_s}));
    QCOMPARE(records.records().messages.before(group, 100, 10, 100'000).messages.constLast().files,
             QVector<FileRef>{file});
}

void FilesTest::piecesLieForTheirOwnerOnly()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.filePath(u"files"_s)).value();
    const QByteArray bytes("some bytes");
    const Upload upload{.user = UserId(newId()), .hash = hashOf(bytes), .size = bytes.size()};
    QVERIFY(folder.append(upload, bytes.left(4)));
    QCOMPARE(folder.have(upload), 4);
    QVERIFY(folder.append(upload, bytes.mid(4)));
    QVERIFY(folder.check(upload));
    QVERIFY(folder.adopt(upload));
    QVERIFY(folder.has(upload.hash, upload.size));
    QCOMPARE(folder.have(upload), 0);
    QCOMPARE(folder.read(upload.hash, 5, 100).value(), QByteArray("bytes"));
    QCOMPARE(folder.read(upload.hash, 100, 100).value(), QByteArray());
    QCOMPARE(folder.read(hashOf("other"), 0, 1).error().code, u"file.unknown"_s);
    const QFileDevice::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    for (const QString &name : {u"files"_s, u"files/unfinished"_s, u"files/"_s + upload.hash})
        QVERIFY2(!(QFile::permissions(place.filePath(name)) & others), qPrintable(name));
}

void FilesTest::damagedBytesAreForgotten()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.path()).value();
    const Upload upload{.user = UserId(newId()), .hash = hashOf("right"), .size = 5};
    QVERIFY(folder.append(upload, "wrong"));
    QCOMPARE(folder.check(upload).error().code, u"file.damaged"_s);
    QCOMPARE(folder.have(upload), 0);
    QVERIFY(folder.append(upload, "right"));
    QVERIFY(folder.check(upload));
}

void FilesTest::anUploadIsEverybodysOwn()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.path()).value();
    const Upload adas{.user = UserId(newId()), .hash = hashOf("right"), .size = 5};
    Upload bens = adas;
    bens.user = UserId(newId());
    QVERIFY(folder.append(adas, "rig"));
    QCOMPARE(folder.have(bens), 0); // that somebody else has begun it is told to nobody
    QVERIFY(folder.append(bens, "x"));
    QVERIFY(folder.append(adas, "ht"));
    QVERIFY(folder.check(adas));
}

void FilesTest::adoptingTwiceChangesNothing()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.path()).value();
    const Upload upload{.user = UserId(newId()), .hash = hashOf("right"), .size = 5};
    QVERIFY(folder.append(upload, "right"));
    QVERIFY(folder.check(upload));
    QVERIFY(folder.adopt(upload));
    QVERIFY(folder.adopt(upload)); // the transaction was rolled back, and is run again
    QCOMPARE(folder.read(upload.hash, 0, 100).value(), QByteArray("right"));
}

void FilesTest::uploadsReserveTheirRoom()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.path()).value();
    const Upload upload{.user = UserId(newId()), .hash = hashOf("right"), .size = 5};
    QCOMPARE(folder.reserved(), 0);
    QVERIFY(folder.append(upload, "r"));
    QCOMPARE(folder.reserved(), 5);
    folder.forgetUploads(0);
    QCOMPARE(folder.reserved(), 5);
    folder.forgetUploads(QDateTime::currentMSecsSinceEpoch() + 60'000);
    QCOMPARE(folder.reserved(), 0);
}

void FilesTest::reservedRoomIsGivenBackOnce()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.path()).value();
    const UserId ada(newId());
    const Upload whole{.user = ada, .hash = hashOf("right"), .size = 5};
    const Upload damaged{.user = ada, .hash = hashOf("other"), .size = 7};
    QVERIFY(folder.append(whole, "rig"));
    QVERIFY(folder.append(whole, "ht")); // one file, however many pieces
    QVERIFY(folder.append(damaged, "damaged"));
    auto ofTheStorage = folder; // which takes files over in a thread of its own
    QCOMPARE(ofTheStorage.reserved(), 12);
    QCOMPARE(folder.unfinishedOf(ada), 2);
    QVERIFY(folder.check(whole));
    QVERIFY(ofTheStorage.adopt(whole));
    QVERIFY(ofTheStorage.adopt(whole));
    QCOMPARE(folder.reserved(), 7);
    QCOMPARE(folder.unfinishedOf(ada), 1);
    QVERIFY(!folder.check(damaged));
    QCOMPARE(folder.reserved(), 0);
    QCOMPARE(folder.unfinishedOf(ada), 0);
    QVERIFY(!folder.adopt(damaged)); // there is none any more
    QCOMPARE(folder.reserved(), 0);
}

void FilesTest::reservedRoomIsKnownWithoutLookingAtTheDisk()
{
    QTemporaryDir place;
    auto folder = FileFolder::open(place.path()).value();
    const Upload upload{.user = UserId(newId()), .hash = hashOf("right"), .size = 5};
    QVERIFY(folder.append(upload, "r"));
    QVERIFY(QDir(place.filePath(u"unfinished"_s)).removeRecursively());
    QCOMPARE(folder.reserved(), 5);
    QVERIFY(QDir(place.path()).mkpath(u"unfinished"_s));
    QVERIFY(folder.append(upload, "r"));
    QCOMPARE(FileFolder::open(place.path()).value().reserved(), 5); // a start looks once
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
