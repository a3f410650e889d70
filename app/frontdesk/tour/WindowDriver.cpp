// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/WindowDriver.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtQuick/QQuickWindow>

#include <algorithm>

namespace frontdesk::tour {

namespace {

/// Visits what can be seen, parents before children. An item whose accessible interface is marked ignored is passed
/// over, its children are not.
template <class Visit>
void visitVisible(QQuickItem *item, const Visit &visit)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item); face && face->isValid())
        visit(item, *face);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        visitVisible(child, visit);
}

bool matches(const QString &name, const QString &wanted)
{
    return wanted.endsWith(u'…') ? name.startsWith(QStringView(wanted).chopped(1)) : name == wanted;
}

} // namespace

WindowDriver::WindowDriver(QQuickWindow *window)
    : m_window(window)
{
    QAccessible::setActive(true);
}

QQuickItem *WindowDriver::find(QAccessible::Role role, const QString &name) const
{
    QQuickItem *found = nullptr;
    visitVisible(m_window->contentItem(), [&](QQuickItem *item, QAccessibleInterface &face) {
        if (!found && face.role() == role && matches(face.text(QAccessible::Name), name))
            found = item;
    });
    return found;
}

QList<QQuickItem *> WindowDriver::all(QAccessible::Role role) const
{
    QList<QQuickItem *> items;
    visitVisible(m_window->contentItem(), [&](QQuickItem *item, QAccessibleInterface &face) {
        if (face.role() == role)
            items.append(item);
    });
    std::stable_sort(items.begin(), items.end(), [](QQuickItem *a, QQuickItem *b) {
        return a->mapToScene(QPointF()).y() < b->mapToScene(QPointF()).y();
    });
    return items;
}

QString WindowDriver::nameOf(QQuickItem *item)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) : QString();
}

bool WindowDriver::click(QAccessible::Role role, const QString &name)
{
    QQuickItem *item = find(role, name);
    if (item)
        click(item);
    return item;
}

void WindowDriver::bringIntoSight(QQuickItem *item)
{
    constexpr qreal margin = 24;
    for (QQuickItem *view = item->parentItem(); view; view = view->parentItem()) {
        const QVariant contentY = view->property("contentY"); // something that scrolls
        if (!contentY.isValid())
            continue;
        const QRectF place = item->mapRectToItem(view, item->boundingRect());
        if (place.top() < 0)
            view->setProperty("contentY", contentY.toReal() + place.top() - margin);
        else if (place.bottom() > view->height())
            view->setProperty("contentY", contentY.toReal() + place.bottom() - view->height() + margin);
    }
}

void WindowDriver::click(QQuickItem *item)
{
    bringIntoSight(item);
    const QPointF at = item->mapToScene(item->boundingRect().center());
    const auto send = [&](QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, m_window->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &event);
    };
    send(QEvent::MouseMove, Qt::NoButton, Qt::NoButton);
    send(QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, Qt::LeftButton, Qt::NoButton);
}

void WindowDriver::type(const QString &text)
{
    for (const QChar letter : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, letter);
        QCoreApplication::sendEvent(m_window, &down);
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, letter);
        QCoreApplication::sendEvent(m_window, &up);
    }
}

void WindowDriver::press(int key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(m_window, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(m_window, &up);
}

QImage WindowDriver::picture() const
{
    return m_window->grabWindow();
}

QString WindowDriver::describe() const
{
    QStringList lines;
    visitVisible(m_window->contentItem(), [&](QQuickItem *, QAccessibleInterface &face) {
        const QString name = face.text(QAccessible::Name);
        if (!name.isEmpty())
            lines.append(QStringLiteral("%1 “%2”").arg(int(face.role())).arg(name.left(160)));
    });
    return lines.join(u'\n');
}

} // namespace frontdesk::tour
