// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMultiMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

/// One property of a vCard: `group.NAME;PARAM=value:value` (RFC 6350, 3.3; RFC 2425; for reading also vCard 2.1). Pure.
namespace frontdesk::exchange {

struct VCardLine {
    QString group;
    QString name;                           ///< upper case
    QMultiMap<QString, QString> parameters; ///< names in upper case; a value without a name is a TYPE, as in 2.1
    QString value;                          ///< as it stands, with its escapes

    [[nodiscard]] bool hasType(const QString &type) const;
    /// 1 to 100, the lower the more preferred (RFC 6350, 5.3); 101 when nothing is said.
    [[nodiscard]] int preference() const;

    friend bool operator==(const VCardLine &, const VCardLine &) = default;
};

/// From an unfolded line; nothing when it is none. Undoes quoted-printable and the character set that the line names.
std::optional<VCardLine> readVCardLine(const QByteArray &line);
/// Whether a line says that its value is quoted-printable (vCard 2.1).
bool isQuotedPrintable(const QByteArray &line);

/// The parts of a value between signs that are not escaped, as they stand.
QStringList split(const QString &value, QChar sign);
/// The same, each unescaped.
QStringList partsOf(const QString &value, QChar sign);
QString unescaped(const QString &value);
/// In a value that has parts (version 4), and in any value of version 3, a semicolon has an escape too.
enum class Semicolons { Escaped, AsTheyAre };
QString escaped(const QString &text, Semicolons semicolons = Semicolons::Escaped);

/// Folded after 75 bytes, never within a character, with its line break (RFC 6350, 3.2).
QByteArray foldedLine(const QString &line);

} // namespace frontdesk::exchange
