// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// What an input method is composing and has not written yet, as with Chinese or Japanese. GUI thread.
class Composition : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE void discard() const { QGuiApplication::inputMethod()->reset(); }
};

} // namespace frontdesk
