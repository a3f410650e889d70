// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"
#include "models/SettingsSharing.h"
#include "models/SharedDraft.h"

using namespace frontdesk;
using namespace frontdesk::models;

namespace {

const QString here = QStringLiteral("typed here");
const QString there = QStringLiteral("typed there");

} // namespace

/// What the devices of one person share: the rules, and two devices on a real server.
class SharingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void emptyDraftTakesWhatComes();
    void typedDraftIsNeverOverwritten();
    void keptDraftIsNeverOverwritten();
    void adoptedDraftFollowsUntilItIsChanged();
    void draftIsToldOnce();
    void clearedDraftIsToldAndNotTakenBack();
    void sharedTextTypedAgainIsNothingNew();
    void textSentBeforeItWasToldLeavesRoom();

    void settingsGoToTheOtherDevice();
    void settingsStayWhereSharingIsOff();
    void draftsGoToTheOtherDevice();
    void draftsStayWhereSharingIsOff();

private:
    std::unique_ptr<TwoPeople> m_people;
    std::unique_ptr<Person> m_other; ///< Ada's second device
};

void SharingTest::initTestCase()
{
    m_people = std::make_unique<TwoPeople>();
}

void SharingTest::init()
{
    m_people->sitDown();
    m_other = m_people->adasOtherDevice();
    m_other->goOnline();
}

void SharingTest::cleanup()
{
    m_other.reset();
    m_people->leave();
}

void SharingTest::emptyDraftTakesWhatComes()
{
    SharedDraft draft;
    draft.receive(there);
    QCOMPARE(draft.text(), there);
    QVERIFY(draft.isAdopted());
    QVERIFY(!draft.untold());
}

void SharingTest::typedDraftIsNeverOverwritten()
{
    SharedDraft draft;
    draft.type(here);
    draft.receive(there);
    QCOMPARE(draft.text(), here);
    QCOMPARE(draft.untold(), std::optional(here));
    draft.told();
    draft.receive(there); // later than ours
    QCOMPARE(draft.text(), here);
    draft.receive({}); // sent there
    QCOMPARE(draft.text(), here);
    QVERIFY(!draft.untold());
}

void SharingTest::keptDraftIsNeverOverwritten()
{
    SharedDraft kept;
    kept.restore(here);
    kept.receive(there);
    QCOMPARE(kept.text(), here);
    QVERIFY(!kept.untold()); // nobody touched it

    SharedDraft late; // the disk answers after the network
    late.receive(there);
    late.restore(here);
    QCOMPARE(late.text(), here);
    QVERIFY(!late.isAdopted());

    SharedDraft typed;
    typed.type(here);
    typed.restore(QStringLiteral("older"));
    QCOMPARE(typed.text(), here);

    SharedDraft nothing;
    nothing.receive(there);
    nothing.restore({});
    QCOMPARE(nothing.text(), there);
}

void SharingTest::adoptedDraftFollowsUntilItIsChanged()
{
    SharedDraft draft;
    draft.receive(QStringLiteral("beg"));
    draft.receive(QStringLiteral("begun"));
    QCOMPARE(draft.text(), QStringLiteral("begun"));
    draft.receive({}); // sent there
    QCOMPARE(draft.text(), QString());
    draft.receive(there);
    draft.type(there + u'!');
    draft.receive(there + u'?');
    QCOMPARE(draft.text(), QString(there + u'!'));
    QVERIFY(!draft.isAdopted());
}

void SharingTest::draftIsToldOnce()
{
    SharedDraft draft;
    draft.type(here);
    QCOMPARE(draft.untold(), std::optional(here));
    draft.told();
    QVERIFY(!draft.untold());
    draft.receive(here); // our own comes back
    QVERIFY(!draft.untold());
    QVERIFY(!draft.isAdopted());
    draft.receive(there);
    QCOMPARE(draft.text(), here);
}

void SharingTest::clearedDraftIsToldAndNotTakenBack()
{
    SharedDraft draft;
    draft.type(here);
    draft.told();
    draft.type({});
    draft.receive(here); // read before we told that it is gone
    QCOMPARE(draft.text(), QString());
    QCOMPARE(draft.untold(), std::optional(QString()));
    draft.told();
    draft.receive({});
    draft.receive(there);
    QCOMPARE(draft.text(), there);
}

void SharingTest::sharedTextTypedAgainIsNothingNew()
{
    SharedDraft draft;
    draft.receive(there);
    draft.type(there + u'!');
    draft.type(there);
    QVERIFY(!draft.untold());
}

void SharingTest::textSentBeforeItWasToldLeavesRoom()
{
    SharedDraft draft;
    draft.type(here);
    draft.type({}); // sent
    QVERIFY(!draft.untold());
    draft.receive(there);
    QCOMPARE(draft.text(), there);
}

void SharingTest::settingsGoToTheOtherDevice()
{
    QTemporaryDir folder;
    Settings first(folder.filePath(QStringLiteral("first.ini")));
    Settings second(folder.filePath(QStringLiteral("second.ini")));
    const SettingsSharing firstSharing(first, m_people->atAda->workspace->own());
    const SettingsSharing secondSharing(second, m_other->workspace->own());
    first.setTheme(QStringLiteral("dark"));
    first.setHighContrast(true);
    first.setKeepDays(30); // about this computer
    QTRY_COMPARE(second.theme(), QStringLiteral("dark"));
    QTRY_VERIFY(second.highContrast());
    second.setTheme(QStringLiteral("light"));
    QTRY_COMPARE(first.theme(), QStringLiteral("light"));
    QCOMPARE(second.keepDays(), 0);

    // A device that comes later takes over what there is.
    const auto third = m_people->adasOtherDevice();
    Settings thirds(folder.filePath(QStringLiteral("third.ini")));
    const SettingsSharing thirdSharing(thirds, third->workspace->own());
    third->goOnline();
    QTRY_COMPARE(thirds.theme(), QStringLiteral("light"));
    QTRY_VERIFY(thirds.highContrast());

    // What another version writes is not taken.
    m_people->atAda->workspace->own().set(ownSettingKey(QStringLiteral("theme")), 7);
    m_people->atAda->workspace->own().set(ownSettingKey(QStringLiteral("highContrast")), false);
    QTRY_VERIFY(!thirds.highContrast());
    QCOMPARE(thirds.theme(), QStringLiteral("light"));
}

void SharingTest::settingsStayWhereSharingIsOff()
{
    QTemporaryDir folder;
    Settings first(folder.filePath(QStringLiteral("first.ini")));
    Settings second(folder.filePath(QStringLiteral("second.ini")));
    QVERIFY(first.shareSettings() && !first.shareDrafts());
    second.setShareSettings(false);
    const SettingsSharing firstSharing(first, m_people->atAda->workspace->own());
    const SettingsSharing secondSharing(second, m_other->workspace->own());
    first.setReducedMotion(true);
    const QString key = ownSettingKey(QStringLiteral("reducedMotion"));
    QTRY_COMPARE(m_other->workspace->own().value(key), QJsonValue(true));
    QVERIFY(!second.reducedMotion());
    second.setLanguage(QStringLiteral("de"));
    QCOMPARE(m_other->workspace->own().value(ownSettingKey(QStringLiteral("language"))), QJsonValue());
    second.setShareSettings(true);
    QVERIFY(second.reducedMotion());
    first.setReducedMotion(false);
    QTRY_VERIFY(!second.reducedMotion());
}

void SharingTest::draftsGoToTheOtherDevice()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Shared"));
    QTRY_VERIFY(m_other->row(id).isValid());
    m_people->atAda->workspace->shareDrafts(true);
    m_other->workspace->shareDrafts(true);
    ComposerModel *first = m_people->atAda->open(id)->composer();
    first->setText(here);
    QTRY_COMPARE_WITH_TIMEOUT(m_other->listed(id, ConversationListModel::DraftTextRole).toString(), here, 20'000);
    ComposerModel *second = m_other->open(id)->composer();
    QTRY_COMPARE(second->text(), here);
    QCOMPARE(valueOf(m_other->session->store().draft(id)), QString()); // not this one's to keep

    second->setText(here + QStringLiteral(", and sent there"));
    second->send(second->text());
    QTRY_COMPARE(m_other->workspace->own().value(ownDraftKey(id)), QJsonValue());
    QTRY_COMPARE(m_people->atAda->workspace->own().value(ownDraftKey(id)), QJsonValue());
    QCOMPARE(first->text(), here); // what was typed here is never taken away
}

void SharingTest::draftsStayWhereSharingIsOff()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Not shared"));
    QTRY_VERIFY(m_other->row(id).isValid());
    m_people->atAda->workspace->shareDrafts(true);
    m_people->atAda->open(id)->composer()->setText(here);
    QTRY_COMPARE_WITH_TIMEOUT(m_other->workspace->own().value(ownDraftKey(id)), QJsonValue(here), 20'000);
    ComposerModel *second = m_other->open(id)->composer();
    QCOMPARE(second->text(), QString());
    QVERIFY(!m_other->listed(id, ConversationListModel::HasDraftRole).toBool());
    m_other->workspace->shareDrafts(true);
    QCOMPARE(second->text(), here);
}

QTEST_GUILESS_MAIN(SharingTest)
#include "SharingTest.moc"
