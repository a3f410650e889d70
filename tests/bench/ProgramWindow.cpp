// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProgramWindow.h"

#include "Figures.h"
#include "Launcher.h"
#include "Remembered.h"
#include "Stopwatch.h"
#include "platform/DataFolders.h"
#include "platform/FileTokenStore.h"

#include <QtCore/QDir>
#include <QtQuick/QQuickItem>

#include <algorithm>

namespace bench {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

// One frame and two of a screen with 60 pictures in a second
constexpr double frameMs = 16;
constexpr double twoFramesMs = 33;

double milliseconds(std::chrono::nanoseconds time)
{
    return double(time.count()) / 1e6;
}

qint64 slowOnes(const std::vector<double> &times, double most)
{
    return std::count_if(times.begin(), times.end(), [most](double time) { return time > most; });
}

} // namespace

QQuickItem *visibleItem(QQuickItem *parent, const QString &name)
{
    if (!parent->isVisible())
        return nullptr;
    if (parent->objectName() == name)
        return parent;
    const QList<QQuickItem *> children = parent->childItems();
    for (QQuickItem *child : children)
        if (QQuickItem *found = visibleItem(child, name))
            return found;
    return nullptr;
}

Result<Done> rememberWorkspace(const QString &root, const QUrl &server, const QString &name, const QString &token,
                               const QString &accountFolder)
{
    const auto folders = platform::DataFolders::open(root);
    if (!folders)
        return folders.error();
    const QString account = folders.value().account(server, name);
    if (!QDir().mkpath(QFileInfo(account).path()) || !QDir().rename(accountFolder, account))
        return Error{u"storage.failed"_s, u"The files cannot be moved to %1."_s.arg(account)};
    platform::FileTokenStore tokens(folders.value().tokens());
    const auto written = tokens.write(account.section(u'/', -1), token).result();
    return written ? writeRemembered(root + u"/workspace.json"_s, {Remembered::Kind::Team, server, name}) : written;
}

ProgramWindow::ProgramWindow(const QString &root)
{
    const auto folders = platform::DataFolders::open(root);
    const auto demoFolders = platform::DataFolders::open(root + u"/demo"_s);
    if (!folders || !demoFolders)
        return;
    const auto clock = std::make_shared<SystemClock>();
    auto launcher = std::make_unique<Launcher>(
        Launcher::Options{.folders = folders.value(),
                          .demoFolders = demoFolders.value(),
                          .tokens = std::make_shared<platform::FileTokenStore>(folders.value().tokens()),
                          .clock = clock});
    m_language.use(u"en"_s);
    m_app = std::make_unique<models::AppController>(std::move(launcher), folders.value().settingsFile(), clock);
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.setInitialProperties({{u"app"_s, QVariant::fromValue(m_app.get())}});
    m_engine.load(QUrl(u"qrc:/qt/qml/Frontdesk/Main.qml"_s));
    if (m_engine.rootObjects().isEmpty())
        return;
    auto *window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    window->resize(1440, 900);
    if (waitUntil([window] { return window->isExposed(); }))
        m_window = window;
}

QQuickItem *ProgramWindow::item(const QString &name) const
{
    return visibleItem(m_window->contentItem(), name);
}

FrameTimes::FrameTimes(QQuickWindow &window)
    : m_window(window)
{
    // The start of a frame is in the GUI thread whatever thread draws it.
    m_frames = QObject::connect(&window, &QQuickWindow::afterAnimating, &window, [this] { note(); });
    m_again = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, &QQuickWindow::update);
    window.update();
}

FrameTimes::~FrameTimes()
{
    QObject::disconnect(m_frames);
    QObject::disconnect(m_again);
}

void FrameTimes::note()
{
    const std::pair now{std::chrono::steady_clock::now().time_since_epoch(), threadTime()};
    if (m_last) {
        m_wall.push_back(milliseconds(now.first - m_last->first));
        m_work.push_back(milliseconds(now.second - m_last->second));
    }
    m_last = now;
}

QJsonObject FrameTimes::report() const
{
    return {{u"ms"_s, figures(m_wall)},
            {u"threadMs"_s, figures(m_work)},
            {u"over33ms"_s, slowOnes(m_wall, twoFramesMs)},
            {u"threadOver16ms"_s, slowOnes(m_work, frameMs)},
            {u"threadOver33ms"_s, slowOnes(m_work, twoFramesMs)}};
}

} // namespace bench
