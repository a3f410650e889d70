// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

#include <QtCore/QFile>
#include <QtCore/QUrl>
#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A picture of one red pixel.
const QByteArray pixel = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

SharedFile *fileAt(const QObjectList &files, int index)
{
    return qobject_cast<SharedFile *>(files.value(index));
}

} // namespace

/// Files as the window sees them: two people, a real server.
class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsAttachedIsSentAndSeen();
    void picturesComeWhenTheyAreSeen();
    void othersComeWhenTheyAreAskedFor();
    void aFileIsSavedWhereItIsWanted();
    void whatWasLetGoComesBack();
    void anAttachmentIsTakenOff();
    void draftsKeepTheirFiles();
    void whatCannotBeAttachedIsSaid();
    void atMostTen();
    void whatWaitsIsCalledOff();
    void aFileOfARecordThatWaitsIsCalledOff();
    void aRefusedMessageKeepsItsFilesWhileItIsEdited();
    void theListSaysHowAFileIsCalled();
    void recordsHaveFiles();
    void contactsHavePictures();
    void aContactsPictureThatWaitsIsCalledOff();
    void rowsInSightShowTheirPictures();
    void filesAreFoundByTheirNames();
    void whatIsBeingCopiedIsThereWhenOneComesBack();
    void whatIsBeingCopiedIsAddedToARecordThatWasLeft();
    void aFileCalledOffWithoutAConnectionIsNotBeingSent();

private:
    QUrl make(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_place->filePath(name));
        [&] { QVERIFY(file.open(QFile::WriteOnly)); }();
        file.write(bytes);
        return QUrl::fromLocalFile(file.fileName());
    }
    static void attach(ConversationPage *page, const QList<QUrl> &urls)
    {
        DraftFiles *files = page->composer()->files();
        const qsizetype before = files->files().size();
        files->attach(urls);
        QTRY_VERIFY_WITH_TIMEOUT(!files->busy(), 20'000);
        QCOMPARE(files->files().size(), before + urls.size());
    }
    /// The files of the newest message.
    static QObjectList filesOf(const ConversationPage *page)
    {
        auto *messages = const_cast<ConversationPage *>(page)->messages();
        return messages->index(messages->count() - 1, 0).data(MessageListModel::FilesRole).value<QObjectList>();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<TwoPeople> m_two;
    ConversationId m_group;
};

void FilesTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_two = std::make_unique<TwoPeople>();
    m_two->sitDown();
    m_group = m_two->makeGroup(u"Plans"_s);
}

void FilesTest::cleanup()
{
    m_two.reset();
}

void FilesTest::whatIsAttachedIsSentAndSeen()
{
    ConversationPage *adas = m_two->atAda->open(m_group);
    ConversationPage *bens = m_two->atBen->open(m_group);
    attach(adas, {make(u"Plan.pdf"_s, QByteArray(300'000, 'x')), make(u"Notes.txt"_s, "notes")});
    QVERIFY(adas->composer()->canSend()); // without a text too
    QCOMPARE(fileAt(adas->composer()->files()->files(), 0)->name(), u"Plan.pdf"_s);
    adas->composer()->send({});
    QVERIFY(adas->composer()->files()->files().isEmpty());
    QVERIFY(!adas->composer()->canSend());
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    const QObjectList files = filesOf(bens);
    QCOMPARE(files.size(), 2);
    QCOMPARE(fileAt(files, 0)->name(), u"Plan.pdf"_s);
    QCOMPARE(fileAt(files, 0)->sizeText(), u"300.0 kB"_s);
    QVERIFY(fileAt(files, 0)->mayBeOpened());
    QCOMPARE(fileAt(files, 0)->state(), u"away"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fileAt(filesOf(adas), 0)->state(), u"here"_s, 20'000);
    QCOMPARE(adas->messages()->count(), 1);
}

void FilesTest::picturesComeWhenTheyAreSeen()
{
    ConversationPage *adas = m_two->atAda->open(m_group);
    ConversationPage *bens = m_two->atBen->open(m_group);
    adas->composer()->files()->attachPicture(pixel);
    QTRY_COMPARE_WITH_TIMEOUT(adas->composer()->files()->files().size(), 1, 20'000);
    SharedFile *own = fileAt(adas->composer()->files()->files(), 0);
    QVERIFY(own->name().startsWith(u"Picture "_s) && own->name().endsWith(u".png"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!own->picture().isEmpty(), 20'000);
    adas->composer()->send(u"Look"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    SharedFile *file = fileAt(filesOf(bens), 0);
    QVERIFY(file->isPicture());
    QVERIFY(file->picture().isEmpty());
    file->see();
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"here"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(file->pictureWidth(), 1, 20'000);
    QFile bytes(file->picture().toLocalFile());
    QVERIFY(bytes.open(QFile::ReadOnly));
    QCOMPARE(bytes.readAll(), pixel);
}

void FilesTest::othersComeWhenTheyAreAskedFor()
{
    ConversationPage *adas = m_two->atAda->open(m_group);
    ConversationPage *bens = m_two->atBen->open(m_group);
    const QByteArray plan(300'000, 'x');
    attach(adas, {make(u"Plan.pdf"_s, plan)});
    adas->composer()->send({});
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    SharedFile *file = fileAt(filesOf(bens), 0);
    file->see();
    QCOMPARE(file->state(), u"away"_s);
    m_two->atBen->goOffline();
    QUrl opened;
    connect(file, &SharedFile::openable, this, [&](const QUrl &copy) { opened = copy; });
    file->open();
    QCOMPARE(file->state(), u"coming"_s);
    m_two->atBen->goOnline(); // it comes with the connection
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), 20'000);
    QCOMPARE(QFileInfo(opened.toLocalFile()).fileName(), u"Plan.pdf"_s);
    QFile bytes(opened.toLocalFile());
    QVERIFY(bytes.open(QFile::ReadOnly));
    QCOMPARE(bytes.readAll(), plan);
}

void FilesTest::aFileIsSavedWhereItIsWanted()
{
    ConversationPage *adas = m_two->atAda->open(m_group);
    ConversationPage *bens = m_two->atBen->open(m_group);
    attach(adas, {make(u"Plan.exe"_s, "plan")});
    adas->composer()->send({});
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    SharedFile *file = fileAt(filesOf(bens), 0);
    QVERIFY(!file->mayBeOpened());
    QVERIFY(file->proposal().toLocalFile().endsWith(u"/Plan.exe"_s));
    const QString target = m_place->filePath(u"Saved.exe"_s);
    file->saveAs(QUrl::fromLocalFile(target));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 20'000);
    QFile bytes(target);
    QVERIFY(bytes.open(QFile::ReadOnly));
    QCOMPARE(bytes.readAll(), QByteArray("plan"));
    QVERIFY(file->problem().isEmpty());
    file->saveAs(QUrl::fromLocalFile(m_place->filePath(u"none/Saved.exe"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!file->problem().isEmpty(), 20'000);
}

void FilesTest::whatWasLetGoComesBack()
{
    ConversationPage *adas = m_two->atAda->open(m_group);
    attach(adas, {make(u"Plan.pdf"_s, "plan")});
    adas->composer()->send({});
    QTRY_COMPARE_WITH_TIMEOUT(adas->messages()->count(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(fileAt(filesOf(adas), 0)->state(), u"here"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_two->atAda->session->store().pending()).isEmpty(), 20'000);
    SharedFile *file = fileAt(filesOf(adas), 0);
    QVERIFY(valueOf(m_two->atAda->session->store().trimFiles(0)));
    file->see();
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"away"_s, 20'000); // it is no picture
    file->fetch();
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"here"_s, 20'000);
    QVERIFY(valueOf(m_two->atAda->session->store().trimFiles(0)));
    const QString target = m_place->filePath(u"Saved.pdf"_s);
    file->saveAs(QUrl::fromLocalFile(target));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 20'000);
}

void FilesTest::anAttachmentIsTakenOff()
{
    ConversationPage *page = m_two->atAda->open(m_group);
    attach(page, {make(u"A.txt"_s, "a"), make(u"B.txt"_s, "b")});
    page->composer()->files()->remove(0);
    QCOMPARE(page->composer()->files()->files().size(), 1);
    QCOMPARE(fileAt(page->composer()->files()->files(), 0)->name(), u"B.txt"_s);
    page->composer()->files()->remove(7);
    page->composer()->files()->remove(0);
    QVERIFY(!page->composer()->canSend());
}

void FilesTest::draftsKeepTheirFiles()
{
    ConversationPage *page = m_two->atAda->open(m_group);
    attach(page, {make(u"A.txt"_s, "a")});
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_two->atAda->session->store().draftFiles(m_group)).size(), 1, 20'000);
    m_two->atAda->workspace->closeConversation();
    m_two->atAda->reopen();
    page = m_two->atAda->open(m_group);
    QTRY_COMPARE_WITH_TIMEOUT(page->composer()->files()->files().size(), 1, 20'000);
    QVERIFY(page->composer()->canSend());
}

void FilesTest::whatCannotBeAttachedIsSaid()
{
    DraftFiles *files = m_two->atAda->open(m_group)->composer()->files();
    files->attach({make(u"Empty.txt"_s, {})});
    QTRY_VERIFY_WITH_TIMEOUT(files->problem().contains(u"Empty.txt"_s), 20'000);
    files->attach({QUrl(u"https://example.org/a.txt"_s)});
    QCOMPARE(files->problem(), u"Only files of this computer can be attached."_s);
    QVERIFY(files->files().isEmpty());
}

void FilesTest::atMostTen()
{
    DraftFiles *files = m_two->atAda->open(m_group)->composer()->files();
    QList<QUrl> urls;
    for (int i = 0; i < 11; ++i)
        urls.append(make(u"%1.txt"_s.arg(i), QByteArray::number(i)));
    files->attach(urls);
    QTRY_VERIFY_WITH_TIMEOUT(!files->busy(), 20'000);
    QCOMPARE(files->files().size(), 10);
    QVERIFY(!files->problem().isEmpty());
}

void FilesTest::whatWaitsIsCalledOff()
{
    ConversationPage *page = m_two->atAda->open(m_group);
    m_two->atAda->goOffline();
    attach(page, {make(u"A.txt"_s, "a"), make(u"B.txt"_s, "b")});
    page->composer()->send(u"Both"_s);
    attach(page, {make(u"C.txt"_s, "c")});
    page->composer()->send({});
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 2, 20'000);
    const auto idAt = [&](int row) {
        return page->messages()->index(row, 0).data(MessageListModel::MessageIdRole).toString();
    };
    page->callOffFile(idAt(1), 0); // nothing is left of it
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);
    page->callOffFile(idAt(0), 7);
    page->callOffFile(idAt(0), 0);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(page).size(), 1, 20'000);
    QCOMPARE(fileAt(filesOf(page), 0)->name(), u"B.txt"_s);
    page->callOffFile(idAt(0), 0);
    QTRY_VERIFY_WITH_TIMEOUT(filesOf(page).isEmpty(), 20'000);
    m_two->atAda->goOnline();
    ConversationPage *bens = m_two->atBen->open(m_group);
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    QCOMPARE(bens->messages()->index(0, 0).data(MessageListModel::TextRole).toString(), u"Both"_s);
    QVERIFY(filesOf(bens).isEmpty());
    page->callOffFile(idAt(0), 0); // it has been sent
    QCOMPARE(page->messages()->count(), 1);
}

void FilesTest::aFileOfARecordThatWaitsIsCalledOff()
{
    Crm *adas = m_two->atAda->workspace->crm();
    adas->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    RecordPage *page = adas->current();
    // Nothing waits before it is written either: first somebody else has it.
    QTRY_COMPARE_WITH_TIMEOUT(
        valueOf(m_two->atBen->session->store().records({.kind = RecordKind::Contact})).keys.size(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_two->atAda->session->store().pending()).isEmpty(), 20'000);
    m_two->atAda->goOffline();
    page->files()->add({make(u"Plan.pdf"_s, "plan")});
    QTRY_COMPARE_WITH_TIMEOUT(page->files()->count(), 1, 20'000);
    const auto row = [&] { return page->files()->index(0, 0); };
    QTRY_VERIFY_WITH_TIMEOUT(row().data(RecordFilesModel::UnsentRole).toBool(), 20'000);
    page->files()->callOff(row().data(RecordFilesModel::RecordRole).toString());
    QTRY_COMPARE_WITH_TIMEOUT(page->files()->count(), 0, 20'000);
    QVERIFY(valueOf(m_two->atAda->session->store().pending()).isEmpty());
    page->files()->add({make(u"Other.pdf"_s, "other")});
    QTRY_COMPARE_WITH_TIMEOUT(page->files()->count(), 1, 20'000);
    m_two->atAda->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(!row().data(RecordFilesModel::WaitingRole).toBool(), 20'000);
    QVERIFY(!row().data(RecordFilesModel::UnsentRole).toBool());
    page->files()->callOff(row().data(RecordFilesModel::RecordRole).toString()); // it has been sent
    QCOMPARE(page->files()->count(), 1);
}

void FilesTest::aRefusedMessageKeepsItsFilesWhileItIsEdited()
{
    ConversationPage *page = m_two->atAda->open(m_group);
    m_two->atAda->goOffline();
    attach(page, {make(u"A.txt"_s, "a")});
    page->composer()->send(u"Frist"_s);
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);
    SharedFile *file = fileAt(filesOf(page), 0);
    const QString path = m_two->atAda->session->store().blobs().pathOf(file->file().hash);
    QVERIFY(QFile::remove(path)); // so that it is refused
    m_two->atAda->goOnline();
    const auto delivery = [&] { return page->messages()->index(0, 0).data(MessageListModel::DeliveryRole).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(delivery(), u"refused"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"away"_s, 20'000); // not being sent for ever
    QVERIFY(QFile::copy(m_place->filePath(u"A.txt"_s), path));
    const QString id = page->messages()->index(0, 0).data(MessageListModel::MessageIdRole).toString();
    page->composer()->edit(id);
    page->composer()->setText(u"First"_s);
    page->composer()->send(u"First"_s);
    QTRY_VERIFY_WITH_TIMEOUT(delivery() == u"sent"_s || delivery() == u"delivered"_s, 20'000);
    QCOMPARE(filesOf(page).size(), 1);
    ConversationPage *bens = m_two->atBen->open(m_group);
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    QCOMPARE(filesOf(bens).size(), 1);
}

void FilesTest::theListSaysHowAFileIsCalled()
{
    ConversationPage *page = m_two->atAda->open(m_group);
    attach(page, {make(u"Plan.pdf"_s, "plan")});
    page->composer()->send({});
    QTRY_COMPARE_WITH_TIMEOUT(m_two->atBen->listed(m_group, ConversationListModel::LastTextRole).toString(),
                              u"Plan.pdf"_s, 20'000);
}

void FilesTest::recordsHaveFiles()
{
    Crm *adas = m_two->atAda->workspace->crm();
    const QString contact = adas->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    RecordPage *page = adas->current();
    QTRY_VERIFY_WITH_TIMEOUT(page->available(), 20'000);
    page->files()->add({make(u"Plan.pdf"_s, "plan")});
    QTRY_COMPARE_WITH_TIMEOUT(page->files()->count(), 1, 20'000);
    Crm *bens = m_two->atBen->workspace->crm();
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_two->atBen->session->store().record(*RecordRef::from(contact))).has_value(),
                             20'000);
    bens->open(contact);
    RecordFilesModel *files = bens->current()->files();
    QTRY_COMPARE_WITH_TIMEOUT(files->count(), 1, 20'000);
    const QModelIndex row = files->index(0, 0);
    auto *file = row.data(RecordFilesModel::FileRole).value<SharedFile *>();
    QCOMPARE(file->name(), u"Plan.pdf"_s);
    QVERIFY(row.data(RecordFilesModel::DetailRole).toString().startsWith(u"ada"_s, Qt::CaseInsensitive));
    RecordHistoryModel *history = bens->current()->history();
    history->setFilter(u"files"_s);
    QTRY_COMPARE_WITH_TIMEOUT(history->count(), 1, 20'000);
    const QString told = history->index(0).data(RecordHistoryModel::SentenceRole).toString();
    QVERIFY2(told.contains(u"Plan.pdf"_s), qPrintable(told));
    file->fetch();
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"here"_s, 20'000);
    bens->moveToBin(row.data(RecordFilesModel::RecordRole).toString(), file->name());
    QTRY_COMPARE_WITH_TIMEOUT(page->files()->count(), 0, 20'000);
    bens->undo();
    QTRY_COMPARE_WITH_TIMEOUT(page->files()->count(), 1, 20'000);
    page->files()->add({make(u"Empty.pdf"_s, {})});
    QTRY_VERIFY_WITH_TIMEOUT(!page->files()->problem().isEmpty(), 20'000);
}

void FilesTest::contactsHavePictures()
{
    Crm *adas = m_two->atAda->workspace->crm();
    const QString contact = adas->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    RecordPage *page = adas->current();
    QTRY_VERIFY_WITH_TIMEOUT(page->available(), 20'000);
    QVERIFY(!page->picture()->file());
    page->picture()->change(make(u"Face.txt"_s, "no picture"));
    QTRY_VERIFY_WITH_TIMEOUT(!page->picture()->problem().isEmpty(), 20'000);
    page->picture()->change(make(u"Face.png"_s, pixel));
    QTRY_VERIFY_WITH_TIMEOUT(page->picture()->file(), 20'000);
    QVERIFY(page->picture()->problem().isEmpty());
    Crm *bens = m_two->atBen->workspace->crm();
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_two->atBen->session->store().record(*RecordRef::from(contact))).has_value(),
                             20'000);
    bens->open(contact);
    RecordPage *other = bens->current();
    QTRY_VERIFY_WITH_TIMEOUT(other->picture()->file(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!other->picture()->file()->picture().isEmpty(), 20'000); // it comes by itself
    other->picture()->remove();
    QTRY_VERIFY_WITH_TIMEOUT(!page->picture()->file(), 20'000);
}

void FilesTest::aContactsPictureThatWaitsIsCalledOff()
{
    Crm *adas = m_two->atAda->workspace->crm();
    const QString contact = adas->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    RecordPage *page = adas->current();
    RecordPicture *picture = page->picture();
    QTRY_VERIFY_WITH_TIMEOUT(page->available(), 20'000);
    picture->change(make(u"Face.png"_s, pixel));
    QTRY_VERIFY_WITH_TIMEOUT(picture->file(), 20'000);
    m_two->atAda->settle();
    QTRY_VERIFY_WITH_TIMEOUT(!picture->isUnsent() && !page->waiting(), 20'000);
    m_two->atAda->goOffline();
    picture->change(make(u"Other.png"_s, pixel + "another"));
    QTRY_VERIFY_WITH_TIMEOUT(picture->isUnsent(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(picture->file()->name(), u"Other.png"_s, 20'000);
    picture->callOff();
    QTRY_COMPARE_WITH_TIMEOUT(picture->file()->name(), u"Face.png"_s, 20'000); // what was there before
    QTRY_VERIFY_WITH_TIMEOUT(!picture->isUnsent(), 20'000);
    QVERIFY(valueOf(m_two->atAda->session->store().pending()).isEmpty());
    m_two->atAda->goOnline();
    picture->callOff(); // it has been sent
    QCOMPARE(picture->file()->name(), u"Face.png"_s);
}

void FilesTest::rowsInSightShowTheirPictures()
{
    Crm *adas = m_two->atAda->workspace->crm();
    const auto face = valueOf(m_two->atAda->session->attach(pixel, u"Face.png"_s));
    QVERIFY(face);
    for (const QString &name : {u"Anke"_s, u"Maya"_s})
        m_two->atAda->session->submit(
            CreateRecord{.record = {RecordKind::Contact, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                         .set = {{fields::name, name}, {fields::picture, toJson(face.value())}},
                         .lists = {}});
    adas->create(u"contact"_s, {{u"name"_s, u"Zoe"_s}});
    RecordTableModel *table = m_two->atBen->workspace->crm()->contacts();
    QTRY_COMPARE_WITH_TIMEOUT(table->count(), 3, 20'000);
    const auto pictureAt = [&](int row) {
        return table->index(row).data(RecordTableModel::PictureRole).value<SharedFile *>();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!table->recordAt(1).isEmpty(), 20'000);
    QVERIFY(!pictureAt(0) && !pictureAt(1)); // nobody stays at these rows
    QSignalSpy told(table, &RecordTableModel::dataChanged);
    table->see(1, 7);
    QVERIFY(pictureAt(1));
    QVERIFY(!told.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!pictureAt(1)->picture().isEmpty(), 20'000); // it comes
    QVERIFY(!pictureAt(2));
    // One that is given while its row is in sight.
    m_two->atAda->workspace->crm()->current()->picture()->change(make(u"Other.png"_s, pixel));
    QTRY_VERIFY_WITH_TIMEOUT(pictureAt(2) && !pictureAt(2)->picture().isEmpty(), 20'000);
}

void FilesTest::filesAreFoundByTheirNames()
{
    ConversationPage *page = m_two->atAda->open(m_group);
    attach(page, {make(u"Quotation spring.pdf"_s, "plan")});
    page->composer()->send(u"Look"_s);
    Crm *adas = m_two->atAda->workspace->crm();
    const QString contact = adas->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    adas->current()->files()->add({make(u"Springtime.txt"_s, "spring")});
    const auto texts = [](SearchModel &model) { return Person::column(model, Qt::DisplayRole); };
    SearchModel &search = *m_two->atBen->workspace->search();
    const auto searched = [&](const QString &text) {
        search.setText(text);
        return texts(search);
    };
    ConversationPage *bens = m_two->atBen->open(m_group);
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(searched(u"spring"_s), QVariantList{u"Look"_s}, 20'000);
    QCOMPARE(search.index(0, 0).data(SearchModel::SnippetRole).toMap()[u"text"_s].toString(),
             u"Look Quotation spring.pdf"_s);
    QTRY_VERIFY_WITH_TIMEOUT(searched(u"winter"_s).isEmpty(), 20'000);
    FoundRecordsModel &found = *m_two->atBen->workspace->crm()->found();
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_two->atBen->session->store().record(*RecordRef::from(contact))).has_value(),
                             20'000);
    found.setText(u"springt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.rowCount({}), 1, 20'000);
    QCOMPARE(found.index(0, 0).data(FoundRecordsModel::TitleRole).toString(), u"Springtime.txt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.index(0, 0).data(FoundRecordsModel::DetailRole).toString(), u"File · Maya"_s,
                              20'000);
    QCOMPARE(found.index(0, 0).data(FoundRecordsModel::RecordRole).toString(), contact); // that is opened
}

void FilesTest::whatIsBeingCopiedIsThereWhenOneComesBack()
{
    Person &ada = *m_two->atAda;
    const ConversationId other = m_two->makeGroup(u"Elsewhere"_s);
    const QList<QUrl> urls{make(u"Plan.pdf"_s, QByteArray(8'000'000, 'x')), make(u"Notes.txt"_s, "notes")};
    ada.open(m_group)->composer()->files()->attach(urls);
    ada.open(other);
    const auto kept = [&] { return valueOf(ada.session->store().draftFiles(m_group)).size(); };
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 2, 20'000);
    QCOMPARE(ada.open(m_group)->composer()->files()->files().size(), 2);
}

void FilesTest::whatIsBeingCopiedIsAddedToARecordThatWasLeft()
{
    Person &ada = *m_two->atAda;
    Crm *crm = ada.workspace->crm();
    const RecordRef maya = RecordRef::from(crm->create(u"contact"_s, {{u"name"_s, u"Maya"_s}})).value_or(RecordRef());
    QTRY_VERIFY_WITH_TIMEOUT(crm->current()->available(), 20'000);
    crm->current()->files()->add({make(u"Plan.pdf"_s, QByteArray(8'000'000, 'x')), make(u"Empty.txt"_s, {})});
    crm->current()->picture()->change(make(u"Face.png"_s, pixel));
    crm->close();
    const auto files = [&] {
        const QVector<RecordState> naming = valueOf(ada.session->store().recordsNaming(maya));
        return std::count_if(naming.begin(), naming.end(),
                             [](const RecordState &state) { return state.record.kind == RecordKind::File; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(files(), 1, 20'000);
    const auto hasPicture = [&] {
        const auto state = valueOf(ada.session->store().record(maya));
        return state && state->fields[fields::picture].isObject();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasPicture(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(ada.notices.join(u'\n').contains(u"Empty.txt"_s), 20'000);
}

void FilesTest::aFileCalledOffWithoutAConnectionIsNotBeingSent()
{
    Desk desk;
    const User zoe = desk.add(u"zoe"_s);
    const auto faults = std::make_shared<Faults>();
    Person person(desk.url(), zoe, desk.token(zoe.name),
                  [url = desk.url(), faults]() -> std::unique_ptr<dialect::Link> {
                      return std::make_unique<FaultyLink>(url, faults);
                  });
    person.goOnline();
    person.workspace->createGroup(u"Plans"_s, {zoe.id.text()});
    ConversationPage *page = person.workspace->current();
    attach(page, {make(u"Plan.pdf"_s, QByteArray(300'000, 'x'))});
    SharedFile *file = fileAt(page->composer()->files()->files(), 0);
    faults->holdAfterPieces = 1;
    page->composer()->send({});
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"going"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(faults->holding, 20'000);
    person.goOffline();
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);
    const QModelIndex row = page->messages()->index(0);
    QTRY_COMPARE_WITH_TIMEOUT(row.data(MessageListModel::DeliveryRole).toString(), u"queued"_s, 20'000);
    page->callOffFile(row.data(MessageListModel::MessageIdRole).toString(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(file->state(), u"here"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 0, 20'000);
    faults->holding = false;
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
