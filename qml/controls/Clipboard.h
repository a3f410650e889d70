// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// The system's clipboard for QML, write only. GUI thread.
class Clipboard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE void copy(const QString &text) const { QGuiApplication::clipboard()->setText(text); }
};

} // namespace frontdesk
