// SPDX-License-Identifier: GPL-3.0-or-later
#include "StartupLog.h"

#include <QtCore/QLoggingCategory>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>

#include <memory>
#include <utility>

namespace frontdesk {

namespace {

Q_LOGGING_CATEGORY(startup, "frontdesk.startup", QtWarningMsg)

/// By the tree of what is seen.
const QQuickItem *visibleItem(const QQuickItem *parent, const QString &name)
{
    if (!parent->isVisible())
        return nullptr;
    if (parent->objectName() == name)
        return parent;
    const QList<QQuickItem *> children = parent->childItems();
    for (const QQuickItem *child : children)
        if (const QQuickItem *found = visibleItem(child, name))
            return found;
    return nullptr;
}

bool showsTitle(const QQuickWindow &window)
{
    const QQuickItem *list = visibleItem(window.contentItem(), QStringLiteral("conversations"));
    return list && visibleItem(list, QStringLiteral("title"));
}

} // namespace

void logStartup(QQuickWindow &window)
{
    if (!startup().isDebugEnabled())
        return;
    struct Drawn {
        bool window = false;
        bool title = false;
    };
    auto *watch = new QObject(&window);
    // Both in the thread that draws: the scene is handed to it while the GUI thread waits, and what is in it then is
    // drawn with this frame.
    const auto handedOver = std::make_shared<Drawn>();
    QObject::connect(
        &window, &QQuickWindow::afterSynchronizing, watch,
        [&window, handedOver] {
            handedOver->window = true;
            handedOver->title = handedOver->title || showsTitle(window);
        },
        Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, watch,
        [watch, handedOver, said = Drawn()]() mutable {
            if (handedOver->window && !std::exchange(said.window, true))
                qCDebug(startup) << "the window has been drawn";
            if (handedOver->title && !std::exchange(said.title, true)) {
                qCDebug(startup) << "the first conversation has been drawn";
                watch->deleteLater();
            }
        },
        Qt::DirectConnection);
}

} // namespace frontdesk
