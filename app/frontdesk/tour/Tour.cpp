// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Tour.h"

#include "Launcher.h"
#include "models/AppController.h"

#include <QtCore/QDir>
#include <QtQuick/QQuickWindow>

namespace frontdesk::tour {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds look = 16ms;    ///< between two looks at the screen
constexpr std::chrono::milliseconds settle = 700ms; ///< animations have ended
constexpr std::chrono::milliseconds patience = 30s; ///< for one stop
constexpr QLatin1String light("light");
constexpr QLatin1String dark("dark");

} // namespace

Tour::Tour(QQuickWindow *window, models::AppController &app, Launcher &launcher, const QString &folder)
    : m_window(window)
    , m_app(app)
    , m_launcher(launcher)
    , m_folder(folder)
    , m_driver(window)
{
    m_timer.setInterval(look);
    connect(&m_timer, &QTimer::timeout, this, &Tour::tick);
    plan();
}

void Tour::start()
{
    QDir folder(m_folder);
    if (!folder.mkpath(QStringLiteral("."))) {
        end(tr("The folder %1 cannot be made").arg(m_folder));
        return;
    }
    for (const QString &old : folder.entryList({QStringLiteral("[0-9][0-9]-*.png")}))
        folder.remove(old);
    m_app.settings()->setTheme(light);
    m_window->resize(1440, 900);
    m_window->requestActivate();
    m_at = 0;
    m_stops.front().act();
    enter(Phase::Acting);
    m_timer.start();
}

void Tour::add(const QString &name, std::function<void()> act, std::function<bool()> reached)
{
    m_stops.push_back({name, std::move(act), std::move(reached)});
}

void Tour::plan()
{
    add(
        QStringLiteral("welcome"), [] {}, [this] { return shows(QAccessible::Button, QStringLiteral("Look around")); });
    add(
        QStringLiteral("welcome-join"), [this] { m_driver.click(QAccessible::Button, QStringLiteral("Join a team")); },
        [this] { return shows(QAccessible::EditableText, QStringLiteral("Address")); });
    add(
        {}, [this] { m_driver.press(Qt::Key_Escape); },
        [this] { return shows(QAccessible::Button, QStringLiteral("Look around")); });
    add(
        {}, [this] { m_driver.click(QAccessible::Button, QStringLiteral("Look around")); },
        [this] {
            return workspace() && workspace()->connection()->online() &&
                   workspace()->conversations()->rowCount({}) >= 20;
        });
    add(
        QStringLiteral("inbox"), [] {}, [] { return true; });
    planConversation();
    planPlaces();
    planConnection();
    planSizes();
}

void Tour::planConversation()
{
    add(
        QStringLiteral("conversation-group"), [this] { openConversation(QLatin1String("group")); },
        [this] { return conversation() && conversation()->messages()->rowCount({}) > 0; });
    add(
        QStringLiteral("conversation-direct"), [this] { openConversation(QLatin1String("direct")); },
        [this] {
            return conversation() && conversation()->kind() == QLatin1String("direct") &&
                   conversation()->messages()->rowCount({}) > 0;
        });
    add(
        QStringLiteral("typing"), [this] { write(tr("Could you have a look at the invoice before noon?")); },
        [this] { return !conversation()->typingText().isEmpty(); });
    add(
        QStringLiteral("answered"), [] {},
        [this] {
            const auto *messages = conversation()->messages();
            const QModelIndex newest = messages->index(messages->rowCount({}) - 1);
            return !newest.data(models::MessageListModel::OwnRole).toBool();
        });
    add(
        QStringLiteral("editing"),
        [this] {
            m_driver.click(QAccessible::EditableText, QStringLiteral("Message"));
            m_driver.press(Qt::Key_Up);
        },
        [this] { return conversation()->composer()->editing(); });
    add(
        QStringLiteral("edited"),
        [this] {
            m_driver.type(tr(" Thank you!"));
            m_driver.press(Qt::Key_Return);
        },
        [this] {
            const auto *messages = conversation()->messages();
            for (int row = 0; row < messages->rowCount({}); ++row)
                if (messages->index(row).data(models::MessageListModel::EditedRole).toBool())
                    return true;
            return false;
        });
    planConflict();
    add(
        QStringLiteral("new-conversation"), [this] { m_driver.press(Qt::Key_N, Qt::ControlModifier); },
        [this] { return shows(QAccessible::List, QStringLiteral("People")); });
    add(
        {}, [this] { m_driver.press(Qt::Key_Escape); },
        [this] { return !shows(QAccessible::List, QStringLiteral("People")); });
    add(
        QStringLiteral("palette"),
        [this] {
            m_driver.press(Qt::Key_K, Qt::ControlModifier);
            m_driver.type(QStringLiteral("re"));
        },
        [this] { return shows(QAccessible::List, QStringLiteral("Results")); });
    add(
        {}, [this] { m_driver.press(Qt::Key_Escape); },
        [this] { return !shows(QAccessible::List, QStringLiteral("Results")); });
}

void Tour::planConflict()
{
    const auto inConflict = [this] {
        return shows(QAccessible::Grouping, QStringLiteral("Conflict: Name of the group"));
    };
    add(
        {}, [this] { m_driver.click(QAccessible::ListItem, QStringLiteral("Refunds EU…")); },
        [this] { return conversation() && conversation()->title() == QLatin1String("Refunds EU"); });
    add(
        QStringLiteral("conflict"),
        // As from a dialog that was opened before a colleague gave the group its present name.
        [this] { conversation()->rename(tr("Refunds Europe"), 1, tr("Returns")); }, inConflict);
    add(
        QStringLiteral("conflict-decided"),
        [this] { m_driver.click(QAccessible::Button, QStringLiteral("Keep theirs")); },
        [inConflict] { return !inConflict(); });
}

void Tour::planPlaces()
{
    add(
        QStringLiteral("team"), [this] { m_driver.press(Qt::Key_2, Qt::ControlModifier); },
        [this] { return shows(QAccessible::List, QStringLiteral("Team")); });
    const auto crm = [this] { return workspace()->crm(); };
    add(
        QStringLiteral("contacts"), [this] { m_driver.press(Qt::Key_3, Qt::ControlModifier); },
        [this, crm] {
            const models::RecordTableModel &contacts = *crm()->contacts();
            return shows(QAccessible::Table, QStringLiteral("Contacts")) && contacts.count() > 0 &&
                   !contacts.recordAt(0).isEmpty();
        });
    add(
        QStringLiteral("contact"), [crm] { crm()->open(crm()->contacts()->recordAt(0)); },
        [crm] { return crm()->current()->available() && crm()->current()->history()->count() > 0; });
    add(
        QStringLiteral("deals"),
        [this, crm] {
            crm()->close();
            m_driver.press(Qt::Key_4, Qt::ControlModifier);
        },
        [this, crm] {
            return shows(QAccessible::List, QStringLiteral("Stages")) && crm()->board()->count() > 0 &&
                   !crm()->board()->openText().isEmpty();
        });
    add(
        QStringLiteral("dashboard"), [this] { m_driver.press(Qt::Key_5, Qt::ControlModifier); },
        [this] {
            return shows(QAccessible::List, QStringLiteral("Live activity")) &&
                   shows(QAccessible::StaticText, QStringLiteral("Live")) && workspace()->dashboard()->loaded();
        });
    add(
        QStringLiteral("activity"), [this] { m_driver.press(Qt::Key_6, Qt::ControlModifier); },
        [this] { return shows(QAccessible::List, QStringLiteral("Activity")); });
    add(
        QStringLiteral("settings"), [this] { m_driver.press(Qt::Key_7, Qt::ControlModifier); },
        [this] { return shows(QAccessible::EditableText, QStringLiteral("Your name")); });
    add(
        QStringLiteral("settings-local-data"),
        [this] { m_driver.click(QAccessible::Button, QStringLiteral("Clear local data")); },
        [this] { return shows(QAccessible::Button, QStringLiteral("Clear")); });
    add(
        {}, [this] { m_driver.press(Qt::Key_Escape); },
        [this] { return !shows(QAccessible::Button, QStringLiteral("Clear")); });
    add(
        {}, [this] { m_driver.press(Qt::Key_1, Qt::ControlModifier); },
        [this] { return shows(QAccessible::List, QStringLiteral("Conversations")); });
}

void Tour::planConnection()
{
    const auto inspector = [this] { return shows(QAccessible::List, QStringLiteral("What happened")); };
    add(
        QStringLiteral("inspector"), [this] { m_driver.click(QAccessible::Button, QStringLiteral("Connection: …")); },
        inspector);
    add(
        QStringLiteral("inspector-day"),
        [this] { m_driver.click(QAccessible::RadioButton, QStringLiteral("24 hours")); },
        [this] { return !workspace()->connection()->flight()->spans().isEmpty(); });
    add(
        QStringLiteral("inspector-delivery"),
        [this] { m_driver.click(QAccessible::RadioButton, QStringLiteral("Delivery")); },
        [this] { return !shows(QAccessible::List, QStringLiteral("Last problems")); });
    add(
        QStringLiteral("inspector-test"),
        [this] { m_driver.click(QAccessible::Button, QStringLiteral("Test the connection")); },
        [this] { return workspace()->connection()->test()->passed(); });
    add(
        {}, [this] { m_driver.press(Qt::Key_Escape); },
        [this] { return !shows(QAccessible::Button, QStringLiteral("Test the connection")); });
    add(
        {}, [this] { m_launcher.interruptServer(); }, [this] { return !workspace()->connection()->online(); });
    add(
        QStringLiteral("offline"), [this] { write(tr("I will send you the receipt as soon as I am back.")); },
        [this] { return workspace()->connection()->waiting() > 0; });
    add(
        QStringLiteral("offline-inspector"),
        [this] { m_driver.click(QAccessible::Button, QStringLiteral("Connection: …")); }, inspector);
    add(
        {},
        [this] {
            m_launcher.resumeServer().then(this, [this](const Result<QUrl> &address) {
                if (!address)
                    end(address.error().message);
            });
            m_driver.click(QAccessible::Button, QStringLiteral("Reconnect now"));
        },
        [this] { return workspace()->connection()->online() && workspace()->connection()->waiting() == 0; });
    add(
        QStringLiteral("back-online"), [this] { m_driver.press(Qt::Key_Escape); },
        [inspector] { return !inspector(); });
}

void Tour::planSizes()
{
    add(
        QStringLiteral("small-window"), [this] { m_window->resize(960, 640); }, [] { return true; });
    add(
        QStringLiteral("narrow-window"), [this] { m_window->resize(520, 800); }, [] { return true; });
    add(
        QStringLiteral("german"),
        [this] {
            m_window->resize(1440, 900);
            m_app.settings()->setLanguage(QStringLiteral("de"));
        },
        [this] { return shows(QAccessible::List, QStringLiteral("Unterhaltungen")); });
    add(
        {}, [this] { m_app.settings()->setLanguage(QStringLiteral("en")); },
        [this] { return shows(QAccessible::List, QStringLiteral("Conversations")); });
}

void Tour::tick()
{
    if (m_phase == Phase::Acting) {
        if (m_since.elapsed() > patience.count()) {
            end(tr("“%1” was not reached. What was seen:\n%2").arg(m_stops[m_at].name, m_driver.describe()));
        } else if (m_stops[m_at].reached()) {
            if (m_stops[m_at].name.isEmpty())
                next();
            else
                enter(Phase::SettlingLight);
        }
    } else if (m_since.elapsed() > settle.count()) {
        if (m_phase == Phase::SettlingLight) {
            takePicture(light);
            m_app.settings()->setTheme(dark);
            enter(Phase::SettlingDark);
        } else {
            takePicture(dark);
            m_app.settings()->setTheme(light);
            next();
        }
    }
}

void Tour::enter(Phase phase)
{
    m_phase = phase;
    m_since.start();
}

void Tour::next()
{
    if (++m_at == m_stops.size()) {
        end({});
        return;
    }
    enter(Phase::Acting);
    m_stops[m_at].act();
}

void Tour::takePicture(QLatin1String theme)
{
    const int number = int(m_pictures.size()) + 1;
    const QString file = QStringLiteral("%1/%2-%3-%4.png")
                             .arg(m_folder)
                             .arg(number, 2, 10, QLatin1Char('0'))
                             .arg(m_stops[m_at].name, theme);
    if (!m_driver.picture().save(file)) {
        end(tr("%1 could not be written").arg(file));
        return;
    }
    m_pictures.append(file);
    Q_EMIT progressed(file);
}

void Tour::end(const QString &problem)
{
    m_timer.stop();
    Q_EMIT finished(m_pictures, problem);
}

models::Workspace *Tour::workspace() const
{
    return m_app.workspace();
}

models::ConversationPage *Tour::conversation() const
{
    return workspace() ? workspace()->current() : nullptr;
}

bool Tour::shows(QAccessible::Role role, const QString &name) const
{
    return m_driver.find(role, name);
}

void Tour::openConversation(QLatin1String kind)
{
    using Roles = models::ConversationListModel;
    const auto *list = workspace()->conversations();
    for (int row = 0; row < list->rowCount({}); ++row) {
        const QModelIndex index = list->index(row);
        const bool answers =
            kind == QLatin1String("group") || index.data(Roles::PresenceRole).toString() == QLatin1String("online");
        if (index.data(Roles::KindRole).toString() == kind && answers) {
            m_driver.click(QAccessible::ListItem, index.data(Roles::TitleRole).toString() + u'…');
            return;
        }
    }
}

void Tour::write(const QString &text)
{
    m_driver.click(QAccessible::EditableText, QStringLiteral("Message"));
    m_driver.type(text);
    m_driver.press(Qt::Key_Return);
}

} // namespace frontdesk::tour
