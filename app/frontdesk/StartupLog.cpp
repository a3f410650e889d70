// SPDX-License-Identifier: GPL-3.0-or-later
#include "StartupLog.h"

#include <QtCore/QLoggingCategory>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>

#include <atomic>
#include <memory>

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

void logFirstTitle(QQuickWindow &window)
{
    if (!startup().isDebugEnabled())
        return;
    auto *watch = new QObject(&window);
    const auto shown = std::make_shared<std::atomic<bool>>(false);
    // The scene is handed to the renderer while the GUI thread waits; what is in it then is drawn with this frame.
    QObject::connect(
        &window, &QQuickWindow::afterSynchronizing, watch, [&window, shown] { *shown = *shown || showsTitle(window); },
        Qt::DirectConnection);
    QObject::connect(&window, &QQuickWindow::frameSwapped, watch, [watch, shown] {
        if (!shown->exchange(false))
            return;
        qCDebug(startup) << "the first conversation has been drawn";
        watch->deleteLater();
    });
}

} // namespace frontdesk
