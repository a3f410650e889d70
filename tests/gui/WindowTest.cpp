// SPDX-License-Identifier: GPL-3.0-or-later
#include "Colleague.h"
#include "Desk.h"
#include "server/Server.h"

#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; ///< ms; these machines may be busy
const QString password = u"correct horse"_s;
const QString searchField = u"Search messages, conversations and people"_s;

} // namespace

// What a person does in the window, against a real server and a real second client.
class WindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_files;
    std::unique_ptr<server::Server> m_server;
    QUrl m_address;
    User m_ada;
    std::unique_ptr<Colleague> m_sam;
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<Desk> m_desk;
    bool m_failed = false; ///< each step builds on the ones before

    [[nodiscard]] QString folder(const QString &name) const { return m_files.filePath(name); }
    [[nodiscard]] UserId sam() const { return m_sam->id(); }
    [[nodiscard]] ConversationId withSam() const { return directConversationId(m_ada.id, sam()); }

    void startServer(quint16 port)
    {
        m_server = std::make_unique<server::Server>(server::Options{.dataFolder = folder(u"server"_s), .port = port});
        const auto started = m_server->start();
        QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().message));
        m_address = started.value();
    }

    void join(const QString &address, const QString &name, const QString &secret)
    {
        m_desk->choose(QAccessible::Button, u"Join a team"_s);
        m_desk->fill(u"Address"_s, address);
        m_desk->driver->press(Qt::Key_Return);
        m_desk->driver->type(name);
        // A password field has no accessible name in Qt 6.4: Enter leads to it.
        m_desk->driver->press(Qt::Key_Return);
        m_desk->driver->type(secret);
        m_desk->driver->press(Qt::Key_Return);
    }

    void openConversationWithSam()
    {
        m_desk->driver->press(Qt::Key_2, Qt::ControlModifier);
        m_desk->choose(QAccessible::ListItem, u"Sam Reed…"_s);
    }

    /// Whether the cache's files on the disk, or their logs, have this text in them.
    [[nodiscard]] bool cacheHolds(const QByteArray &text) const
    {
        QDirIterator files(folder(u"ada/accounts"_s), {u"cache.sqlite*"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        startServer(0);
        const auto ada = m_server->addUser({u"ada"_s, u"Ada Lovelace"_s, Role::Admin, password});
        QVERIFY(ada.ok());
        m_ada = ada.value();
        QVERIFY(m_server->addUser({u"sam"_s, u"Sam Reed"_s, Role::Agent, password}).ok());
        m_sam = std::make_unique<Colleague>(m_address, u"sam"_s, password);
        QTRY_VERIFY_WITH_TIMEOUT(m_sam->online(), patience);
        m_engine = std::make_unique<QQmlEngine>();
        m_engine->addImportPath(u"qrc:/qt/qml"_s);
        m_desk = std::make_unique<Desk>(*m_engine, folder(u"ada"_s));
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
        m_sam.reset();
        m_server.reset();
    }

    void wrongPasswordSaysSo()
    {
        join(m_address.toString(), u"ada"_s, u"wrong password"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->app->stage(), models::AppController::Stage::Failed, patience);
        QVERIFY2(!m_desk->app->problem().isEmpty(), "a failure without words");
        m_desk->app->backToWelcome();
    }

    // Address and name are there still, and the keyboard is in the password's field.
    void joinsATeam()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::EditableText, u"Address"_s), patience);
        m_desk->driver->type(password);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace() && m_desk->app->workspace()->connection()->online(),
                                  qPrintable(m_desk->app->problem()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::Button, u"Connection: Connected…"_s), patience);
    }

    void sendsAndReceives()
    {
        openConversationWithSam();
        m_desk->send(u"Good morning, Sam"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"Good morning, Sam"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->textsWith(m_ada.id), QStringList{u"Good morning, Sam"_s}, patience);

        m_sam->session().submit(SendMessage{withSam(), u"Good morning, Ada"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"Good morning, Ada"_s), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->messageLine(u"Good morning, Sam"_s).endsWith(u"Delivered"_s),
                                  qPrintable(m_desk->messageLine(u"Good morning, Sam"_s)), patience);
        m_sam->session().submit(MoveRead{withSam(), 1});
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->messageLine(u"Good morning, Sam"_s).endsWith(u"Read"_s),
                                  qPrintable(m_desk->messageLine(u"Good morning, Sam"_s)), patience);
    }

    void editsTheLastMessage()
    {
        m_desk->send(u"See you on Mondey"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"See you on Mondey"_s), patience);
        m_desk->driver->press(Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::Button, u"Cancel editing"_s), patience);
        m_desk->driver->press(Qt::Key_Backspace);
        m_desk->driver->press(Qt::Key_Backspace);
        m_desk->driver->type(u"ay"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"See you on Monday (edited)"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_sam->textsWith(m_ada.id).contains(u"See you on Monday"_s), patience);
        QVERIFY(!m_desk->showsMessage(u"See you on Mondey"_s));
    }

    void showsTypingAndForgetsIt()
    {
        QTimer keys;
        connect(&keys, &QTimer::timeout, this, [this] { m_sam->session().setTyping(withSam(), true); });
        keys.start(std::chrono::milliseconds(100)); // or it would be over before a busy machine has looked
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->app->workspace()->current()->typingText(), u"Sam is typing"_s, patience);
        keys.stop();
        // No further key: the sign ends by itself.
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->app->workspace()->current()->typingText().isEmpty(), patience);
    }

    void showsTextAsText()
    {
        const QString markup = u"<b>bold</b> <img src='http://127.0.0.1:1/x.png'> &amp; [link](http://x)"_s;
        m_sam->session().submit(SendMessage{withSam(), markup});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(markup), patience);
        const auto texts = m_desk->driver->all(QAccessible::StaticText);
        for (QQuickItem *text : texts)
            if (text->property("text").toString().contains(u"<b>"_s))
                QCOMPARE(text->property("textFormat").toInt(), 0); // Text.PlainText
        QTRY_VERIFY_WITH_TIMEOUT(m_sam->textsWith(m_ada.id).contains(markup), patience);
    }

    void worksOfflineAndSendsOnceInOrder()
    {
        const QStringList before = m_sam->textsWith(m_ada.id);
        m_server->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->app->workspace()->connection()->online(), patience);
        QVERIFY2(m_desk->showsMessage(u"Good morning, Ada"_s), "what is cached stays readable");

        m_desk->send(u"first offline"_s);
        m_desk->send(u"second offline"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->messageLine(u"second offline"_s).endsWith(u"Waiting to be sent"_s), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->badge().contains(u"2"_s), qPrintable(m_desk->badge()), patience);

        // The program ends and starts again, still without the server.
        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_engine, folder(u"ada"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace(), qPrintable(m_desk->app->problem()), patience);
        openConversationWithSam();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"second offline"_s), patience);

        startServer(quint16(m_address.port()));
        m_desk->app->workspace()->connection()->reconnectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace()->connection()->online(), qPrintable(m_desk->badge()),
                                  patience);
        m_sam->session().connectNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->textsWith(m_ada.id),
                                  before + QStringList({u"first offline"_s, u"second offline"_s}), patience);
    }

    // Both rename the group, and neither has seen what the other did.
    void decidesAConflict()
    {
        models::Workspace *workspace = m_desk->app->workspace();
        // From the event loop, as a click does it.
        QMetaObject::invokeMethod(
            workspace, [&] { workspace->createGroup(u"Returns"_s, {sam().text()}); }, Qt::QueuedConnection);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->current()->title(), u"Returns"_s, patience);
        const ConversationId group(workspace->current()->conversationId());
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->titleOf(group), u"Returns"_s, patience);
        m_sam->session().goOffline();
        m_sam->session().submit(renameConversation(group, u"Refunds Europe"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->titleOf(group), u"Refunds Europe"_s, patience);

        QTRY_VERIFY_WITH_TIMEOUT(workspace->current()->version() > 0, patience);
        const int before = workspace->current()->version();
        m_desk->choose(QAccessible::Button, u"Rename"_s);
        m_desk->driver->type(u"Refunds EU"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(workspace->current()->version() > before, patience);
        m_sam->session().connectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->shows(QAccessible::Grouping, u"Conflict: Name of the group"_s),
                                  qPrintable(m_desk->driver->describe()), patience);
        QVERIFY(m_desk->shows(QAccessible::AlertMessage, u"Name of the group: Sam Reed changed it…"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->titleOf(group), u"Refunds EU"_s, patience);
        m_desk->choose(QAccessible::Button, u"Take theirs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->titleOf(group), u"Refunds Europe"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->shows(QAccessible::Grouping, u"Conflict: Name of the group"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->shows(QAccessible::AlertMessage, u"Name of the group…"_s), patience);
    }

    void labelsAConversation()
    {
        m_desk->fill(u"New label"_s, u"urgent"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::Button, u"Remove the label urgent"_s), patience);
        m_desk->driver->press(Qt::Key_Backtab, Qt::ShiftModifier); // to the cross of the label
        m_desk->driver->press(Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->shows(QAccessible::Button, u"Remove the label urgent"_s), patience);
    }

    void changesThemeAndLanguage()
    {
        m_desk->driver->press(Qt::Key_7, Qt::ControlModifier);
        const QImage before = m_desk->driver->picture();
        m_desk->choose(QAccessible::RadioButton, u"Dark"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->app->settings()->theme(), u"dark"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->driver->picture().pixelColor(700, 850).lightness() <
                                     before.pixelColor(700, 850).lightness(),
                                 patience);
    }

    void clearsLocalData()
    {
        int replaced = 0;   // how often everything in the cache became something else
        const QObject test; // what is counted ends with it
        connect(&m_desk->app->workspace()->session(), &sync::Session::changed, &test,
                [&](const store::Changes &changes) { replaced += changes.everything ? 1 : 0; });
        m_desk->choose(QAccessible::Button, u"Clear local data"_s);
        m_desk->choose(QAccessible::Button, u"Clear"_s);
        QTRY_COMPARE_WITH_TIMEOUT(replaced, 2, patience); // nothing, and what the server has
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->app->workspace()->conversations()->count(), 2, patience);
        openConversationWithSam();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"second offline"_s), patience);
    }

    // A new computer gets the newest messages of a conversation; the older ones are found on the server, and come when
    // they are opened.
    void findsWhatIsOnlyOnTheServer()
    {
        constexpr int newer = 60;
        openConversationWithSam();
        m_sam->session().goOffline();
        m_sam->session().submit(SendMessage{withSam(), u"The harbour office has moved"_s});
        for (int line = 1; line <= newer; ++line)
            m_sam->session().submit(SendMessage{withSam(), u"line %1"_s.arg(line)});
        m_sam->session().connectNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"line %1"_s.arg(newer)), patience);

        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_engine, folder(u"new computer"_s));
        join(m_address.toString(), u"ada"_s, password);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace() && m_desk->app->workspace()->connection()->online(),
                                  qPrintable(m_desk->app->problem()), patience);
        m_desk->driver->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        m_desk->fill(searchField, u"harbour"_s);
        m_desk->choose(QAccessible::ListItem, u"Sam Reed…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"The harbour office has moved"_s), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->showsMessage(u"line 1"_s), "history is around it", patience);

        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_engine, folder(u"ada"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace(), qPrintable(m_desk->app->problem()), patience);
    }

    void signsOutAndForgetsTokenAndMessages()
    {
        QVERIFY(cacheHolds("second offline"));
        // From the event loop, as a click does it.
        QMetaObject::invokeMethod(m_desk->app, &models::AppController::signOut, Qt::QueuedConnection);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->app->stage(), models::AppController::Stage::Welcome, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!cacheHolds("second offline"), patience);
        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_engine, folder(u"ada"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::Button, u"Join a team"_s), patience);
    }

    // The server inside the program: made at the first start, found again at the second.
    void keepsThisComputersConversations()
    {
        const auto online = [this] {
            return m_desk->app->workspace() && m_desk->app->workspace()->connection()->online();
        };
        m_desk->choose(QAccessible::Button, u"This computer"_s);
        m_desk->fill(u"Your name"_s, u"Ada Lovelace"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(online(), qPrintable(m_desk->app->problem()), patience);
        m_desk->app->workspace()->createGroup(u"Notes to myself"_s, {m_desk->app->workspace()->myId()});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::EditableText, u"Message"_s), patience);
        m_desk->send(u"Buy envelopes"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->messageLine(u"Buy envelopes"_s).endsWith(u"Sent"_s), patience);

        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_engine, folder(u"ada"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(online(), qPrintable(m_desk->app->problem()), patience);
        m_desk->choose(QAccessible::ListItem, u"Notes to myself…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"Buy envelopes"_s), patience);
    }

    void findsAMessageAndGoesToIt()
    {
        m_desk->driver->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->shows(QAccessible::EditableText, u"Message"_s), patience);
        m_desk->fill(searchField, u"enve"_s);
        m_desk->choose(QAccessible::ListItem, u"You in Notes to myself…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(QAccessible::EditableText, u"Message"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"Buy envelopes"_s), patience);
    }

    // Left with a conversation open, and opened again before its server has quite stopped.
    void leavesThisComputerAndComesBack()
    {
        // From the event loop, as a click does it.
        QMetaObject::invokeMethod(m_desk->app, &models::AppController::signOut, Qt::QueuedConnection);
        m_desk->choose(QAccessible::Button, u"This computer"_s);
        m_desk->fill(u"Your name"_s, u"Ada Lovelace"_s);
        m_desk->driver->press(Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->app->workspace() && m_desk->app->workspace()->connection()->online(),
                                  qPrintable(m_desk->app->problem()), patience);
        m_desk->choose(QAccessible::ListItem, u"Notes to myself…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->showsMessage(u"Buy envelopes"_s), patience);
    }
};

QTEST_MAIN(WindowTest)
#include "WindowTest.moc"
