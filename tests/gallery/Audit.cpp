// SPDX-License-Identifier: GPL-3.0-or-later
#include "Audit.h"

#include <QtGui/QAccessible>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>

namespace frontdesk::gallery {

namespace {

bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::RadioButton:
        return true;
    default:
        return false;
    }
}

/// Reached by Tab, or by the keys of the list, menu or group of options around it.
bool isReachable(const QQuickItem &item, QAccessible::Role role)
{
    if (item.activeFocusOnTab() || !item.isEnabled())
        return true;
    if (role == QAccessible::MenuItem || role == QAccessible::RadioButton || role == QAccessible::List)
        return true;
    return item.property("focusPolicy").toInt() != Qt::NoFocus || item.inherits("QQuickTextEdit") ||
           item.inherits("QQuickTextInput");
}

/// What QML says the item is; a Control of Qt 6.4 keeps to itself what it is given.
QVariant givenRole(const QQuickItem &item)
{
    const auto children = item.children();
    for (const QObject *child : children) {
        if (child->inherits("QQuickAccessibleAttached") && child->property("role").toInt() != QAccessible::NoRole)
            return child->property("role");
    }
    return {};
}

void visit(QQuickItem &item, QStringList &missing)
{
    if (!item.isVisible() || item.opacity() == 0)
        return;
    if (const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&item); face && face->isValid()) {
        const QAccessible::Role role = face->role();
        const QString name = face->text(QAccessible::Name).trimmed();
        const QString what = QString::fromLatin1(item.metaObject()->className()).section(QLatin1String("_QML"), 0, 0);
        // Qt 6.4 tells no text at all of a password field, not even its name.
        if (isInteractive(role) && name.isEmpty() && !face->state().passwordEdit)
            missing.append(QStringLiteral("%1 has no name for assistive technology").arg(what));
        const QVariant given = givenRole(item);
        if (given.isValid() && given.toInt() != int(role))
            missing.append(QStringLiteral("%1 “%2” does not have the role that was given to it").arg(what, name));
        if (isInteractive(role) && !isReachable(item, role))
            missing.append(QStringLiteral("%1 “%2” cannot be reached by the keyboard").arg(what, name));
    }
    const QList<QQuickItem *> children = item.childItems();
    for (QQuickItem *child : children)
        visit(*child, missing);
}

} // namespace

QStringList audit(QQuickWindow &window)
{
    QAccessible::setActive(true);
    QStringList missing;
    visit(*window.contentItem(), missing);
    missing.removeDuplicates();
    return missing;
}

} // namespace frontdesk::gallery
