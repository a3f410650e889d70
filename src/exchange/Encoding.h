// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>

#include <optional>

namespace frontdesk::exchange {

/// How a file's bytes stand for characters.
enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252, Latin1 };

/// As a person or another program calls it: "utf-8", "ISO-8859-1", "cp1252" …; nothing for one that is not known.
std::optional<Encoding> encodingNamed(QStringView name);
QString nameOf(Encoding encoding);

/// Turns bytes that come in pieces into text. Without a given encoding it finds out: a byte order mark says it, UTF-16
/// shows by its zeros, and otherwise it is UTF-8 unless the first bytes beyond ASCII are not, which makes it
/// Windows-1252. Holds at most a few bytes back.
class TextDecoder {
public:
    explicit TextDecoder(std::optional<Encoding> encoding = {});

    QString decode(QByteArrayView bytes);
    /// What was held back, and whether the bytes ended within a character.
    QString finish();

    /// Nothing as long as there was only ASCII, which is the same in all but UTF-16.
    [[nodiscard]] std::optional<Encoding> encoding() const { return m_encoding; }
    /// Whether some bytes were no characters of the encoding; U+FFFD stands for them.
    [[nodiscard]] bool isDamaged() const { return m_damaged; }

private:
    QString start(bool last);
    QString decodeUndecided(QByteArrayView bytes, bool last);
    QString decodeKnown(QByteArrayView bytes);

    std::optional<Encoding> m_encoding;
    std::optional<QStringDecoder> m_decoder;
    QByteArray m_held;      ///< the file's beginning, until there is enough to judge; later an unfinished character
    bool m_started = false; ///< the beginning is judged
    bool m_damaged = false;
};

/// All of a short text at once.
QString decodeAll(QByteArrayView bytes, Encoding encoding);
/// UTF-8 if it is that, else Windows-1252.
QString decodeGuessing(QByteArrayView bytes);

} // namespace frontdesk::exchange
