// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QAccessible>
#include <QtGui/QImage>
#include <QtQuick/QQuickItem>

class QQuickWindow;

namespace frontdesk::tour {

/// Uses a window as a person with a screen reader would: finds items by accessible role and name, clicks and types with
/// real input events. Shared by the tour and the tests of the window. GUI thread only.
class WindowDriver {
public:
    explicit WindowDriver(QQuickWindow *window);

    /// The first visible item of that role whose accessible name is the text (or starts with it, when it ends in "…");
    /// null when there is none.
    [[nodiscard]] QQuickItem *find(QAccessible::Role role, const QString &name) const;
    /// All visible items of that role, top to bottom as they stand in the scene.
    [[nodiscard]] QList<QQuickItem *> all(QAccessible::Role role) const;
    [[nodiscard]] static QString nameOf(QQuickItem *item);

    bool click(QAccessible::Role role, const QString &name);
    void click(QQuickItem *item); ///< scrolls to it first
    void type(const QString &text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QImage picture() const;

    /// Every visible item with its role and accessible name, for the message of a failed search.
    [[nodiscard]] QString describe() const;

private:
    static void bringIntoSight(QQuickItem *item);

    QQuickWindow *m_window;
};

} // namespace frontdesk::tour
