// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/VCardLine.h"

#include "exchange/Encoding.h"

#include <algorithm>

namespace frontdesk::exchange {

namespace {

using L = QLatin1String;

constexpr int noPreference = 101;
constexpr qsizetype longestLine = 75; ///< bytes

/// The place of a sign outside quotes, or -1.
qsizetype unquoted(const QByteArray &line, QByteArrayView signs, qsizetype from)
{
    bool quoted = false;
    for (qsizetype i = from; i < line.size(); ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (!quoted && signs.contains(line[i]))
            return i;
    }
    return -1;
}

/// RFC 6868: what cannot stand in a quoted parameter.
QString parameterText(const QByteArray &bytes)
{
    const QString raw = decodeGuessing(bytes);
    QString text;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar next = raw[i] == u'^' && i + 1 < raw.size() ? raw[i + 1] : QChar();
        const QChar meant = next == u'n' ? u'\n' : next == u'\'' ? u'"' : next == u'^' ? QChar(u'^') : QChar();
        text.append(meant.isNull() ? raw[i] : meant);
        i += meant.isNull() ? 0 : 1;
    }
    return text;
}

/// `NAME=value,"value",…` or, in 2.1, a value alone.
void readParameter(const QByteArray &text, QMultiMap<QString, QString> &parameters)
{
    const qsizetype equals = unquoted(text, "=", 0);
    const QString name =
        equals < 0 ? QStringLiteral("TYPE") : QString::fromLatin1(text.left(equals)).trimmed().toUpper();
    for (qsizetype from = equals + 1; from <= text.size();) {
        const qsizetype comma = unquoted(text, ",", from);
        const qsizetype end = comma < 0 ? text.size() : comma;
        QByteArray value = text.mid(from, end - from).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1, value.size() - 2);
        const QString meant = parameterText(value);
        // A bare encoding (2.1): "NOTE;QUOTED-PRINTABLE:…".
        const bool encoding = equals < 0 && meant.compare(L("QUOTED-PRINTABLE"), Qt::CaseInsensitive) == 0;
        parameters.insert(encoding ? QStringLiteral("ENCODING") : name, meant);
        // Some programs quote the whole list: TYPE="work,voice".
        if (name == L("TYPE") && meant.contains(u',')) {
            for (const QString &each : meant.split(u','))
                parameters.insert(name, each.trimmed());
        }
        from = end + 1;
    }
}

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char upper = digit >= 'a' ? char(digit - 'a' + 'A') : digit;
    return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '=' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        bytes.append(low >= 0 ? char(high * 16 + low) : text[i]);
        i += low >= 0 ? 2 : 0;
    }
    return bytes;
}

bool isName(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char each) {
        return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') ||
               each == '-' || each == '_';
    });
}

bool saysQuotedPrintable(const VCardLine &line)
{
    const QStringList encodings = line.parameters.values(QStringLiteral("ENCODING"));
    return std::any_of(encodings.begin(), encodings.end(), [](const QString &each) {
        return each.compare(L("QUOTED-PRINTABLE"), Qt::CaseInsensitive) == 0;
    });
}

/// Everything but the value; how many bytes of the line that is, with the colon.
std::optional<qsizetype> readHead(const QByteArray &line, VCardLine &read)
{
    const qsizetype colon = unquoted(line, ":", 0);
    if (colon < 0)
        return {};
    qsizetype end = std::min(colon, unquoted(line, ";:", 0));
    const QByteArray fullName = line.left(end).trimmed();
    const qsizetype point = fullName.lastIndexOf('.');
    const QByteArray name = fullName.mid(point + 1);
    if (!isName(name) || (point >= 0 && !isName(fullName.left(point))))
        return {};
    read.group = QString::fromLatin1(fullName.left(std::max<qsizetype>(point, 0)));
    read.name = QString::fromLatin1(name).toUpper();
    while (end < colon) {
        const qsizetype from = end + 1;
        end = unquoted(line, ";:", from);
        readParameter(line.mid(from, end - from), read.parameters);
    }
    return colon + 1;
}

} // namespace

bool VCardLine::hasType(const QString &type) const
{
    const QStringList types = parameters.values(QStringLiteral("TYPE"));
    return types.contains(type, Qt::CaseInsensitive);
}

int VCardLine::preference() const
{
    const QStringList given = parameters.values(QStringLiteral("PREF"));
    bool isNumber = false;
    const int number = given.isEmpty() ? 0 : given.first().toInt(&isNumber);
    if (isNumber && number >= 1 && number < noPreference)
        return number;
    return hasType(QStringLiteral("pref")) ? 1 : noPreference;
}

std::optional<VCardLine> readVCardLine(const QByteArray &line)
{
    VCardLine read;
    const auto head = readHead(line, read);
    if (!head)
        return {};
    QByteArray bytes = line.mid(*head);
    if (saysQuotedPrintable(read))
        bytes = fromQuotedPrintable(bytes);
    const QString charset = read.parameters.value(QStringLiteral("CHARSET"));
    const auto encoding = encodingNamed(charset);
    // What calls itself UTF-8 and is not would lose its characters.
    read.value = encoding && encoding != Encoding::Utf8 ? decodeAll(bytes, *encoding) : decodeGuessing(bytes);
    return read;
}

bool isQuotedPrintable(const QByteArray &line)
{
    VCardLine read;
    return readHead(line, read) && saysQuotedPrintable(read);
}

QStringList split(const QString &value, QChar sign)
{
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\') {
            ++i;
        } else if (value[i] == sign) {
            parts.append(value.mid(from, i - from));
            from = i + 1;
        }
    }
    parts.append(value.mid(from));
    return parts;
}

QStringList partsOf(const QString &value, QChar sign)
{
    QStringList parts = split(value, sign);
    for (QString &part : parts)
        part = unescaped(part);
    return parts;
}

QString unescaped(const QString &value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            text.append(value[i]);
            continue;
        }
        ++i;
        text.append(value[i] == u'n' || value[i] == u'N' ? QChar(u'\n') : value[i]);
    }
    // Quoted-printable carries line breaks as they are.
    return text.replace(L("\r\n"), L("\n")).replace(u'\r', u'\n');
}

QString escaped(const QString &text, Semicolons semicolons)
{
    QString value;
    for (const QChar character : text) {
        if (character == u'\n')
            value.append(L("\\n"));
        else if (character == u'\\' || character == u',' || (character == u';' && semicolons == Semicolons::Escaped))
            value.append(u'\\').append(character);
        else if (character >= u' ' || character == u'\t')
            value.append(character); // other control characters have no place in a vCard
    }
    return value;
}

QByteArray foldedLine(const QString &line)
{
    const QByteArray bytes = line.toUtf8();
    QByteArray folded;
    qsizetype length = 0; // of the line that is being written
    for (qsizetype i = 0; i < bytes.size();) {
        qsizetype end = i + 1;
        while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80)
            ++end;
        if (length + end - i > longestLine) {
            folded.append("\r\n ");
            length = 1;
        }
        folded.append(bytes.mid(i, end - i));
        length += end - i;
        i = end;
    }
    return folded + "\r\n";
}

} // namespace frontdesk::exchange
