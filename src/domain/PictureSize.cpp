// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/PictureSize.h"

namespace frontdesk {

namespace {

using namespace Qt::Literals::StringLiterals;

quint32 byteAt(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes.at(at));
}

quint32 big(const QByteArray &bytes, qsizetype at, int count)
{
    quint32 number = 0;
    for (int i = 0; i < count; ++i)
        number = number << 8 | byteAt(bytes, at + i);
    return number;
}

quint32 little(const QByteArray &bytes, qsizetype at, int count)
{
    quint32 number = 0;
    for (int i = count - 1; i >= 0; --i)
        number = number << 8 | byteAt(bytes, at + i);
    return number;
}

/// https://www.w3.org/TR/png/#11IHDR
std::optional<PictureSize> pngSize(const QByteArray &head)
{
    if (head.size() < 24 || !head.startsWith("\x89PNG\r\n\x1a\n") || head.mid(12, 4) != "IHDR")
        return {};
    return PictureSize{u"image/png"_s, int(big(head, 16, 4)), int(big(head, 20, 4))};
}

/// https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B: segments, of which one that begins a frame has the size.
std::optional<PictureSize> jpegSize(const QByteArray &head)
{
    if (!head.startsWith("\xff\xd8\xff"))
        return {};
    qsizetype at = 2;
    while (at + 9 < head.size()) {
        if (byteAt(head, at) != 0xff)
            return {};
        const quint32 marker = byteAt(head, at + 1);
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        const bool beginsFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (beginsFrame)
            return PictureSize{u"image/jpeg"_s, int(big(head, at + 7, 2)), int(big(head, at + 5, 2))};
        const bool hasLength = marker != 0x01 && (marker < 0xd0 || marker > 0xd8);
        at += 2 + (hasLength ? qsizetype(big(head, at + 2, 2)) : 0);
    }
    return {};
}

/// https://developers.google.com/speed/webp/docs/riff_container
std::optional<PictureSize> webpSize(const QByteArray &head)
{
    if (head.size() < 30 || !head.startsWith("RIFF") || head.mid(8, 4) != "WEBP")
        return {};
    const QString type = u"image/webp"_s;
    const QByteArray chunk = head.mid(12, 4);
    if (chunk == "VP8X")
        return PictureSize{type, int(little(head, 24, 3)) + 1, int(little(head, 27, 3)) + 1};
    if (chunk == "VP8L") {
        const quint32 bits = little(head, 21, 4);
        return PictureSize{type, int(bits & 0x3fff) + 1, int(bits >> 14 & 0x3fff) + 1};
    }
    if (chunk == "VP8 ")
        return PictureSize{type, int(little(head, 26, 2) & 0x3fff), int(little(head, 28, 2) & 0x3fff)};
    return {};
}

} // namespace

std::optional<PictureSize> pictureSize(const QByteArray &head)
{
    for (const auto read : {pngSize, jpegSize, webpSize})
        if (const auto size = read(head); size && size->width > 0 && size->height > 0)
            return size;
    return {};
}

bool isShowable(const PictureSize &size)
{
    return qint64(size.width) * size.height <= largestPicture;
}

} // namespace frontdesk
