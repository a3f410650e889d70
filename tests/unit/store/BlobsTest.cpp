// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace frontdesk;
using namespace frontdesk::store;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 most = 1'000'000;

FileRef refTo(const QByteArray &bytes, const QString &name = u"A.bin"_s)
{
    return {.hash = hashOf(bytes), .name = name, .size = bytes.size(), .type = u"application/octet-stream"_s};
}

} // namespace

/// The files of an account on this computer.
class BlobsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_blobs.reset(); }
    void whatIsAttachedIsCopied();
    void whatCannotBeAttachedIsSaid_data();
    void whatCannotBeAttachedIsSaid();
    void hostileNamesNeverLeaveTheFolder_data();
    void hostileNamesNeverLeaveTheFolder();
    void hostileHashesNeverLeaveTheFolder();
    void piecesBecomeAFile();
    void aPieceThatDoesNotFollowChangesNothing();
    void damagedFilesAreForgotten();
    void picturesAreKnownByTheirBytes();
    void whatWasUsedLongestAgoGoesFirst();
    void whatIsHeldOrNeededStays();
    void whatStaysTakesNoRoomFromTheOthers();
    void whatIsSentWhileFilesAreLetGoStays();
    void aCopyIsSavedWhereItIsWanted();
    void copiesForOtherProgramsGoWithTheNextStart();
    void theFolderIsForItsOwnerOnly();

private:
    void open() { m_blobs = std::move(Blobs::open(m_place->path())).value(); }
    FileRef keep(const QByteArray &bytes, const QString &name = u"A.bin"_s)
    {
        const auto file = valueOf(m_blobs->adoptBytes(bytes, name, most));
        return file ? file.value() : FileRef();
    }
    bool isHere(const FileRef &file) { return valueOf(m_blobs->state(file)).here; }
    /// It was used that many seconds ago.
    void age(const FileRef &file, int seconds) const
    {
        QFile bytes(m_blobs->pathOf(file.hash));
        QVERIFY(bytes.open(QFile::ReadWrite));
        QVERIFY(
            bytes.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-seconds), QFileDevice::FileModificationTime));
    }
    [[nodiscard]] bool exists(const FileRef &file) const { return QFile::exists(m_blobs->pathOf(file.hash)); }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<Blobs> m_blobs;
};

void BlobsTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    open();
}

void BlobsTest::whatIsAttachedIsCopied()
{
    const QByteArray bytes("What was planned");
    const QString path = m_place->filePath(u"Plan.txt"_s);
    QFile original(path);
    QVERIFY(original.open(QFile::WriteOnly));
    original.write(bytes);
    original.close();
    const auto file = valueOf(m_blobs->adopt(path, most));
    QVERIFY(file);
    QCOMPARE(file.value(), (FileRef{hashOf(bytes), u"Plan.txt"_s, bytes.size(), u"text/plain"_s}));
    QVERIFY(QFile::remove(path));
    m_blobs.reset();
    open(); // it lasts
    QCOMPARE(valueOf(m_blobs->read(file.value().hash, 5, 3)).value(), QByteArray("was"));
    QVERIFY(isHere(file.value()));
}

void BlobsTest::whatCannotBeAttachedIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << u"Empty"_s << 0 << u"file.empty"_s;
    QTest::newRow("too large") << u"Large"_s << int(most) + 1 << u"file.tooLarge"_s;
    QTest::newRow("not there") << u"Nothing"_s << -1 << u"file.unreadable"_s;
    QTest::newRow("a folder") << u"."_s << -1 << u"file.unreadable"_s;
}

void BlobsTest::whatCannotBeAttachedIsSaid()
{
    QFETCH(QString, name);
    QFETCH(int, size);
    QFETCH(QString, code);
    const QString path = m_place->filePath(name);
    if (size >= 0) {
        QFile original(path);
        QVERIFY(original.open(QFile::WriteOnly));
        original.resize(size);
    }
    const auto file = valueOf(m_blobs->adopt(path, most));
    QCOMPARE(file ? QString() : file.error().code, code);
    QVERIFY(!file.error().message.isEmpty());
}

void BlobsTest::hostileNamesNeverLeaveTheFolder_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"../x"_s, u"../../../../tmp/x"_s, u"/tmp/x"_s, u"..\\x"_s, u"CON"_s, u"nul.txt"_s, u"a\nb"_s,
          u"a\x1b[2J.txt"_s, u"photo\u202egnp.exe"_s, u".."_s, u"."_s, u""_s, QString(5'000, u'x')})
        QTest::newRow(qPrintable(u"%1 (%2)"_s.arg(name.left(20).toHtmlEscaped()).arg(name.size()))) << name;
}

void BlobsTest::hostileNamesNeverLeaveTheFolder()
{
    QFETCH(QString, name);
    const QStringList before = QDir(m_place->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    const FileRef kept = keep("bytes", name);
    QVERIFY(isFileName(kept.name));
    // A server is not believed either.
    FileRef foreign = kept;
    foreign.name = name;
    const auto copy = valueOf(m_blobs->openable(foreign));
    QVERIFY(copy);
    const QString folder = m_place->path() + u"/files/opened/"_s;
    QVERIFY2(QFileInfo(copy.value()).canonicalFilePath().startsWith(QFileInfo(folder).canonicalFilePath() + u'/'),
             qPrintable(copy.value()));
    QCOMPARE(QFileInfo(copy.value()).fileName(), localNameFor(foreign));
    QCOMPARE(QDir(m_place->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
}

void BlobsTest::hostileHashesNeverLeaveTheFolder()
{
    QFile secret(m_place->filePath(u"secret"_s));
    QVERIFY(secret.open(QFile::WriteOnly));
    secret.write("secret");
    secret.close();
    for (const QString &hash : {u"../secret"_s, u"../../secret"_s, m_place->filePath(u"secret"_s)}) {
        QVERIFY(!valueOf(m_blobs->read(hash, 0, 100)));
        FileRef file = refTo("secret");
        file.hash = hash;
        QVERIFY(!isHere(file));
        QVERIFY(!valueOf(m_blobs->append(file, 0, "public")));
        QVERIFY(!valueOf(m_blobs->copyTo(file, m_place->filePath(u"out"_s))));
    }
    QVERIFY(secret.open(QFile::ReadOnly));
    QCOMPARE(secret.readAll(), QByteArray("secret"));
}

void BlobsTest::piecesBecomeAFile()
{
    const QByteArray bytes("one two three");
    const FileRef file = refTo(bytes);
    QCOMPARE(valueOf(m_blobs->append(file, 0, "one ")).value().bytes, 4);
    m_blobs.reset();
    open();
    QCOMPARE(valueOf(m_blobs->state(file)).bytes, 4); // it goes on from here
    QVERIFY(!valueOf(m_blobs->append(file, 4, "two ")).value().here);
    QVERIFY(valueOf(m_blobs->append(file, 8, "three")).value().here);
    QCOMPARE(valueOf(m_blobs->read(file.hash, 0, 100)).value(), bytes);
}

void BlobsTest::aPieceThatDoesNotFollowChangesNothing()
{
    const FileRef file = refTo("one two three");
    QCOMPARE(valueOf(m_blobs->append(file, 0, "one ")).value().bytes, 4);
    QCOMPARE(valueOf(m_blobs->append(file, 0, "one ")).value().bytes, 4);
    QCOMPARE(valueOf(m_blobs->append(file, 8, "three")).value().bytes, 4);
    QVERIFY(!valueOf(m_blobs->append(file, 4, "two ")).value().here);
    QVERIFY(valueOf(m_blobs->append(file, 8, "three")).value().here);
}

void BlobsTest::damagedFilesAreForgotten()
{
    const FileRef file = refTo("right");
    QCOMPARE(valueOf(m_blobs->append(file, 0, "wrong")).error().code, u"file.damaged"_s);
    QCOMPARE(valueOf(m_blobs->state(file)).bytes, 0);
    QCOMPARE(valueOf(m_blobs->append(file, 0, "right and more")).error().code, u"file.damaged"_s);
    QVERIFY(valueOf(m_blobs->append(file, 0, "rig")));
    QCOMPARE(valueOf(m_blobs->append(file, 3, {})).error().code, u"file.damaged"_s); // it ends too early
    QVERIFY(valueOf(m_blobs->append(file, 0, "right")).value().here);
}

void BlobsTest::picturesAreKnownByTheirBytes()
{
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000140000000f008060000");
    const FileRef picture = keep(png, u"A.txt"_s);
    QCOMPARE(picture.type, u"image/png"_s); // whatever it is called
    QCOMPARE(valueOf(m_blobs->state(picture)).picture, (PictureSize{u"image/png"_s, 320, 240}));
    FileRef false_ = keep("<svg/>", u"A.png"_s);
    false_.type = u"image/png"_s; // whatever it says
    QVERIFY(valueOf(m_blobs->state(false_)).here);
    QVERIFY(!valueOf(m_blobs->state(false_)).picture);
}

void BlobsTest::whatWasUsedLongestAgoGoesFirst()
{
    const FileRef oldest = keep("oldest....");
    const FileRef older = keep("older.....");
    const FileRef newest = keep("newest....");
    m_blobs->release({oldest, older, newest});
    age(oldest, 300);
    age(older, 200);
    age(newest, 100);
    QVERIFY(isHere(oldest)); // it is used now
    valueOf(m_blobs->trim(20, {}));
    QVERIFY(exists(oldest));
    QVERIFY(!exists(older));
    QVERIFY(exists(newest));
    age(oldest, 50);
    valueOf(m_blobs->trim(19, {}));
    QVERIFY(exists(oldest));
    QVERIFY(!exists(newest));
    valueOf(m_blobs->trim(0, {}));
    QVERIFY(!exists(oldest));
}

void BlobsTest::whatIsHeldOrNeededStays()
{
    const FileRef held = keep("held");
    const FileRef needed = keep("needed");
    m_blobs->release({needed});
    valueOf(m_blobs->trim(0, {needed.hash}));
    QVERIFY(exists(held));
    QVERIFY(exists(needed));
    m_blobs->release({held});
    valueOf(m_blobs->trim(0, {}));
    QVERIFY(!exists(held));
    QVERIFY(!exists(needed));
    QCOMPARE(valueOf(m_blobs->read(held.hash, 0, 1)).error().code, u"file.gone"_s);
}

void BlobsTest::whatStaysTakesNoRoomFromTheOthers()
{
    const FileRef held = keep("held......");
    const FileRef needed = keep("needed....");
    m_blobs->release({needed});
    const QByteArray bytes("fetched...");
    const FileRef fetched = refTo(bytes);
    QVERIFY(valueOf(m_blobs->append(fetched, 0, bytes)).value().here);
    valueOf(m_blobs->trim(10, {needed.hash}));
    QVERIFY(exists(fetched));
    valueOf(m_blobs->trim(9, {needed.hash}));
    QVERIFY(!exists(fetched));
    QVERIFY(exists(held));
    QVERIFY(exists(needed));
}

/// It is named and released while what the outbox needs is being found out, which takes long where much waits.
void BlobsTest::whatIsSentWhileFilesAreLetGoStays()
{
    const auto store = openStore(m_place->filePath(u"account"_s));
    const auto sending = [](const QString &id, const FileRef &file) {
        return Command{CommandId(id), 1, SendMessage{ConversationId(u"ops"_s), {}, {file}}};
    };
    QVector<Command> waiting;
    for (int number = 0; number < 5'000; ++number)
        waiting.append(sending(u"waits-%1"_s.arg(number), refTo("elsewhere")));
    changesOf(store->enqueue(waiting));
    for (int round = 0; round < 5; ++round) {
        const QString name = QString::number(round);
        const FileRef file = valueOf(store->blobs().adoptBytes(name.toUtf8(), name, most)).value();
        const auto trimmed = store->trimFiles(0);
        changesOf(store->enqueue(sending(name, file)));
        store->blobs().release({file});
        changesOf(trimmed);
        QVERIFY(valueOf(store->blobs().state(file)).here);
    }
}

void BlobsTest::aCopyIsSavedWhereItIsWanted()
{
    const FileRef file = keep("bytes");
    const QString path = m_place->filePath(u"Saved.bin"_s);
    QVERIFY(valueOf(m_blobs->copyTo(file, path)));
    QFile saved(path);
    QVERIFY(saved.open(QFile::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("bytes"));
    const auto nowhere = valueOf(m_blobs->copyTo(file, m_place->filePath(u"none/Saved.bin"_s)));
    QVERIFY(!nowhere);
    QVERIFY(!nowhere.error().message.isEmpty());
}

void BlobsTest::copiesForOtherProgramsGoWithTheNextStart()
{
    const FileRef file = keep("bytes", u"Plan.pdf"_s);
    const QString copy = valueOf(m_blobs->openable(file)).value();
    QVERIFY(copy.endsWith(u"/Plan.pdf"_s));
    QVERIFY(QFile::exists(copy));
    m_blobs.reset();
    open();
    QVERIFY(!QFile::exists(copy));
    QVERIFY(isHere(file));
}

void BlobsTest::theFolderIsForItsOwnerOnly()
{
    const FileRef file = keep("bytes");
    QVERIFY(valueOf(m_blobs->append(refTo("other bytes"), 0, "other")));
    const QString opened = valueOf(m_blobs->openable(file)).value();
    const QFileDevice::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    for (const QString &path :
         {m_place->filePath(u"files"_s), m_place->filePath(u"files/coming"_s), m_blobs->pathOf(file.hash),
          m_place->filePath(u"files/coming/"_s + hashOf("other bytes")), opened})
        QVERIFY2(QFile::exists(path) && !(QFile::permissions(path) & others), qPrintable(path));
}

QTEST_GUILESS_MAIN(BlobsTest)
#include "BlobsTest.moc"
