// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

#include "platform/FileTokenStore.h"

#include <QtQml/QQmlComponent>
#include <QtQuick/QQuickWindow>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

Desk::Desk(QQmlEngine &engine, const QString &folder)
{
    const auto folders = platform::DataFolders::open(folder);
    const auto demoFolders = platform::DataFolders::open(folder + u"/demo"_s);
    const auto clock = std::make_shared<SystemClock>();
    auto launcher = std::make_unique<Launcher>(
        Launcher::Options{.folders = folders.value(),
                          .demoFolders = demoFolders.value(),
                          .tokens = std::make_shared<platform::FileTokenStore>(folders.value().tokens()),
                          .clock = clock});
    m_language.use(u"en"_s);
    m_app = std::make_unique<models::AppController>(std::move(launcher), folders.value().settingsFile(), clock);
    app = m_app.get();
    app->settings()->setReducedMotion(true);

    QQmlComponent component(&engine, QUrl(u"qrc:/qt/qml/Frontdesk/Main.qml"_s));
    m_window.reset(component.createWithInitialProperties({{u"app"_s, QVariant::fromValue(app)}}));
    auto *window = qobject_cast<QQuickWindow *>(m_window.get());
    QVERIFY2(window, qPrintable(component.errorString()));
    window->resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowExposed(window));
    window->requestActivate();
    driver.emplace(window);
    app->start();
}

QString Desk::messageLine(const QString &text) const
{
    const auto rows = driver->all(QAccessible::ListItem);
    for (QQuickItem *row : rows) {
        const QString name = tour::WindowDriver::nameOf(row);
        // The list of conversations shows the newest text too; a message line begins with its author and full time.
        if (name.contains(u": "_s + text) && !name.startsWith(text) && row->mapToScene({}).x() > 300)
            return name;
    }
    return {};
}

bool Desk::showsMessage(const QString &text) const
{
    return !messageLine(text).isEmpty();
}

QString Desk::badge() const
{
    return app->workspace() ? app->workspace()->connection()->badgeText() : QString();
}

void Desk::choose(QAccessible::Role role, const QString &name)
{
    QTRY_VERIFY2_WITH_TIMEOUT(shows(role, name), qPrintable(driver->describe()), 30'000);
    (void)driver->picture(); // a picture lays the items out: the click goes to where a person would see them
    driver->click(role, name);
}

void Desk::fill(const QString &field, const QString &text)
{
    choose(QAccessible::EditableText, field);
    driver->type(text);
}

void Desk::send(const QString &text)
{
    fill(u"Message"_s, text);
    driver->press(Qt::Key_Return);
}
