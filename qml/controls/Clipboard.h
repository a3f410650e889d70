// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// The system's clipboard for QML. GUI thread.
class Clipboard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE void copy(const QString &text) const { QGuiApplication::clipboard()->setText(text); }
    /// The files that it names; none: it holds something else.
    Q_INVOKABLE [[nodiscard]] QList<QUrl> files() const;
    /// A picture as PNG, if that is what it holds and not a text.
    Q_INVOKABLE [[nodiscard]] QByteArray picture() const;
};

} // namespace frontdesk
