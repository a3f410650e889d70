// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FileRef.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace frontdesk {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Largest size that JSON's numbers hold exactly; a server takes far less.
constexpr qint64 largestSize = qint64(1) << 53;

/// Characters that are no part of a name: separators, controls, and marks that turn the direction of reading around.
bool isHostile(char32_t character)
{
    if (character == U'/' || character == U'\\' || character == U':')
        return true;
    const bool turnsDirection = (character >= 0x202A && character <= 0x202E) ||
                                (character >= 0x2066 && character <= 0x2069) || character == 0x200E ||
                                character == 0x200F || character == 0x061C;
    if (turnsDirection)
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

bool hasHostile(const QList<uint> &characters)
{
    return std::any_of(characters.begin(), characters.end(), isHostile);
}

QString shortened(const QString &name, qsizetype most)
{
    const QList<uint> characters = name.toUcs4();
    if (characters.size() <= most)
        return name;
    // The ending says what it is, so it stays.
    const qsizetype point = name.lastIndexOf(u'.');
    const QString ending = point > 0 && name.size() - point <= 20 ? name.mid(point) : QString();
    const QList<uint> kept = characters.first(most - ending.toUcs4().size());
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(kept.constData()), kept.size()) + ending;
}

bool isType(const QString &type)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\\z"_s);
    return type.size() <= limits::fileType && form.match(type).hasMatch();
}

Error invalid(const QString &words)
{
    return {u"file.invalid"_s, words};
}

} // namespace

bool isFileHash(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(text).hasMatch();
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool isFileName(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    return !name.trimmed().isEmpty() && name.trimmed() == name && characters.size() <= limits::fileName &&
           name != u"."_s && name != u".."_s && !hasHostile(characters);
}

QString fileNameFrom(const QString &text)
{
    QString name;
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters)
        if (isHostile(character))
            name += u'_';
        else
            name += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
    name = shortened(name.trimmed(), limits::fileName).trimmed();
    return isFileName(name) ? name : u"file"_s;
}

QString localNameFor(const FileRef &file)
{
    static const QRegularExpression reserved(u"^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unusual(u"[<>\"|?*]"_s);
    QString name = fileNameFrom(file.name);
    name.replace(unusual, u"_"_s);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    if (name.isEmpty() || name.startsWith(u'.') || reserved.match(name).hasMatch())
        name.prepend(u'_');
    // Systems count bytes, at most 255 of them.
    while (name.toUtf8().size() > 240)
        name = shortened(name, name.toUcs4().size() - 1);
    return name;
}

bool mayBeOpened(const FileRef &file)
{
    static const QSet<QString> endings{
        u"pdf"_s, u"txt"_s,  u"csv"_s, u"md"_s,   u"odt"_s, u"ods"_s,  u"odp"_s,  u"docx"_s, u"xlsx"_s, u"pptx"_s,
        u"png"_s, u"jpg"_s,  u"gif"_s, u"jpeg"_s, u"bmp"_s, u"webp"_s, u"tiff"_s, u"heic"_s, u"mp3"_s,  u"m4a"_s,
        u"ogg"_s, u"flac"_s, u"wav"_s, u"mp4"_s,  u"mov"_s, u"webm"_s, u"mkv"_s,  u"ics"_s,  u"eml"_s};
    const QString name = localNameFor(file);
    const qsizetype point = name.lastIndexOf(u'.');
    return point > 0 && endings.contains(name.mid(point + 1).toLower());
}

const QStringList &pictureTypes()
{
    static const QStringList types{u"image/png"_s, u"image/jpeg"_s, u"image/webp"_s};
    return types;
}

bool isPicture(const FileRef &file)
{
    return pictureTypes().contains(file.type);
}

QJsonObject toJson(const FileRef &file)
{
    return {{u"hash"_s, file.hash}, {u"name"_s, file.name}, {u"size"_s, file.size}, {u"type"_s, file.type}};
}

QJsonArray toJson(const QVector<FileRef> &files)
{
    QJsonArray array;
    for (const FileRef &file : files)
        array.append(toJson(file));
    return array;
}

Result<FileRef> fileFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return invalid(u"It must be a file with its hash, name, size and type."_s);
    FileRef file{.hash = value["hash"_L1].toString(),
                 .name = value["name"_L1].toString(),
                 .size = value["size"_L1].toInteger(-1),
                 .type = value["type"_L1].toString()};
    if (!isFileHash(file.hash))
        return invalid(u"The hash of a file must be its SHA-256 in lower-case hexadecimal digits."_s);
    if (!isFileName(file.name))
        return invalid(u"The name of a file must be one line of 1 to %1 characters, without / \\ : and characters that "
                       "are not seen."_s.arg(limits::fileName));
    if (file.size < 1 || file.size > largestSize)
        return invalid(u"The size of a file must be a number of bytes, at least 1."_s);
    if (!isType(file.type))
        return invalid(u"The type of a file must be a MIME type such as image/png."_s);
    return file;
}

Result<QVector<FileRef>> filesFromJson(const QJsonValue &value)
{
    QVector<FileRef> files;
    if (value.isUndefined() || value.isNull())
        return files;
    if (!value.isArray())
        return invalid(u"The files must be a list."_s);
    const QJsonArray array = value.toArray();
    if (array.size() > limits::filesOfMessage)
        return Error{u"files.tooMany"_s, u"There can be at most %1 files."_s.arg(limits::filesOfMessage)};
    for (const QJsonValue &entry : array) {
        auto file = fileFromJson(entry);
        if (!file)
            return file.error();
        files.append(std::move(file).value());
    }
    return files;
}

} // namespace frontdesk
