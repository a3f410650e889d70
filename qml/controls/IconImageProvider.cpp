// SPDX-License-Identifier: GPL-3.0-or-later
#include "IconImageProvider.h"

#include <QtCore/QFile>
#include <QtGui/QColor>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace frontdesk {

namespace {

// The family's own size, for an image that asks for none.
constexpr QSize naturalSize(24, 24);

} // namespace

IconImageProvider::IconImageProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{
}

QImage IconImageProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QString name = id.section(QLatin1Char('?'), 0, 0);
    const QColor color(QLatin1Char('#') + id.section(QLatin1Char('?'), 1));

    const QSize pixels = requestedSize.isEmpty() ? naturalSize : requestedSize;
    if (size)
        *size = pixels;
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);

    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!color.isValid() || !file.open(QIODevice::ReadOnly)) {
        qWarning("No icon '%s'", qUtf8Printable(id));
        return image;
    }
    // Drawn opaque and faded as a whole: strokes that cross each other must not show twice.
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    drawing.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");

    QSvgRenderer renderer(drawing);
    QPainter painter(&image);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end(); // the image leaves this function, and a painter must not be left on what it was
    return image;
}

} // namespace frontdesk
