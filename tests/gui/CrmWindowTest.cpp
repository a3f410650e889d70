// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; ///< ms; these machines may be busy

} // namespace

// What a person does with contacts and deals in the window, on the server inside the program.
class CrmWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_files;
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<Desk> m_desk;
    bool m_failed = false; ///< each step builds on the ones before

    [[nodiscard]] models::Workspace &workspace() const { return *m_desk->app->workspace(); }
    [[nodiscard]] models::Crm &crm() const { return *workspace().crm(); }
    [[nodiscard]] bool hasButton(const QString &name) const { return m_desk->shows(QAccessible::Button, name); }

    /// Everything that was done has been taken by the server.
    void settles()
    {
        store::Store &store = workspace().session().store();
        // Behind what is being written: an outbox that it is not in yet is empty, too.
        QVERIFY(await(store.saveDraft(ConversationId(u"none"_s), {})));
        QTRY_VERIFY_WITH_TIMEOUT(await(store.pending()).isEmpty(), patience);
        QCOMPARE(workspace().refusedChanges()->count(), 0);
    }
    [[nodiscard]] QString stageOf(const QString &deal) const
    {
        models::DealBoardModel &board = *crm().board();
        for (int column = 0; column < board.rowCount({}); ++column) {
            const auto at = board.index(column);
            const auto *deals = at.data(models::DealBoardModel::DealsRole).value<models::RecordTableModel *>();
            for (int row = 0; deals && row < deals->rowCount({}); ++row)
                if (deals->index(row).data(models::RecordTableModel::TitleRole).toString() == deal)
                    return at.data(models::DealBoardModel::NameRole).toString();
        }
        return {};
    }
    /// It is in another stage: each column reads its deals for itself, and for a moment it is in none.
    [[nodiscard]] bool hasMoved(const QString &deal, const QString &from) const
    {
        const QString stage = stageOf(deal);
        return !stage.isEmpty() && stage != from;
    }
    /// The keyboard has gone with it. A card of before may still be there, to be used for another deal.
    [[nodiscard]] bool hasKeyboard(const QString &deal) const
    {
        const QList<QQuickItem *> items = m_desk->driver->all(QAccessible::ListItem);
        return std::any_of(items.begin(), items.end(), [&](QQuickItem *item) {
            return item->hasActiveFocus() && tour::WindowDriver::nameOf(item).startsWith(deal);
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_engine = std::make_unique<QQmlEngine>();
        m_engine->addImportPath(u"qrc:/qt/qml"_s);
        m_desk = std::make_unique<Desk>(*m_engine, m_files.filePath(u"ada"_s));
        m_desk->choose(QAccessible::Button, u"This computer"_s);
        m_desk->fill(u"Your name"_s, u"Ada Lovelace"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace() && workspace().connection()->online(),
                                  qPrintable(m_desk->app->problem()), patience);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"\\.qml:"_s));
        if (m_failed)
            QSKIP("an earlier step failed");
    }

    void cleanup() { m_failed = m_failed || QTest::currentTestFailed(); }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_engine.reset();
    }

    void makesAContact()
    {
        m_desk->driver->press(Qt::Key_3, Qt::ControlModifier);
        m_desk->choose(QAccessible::Button, u"New contact"_s);
        m_desk->fill(u"Name"_s, u"Maya Okafor"_s);
        m_desk->fill(u"E-mail"_s, u"maya@okafor.example, office@okafor.example"_s);
        m_desk->fill(u"Phone"_s, u"+44 20 7946 0958"_s);
        m_desk->fill(u"Job"_s, u"Founder"_s);
        m_desk->choose(QAccessible::Button, u"Create"_s);
        QTRY_VERIFY_WITH_TIMEOUT(crm().current() && crm().current()->title() == u"Maya Okafor"_s, patience);
        settles();
        QTRY_VERIFY_WITH_TIMEOUT(hasButton(u"Job: Founder, change"_s), patience);
        QStringList entries;
        models::RecordFieldsModel &fields = *crm().current()->fieldList();
        for (int row = 0; row < fields.rowCount({}); ++row)
            entries += fields.index(row).data(models::RecordFieldsModel::EntriesRole).toStringList();
        QCOMPARE(entries, (QStringList{u"maya@okafor.example"_s, u"office@okafor.example"_s, u"+44 20 7946 0958"_s}));
    }

    void changesAField()
    {
        m_desk->choose(QAccessible::Button, u"Job: Founder, change"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::EditableText, u"Job"_s), patience);
        m_desk->driver->type(u"Owner"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(hasButton(u"Job: Owner, change"_s), patience);
        settles();
    }

    void movesADealByKeyboard()
    {
        m_desk->driver->press(Qt::Key_4, Qt::ControlModifier);
        for (const QString &name : {u"Autumn fair"_s, u"Winter fair"_s}) {
            m_desk->choose(QAccessible::Button, u"New deal"_s);
            m_desk->fill(u"Name"_s, name);
            m_desk->fill(u"Value, such as 1200 EUR"_s, u"1200 EUR"_s);
            m_desk->choose(QAccessible::Button, u"Create"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!stageOf(name).isEmpty(), patience);
            settles();
        }
        const QString first = stageOf(u"Autumn fair"_s);
        m_desk->choose(QAccessible::ListItem, u"Autumn fair…"_s);
        m_desk->driver->press(Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(hasMoved(u"Autumn fair"_s, first), patience);
        const QString second = stageOf(u"Autumn fair"_s);
        settles();
        QTRY_VERIFY_WITH_TIMEOUT(hasKeyboard(u"Autumn fair"_s), patience);
        m_desk->driver->press(Qt::Key_Right, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(hasMoved(u"Autumn fair"_s, second), patience);
        QCOMPARE(stageOf(u"Winter fair"_s), first);
        settles();
    }
};

QTEST_MAIN(CrmWindowTest)
#include "CrmWindowTest.moc"
