// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clipboard.h"

#include <QtCore/QBuffer>
#include <QtCore/QMimeData>
#include <QtGui/QImage>

namespace frontdesk {

QList<QUrl> Clipboard::files() const
{
    QList<QUrl> files;
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (held && held->hasUrls())
        for (const QUrl &url : held->urls())
            if (url.isLocalFile())
                files.append(url);
    return files;
}

QByteArray Clipboard::picture() const
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (!held || !held->hasImage() || held->hasText())
        return {};
    QByteArray png;
    QBuffer buffer(&png);
    const bool written = buffer.open(QBuffer::WriteOnly) && QGuiApplication::clipboard()->image().save(&buffer, "PNG");
    return written ? png : QByteArray();
}

} // namespace frontdesk
