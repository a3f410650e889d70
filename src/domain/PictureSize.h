// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace frontdesk {

/// What the first bytes of a picture say, without decoding it: of a kind that is shown (FileRef.h), and how large it
/// would become.
struct PictureSize {
    QString type;  ///< a MIME type
    int width = 0; ///< pixels, as they are stored: a program may turn it
    int height = 0;

    friend bool operator==(const PictureSize &, const PictureSize &) = default;
};

/// How much of a file has to be known: a JPEG says its size behind what cameras write.
inline constexpr qint64 pictureHead = 256 * 1024;    ///< bytes
inline constexpr qint64 largestPicture = 50'000'000; ///< pixels; a larger one is not decoded

std::optional<PictureSize> pictureSize(const QByteArray &head);
/// Whether it may be decoded to be shown.
bool isShowable(const PictureSize &size);

} // namespace frontdesk
