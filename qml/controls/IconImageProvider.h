// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQuick/QQuickImageProvider>

namespace frontdesk {

/// Renders the embedded icon family in any colour and at any resolution: `image://icon/NAME?RRGGBB` (or AARRGGBB) with
/// the size the image asks for in device pixels. An unknown name gives an empty picture and one warning.
class IconImageProvider final : public QQuickImageProvider {
public:
    IconImageProvider();

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace frontdesk
