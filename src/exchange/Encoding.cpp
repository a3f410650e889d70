// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Encoding.h"

#include <algorithm>

namespace frontdesk::exchange {

namespace {

constexpr qsizetype enoughToJudge = 256; ///< bytes; UTF-16 of any language has a line break or a delimiter in so many

/// What Windows-1252 has where Latin-1 has control characters (0x80 to 0x9F); as the WHATWG's index says, the five
/// unused ones stay control characters, so that every byte has its own character.
constexpr char16_t windowsOnly[] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

struct Name {
    const char *name;
    Encoding encoding;
};

/// Lower case, without anything but letters and digits. The first of each encoding is what it is called.
constexpr Name names[] = {
    {"utf8", Encoding::Utf8},          {"ascii", Encoding::Utf8},
    {"usascii", Encoding::Utf8},       {"utf16", Encoding::Utf16Le},
    {"utf16le", Encoding::Utf16Le},    {"unicode", Encoding::Utf16Le},
    {"utf16be", Encoding::Utf16Be},    {"windows1252", Encoding::Windows1252},
    {"cp1252", Encoding::Windows1252}, {"ansi", Encoding::Windows1252},
    {"latin1", Encoding::Latin1},      {"iso88591", Encoding::Latin1},
};

QString decodeWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text) {
        if (character.unicode() >= 0x80 && character.unicode() < 0xA0)
            character = QChar(windowsOnly[character.unicode() - 0x80]);
    }
    return text;
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// How many bytes at the end are the beginning of a UTF-8 character that is not complete.
qsizetype unfinishedUtf8(QByteArrayView bytes)
{
    constexpr qsizetype longest = 3; // of an unfinished one
    for (qsizetype back = 1; back <= std::min(longest, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

/// UTF-16 without a mark: most characters of most files are Latin letters, digits and signs, with a zero beside them.
std::optional<Encoding> utf16ByZeros(QByteArrayView bytes)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == 0)
            ++(i % 2 == 0 ? even : odd);
    }
    const qsizetype pairs = bytes.size() / 2;
    if (odd * 2 > pairs && even * 8 < pairs)
        return Encoding::Utf16Le;
    if (even * 2 > pairs && odd * 8 < pairs)
        return Encoding::Utf16Be;
    return {};
}

QStringDecoder::Encoding qtsOwn(Encoding unicode)
{
    switch (unicode) {
    case Encoding::Utf16Le:
        return QStringDecoder::Utf16LE;
    case Encoding::Utf16Be:
        return QStringDecoder::Utf16BE;
    default:
        return QStringDecoder::Utf8;
    }
}

struct Mark {
    QByteArrayView bytes;
    Encoding encoding;
};

constexpr Mark marks[] = {
    {"\xEF\xBB\xBF", Encoding::Utf8},
    {"\xFF\xFE", Encoding::Utf16Le},
    {"\xFE\xFF", Encoding::Utf16Be},
};

} // namespace

std::optional<Encoding> encodingNamed(QStringView name)
{
    QString plain;
    for (const QChar character : name) {
        if (character.isLetterOrNumber())
            plain.append(character.toLower());
    }
    for (const Name &entry : names) {
        if (plain == QLatin1String(entry.name))
            return entry.encoding;
    }
    return {};
}

QString nameOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case Encoding::Utf16Le:
        return QStringLiteral("UTF-16LE");
    case Encoding::Utf16Be:
        return QStringLiteral("UTF-16BE");
    case Encoding::Windows1252:
        return QStringLiteral("Windows-1252");
    case Encoding::Latin1:
        break;
    }
    return QStringLiteral("ISO-8859-1");
}

TextDecoder::TextDecoder(std::optional<Encoding> encoding)
    : m_encoding(encoding)
{
}

QString TextDecoder::decode(QByteArrayView bytes)
{
    if (m_started)
        return m_encoding ? decodeKnown(bytes) : decodeUndecided(bytes, false);
    m_held.append(bytes);
    return m_held.size() < enoughToJudge ? QString() : start(false);
}

QString TextDecoder::finish()
{
    QString text = m_started ? QString() : start(true);
    if (!m_encoding)
        text += decodeUndecided({}, true);
    if (!m_held.isEmpty()) {
        m_held.clear();
        m_damaged = true;
        text.append(QChar::ReplacementCharacter);
    }
    return text;
}

QString TextDecoder::start(bool last)
{
    m_started = true;
    QByteArray bytes = std::exchange(m_held, {});
    const auto mark = std::find_if(std::begin(marks), std::end(marks),
                                   [&](const Mark &entry) { return QByteArrayView(bytes).startsWith(entry.bytes); });
    // The mark is left out also when the encoding was given, unless it is another encoding's.
    if (mark != std::end(marks) && m_encoding.value_or(mark->encoding) == mark->encoding) {
        m_encoding = mark->encoding;
        bytes.remove(0, mark->bytes.size());
    } else if (!m_encoding) {
        m_encoding = utf16ByZeros(bytes);
    }
    return m_encoding ? decodeKnown(bytes) : decodeUndecided(bytes, last);
}

QString TextDecoder::decodeUndecided(QByteArrayView bytes, bool last)
{
    const QByteArray all = std::exchange(m_held, {}).append(bytes);
    if (isAscii(all))
        return QString::fromLatin1(all);
    // What is judged ends with a whole character; a beginning alone says nothing yet.
    const qsizetype whole = all.size() - (last ? 0 : unfinishedUtf8(all));
    const QByteArrayView judged = QByteArrayView(all).first(whole);
    if (isAscii(judged)) {
        m_held = all.mid(whole);
        return QString::fromLatin1(judged);
    }
    m_encoding = isUtf8(judged) ? Encoding::Utf8 : Encoding::Windows1252;
    return decodeKnown(all);
}

QString TextDecoder::decodeKnown(QByteArrayView bytes)
{
    if (*m_encoding == Encoding::Windows1252)
        return decodeWindows1252(bytes);
    if (*m_encoding == Encoding::Latin1)
        return QString::fromLatin1(bytes);
    if (!m_decoder)
        m_decoder.emplace(qtsOwn(*m_encoding), QStringDecoder::Flag::ConvertInitialBom); // ours is gone
    const QByteArray all = m_held.isEmpty() ? QByteArray() : std::exchange(m_held, {}).append(bytes);
    const QByteArrayView from = all.isEmpty() ? bytes : QByteArrayView(all);
    const qsizetype unfinished = *m_encoding == Encoding::Utf8 ? unfinishedUtf8(from) : from.size() % 2;
    const QString text = m_decoder->decode(from.first(from.size() - unfinished));
    m_held = from.last(unfinished).toByteArray();
    m_damaged = m_damaged || m_decoder->hasError();
    return text;
}

QString decodeAll(QByteArrayView bytes, Encoding encoding)
{
    TextDecoder decoder(encoding);
    const QString text = decoder.decode(bytes);
    return text + decoder.finish();
}

QString decodeGuessing(QByteArrayView bytes)
{
    return isUtf8(bytes) ? QString::fromUtf8(bytes) : decodeWindows1252(bytes);
}

} // namespace frontdesk::exchange
