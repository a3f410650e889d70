// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QJsonArray>
#include <QtCore/QVector>

/// Files that messages and records name. Their bytes travel and lie by themselves, under the hash of what they are;
/// what names one says how it is called.
namespace frontdesk {

struct FileRef {
    QString hash;    ///< SHA-256 of the bytes, lower-case hex
    QString name;    ///< one line without separators of paths
    qint64 size = 0; ///< bytes, at least one
    QString type;    ///< a MIME type, as its author's computer says; nobody relies on it

    friend bool operator==(const FileRef &, const FileRef &) = default;
};

namespace limits {
inline constexpr int fileName = 200; ///< code points
inline constexpr int fileType = 100; ///< the same
inline constexpr int filesOfMessage = 10;
inline constexpr qint64 fileBytes = qint64(25) * 1024 * 1024;
inline constexpr qint64 filePiece = qint64(256) * 1024; ///< bytes that travel at a time
} // namespace limits

bool isFileHash(const QString &text);
QString hashOf(const QByteArray &bytes);

/// Whether a name can be that of a file: one line that names nothing but the file itself, without characters that
/// nobody sees or that turn the direction of reading, and so the ending, around.
bool isFileName(const QString &name);
/// The nearest name that is one; never empty.
QString fileNameFrom(const QString &text);
/// A name that every system takes, for a file that somebody else has named: without what systems keep for themselves,
/// such as CON, a point at its end, or one at its beginning that would hide it.
QString localNameFor(const FileRef &file);
/// Whether it can be given to another program by a click: documents, pictures, sound and moving pictures by the ending
/// of their name, nothing that could run.
bool mayBeOpened(const FileRef &file);
/// Whether it says of itself that it is a picture of a kind that is shown.
bool isPicture(const FileRef &file);
const QStringList &pictureTypes();

QJsonObject toJson(const FileRef &file);
QJsonArray toJson(const QVector<FileRef> &files);
/// As they come from outside; `file.invalid` says what is wrong.
Result<FileRef> fileFromJson(const QJsonValue &value);
Result<QVector<FileRef>> filesFromJson(const QJsonValue &value); ///< a list; also files.tooMany

} // namespace frontdesk
