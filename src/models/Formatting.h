// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// Times, names and counts as a person reads them. Pure; times are milliseconds since 1970, shown in this computer's
/// time zone.
namespace frontdesk::models::formatting {

QString timeOfDay(qint64 at, const QLocale &locale = QLocale()); ///< "09:41"
QString listTime(qint64 at, qint64 now,
                 const QLocale &locale = QLocale()); ///< "09:41", "Yesterday", "Tue", "3 Nov", "3 Nov 2025"
QString dayHeading(qint64 at, qint64 now,
                   const QLocale &locale = QLocale());          ///< "Today", "Yesterday", "Monday, 3 November"
QString fullTime(qint64 at, const QLocale &locale = QLocale()); ///< with date and seconds
QString lastSeen(qint64 at, qint64 now, const QLocale &locale = QLocale()); ///< "Last seen 09:41"; "Offline" for 0
QDate day(qint64 at);                                                       ///< in the time zone of this computer
bool isSameDay(qint64 a, qint64 b);
bool isSameMinute(qint64 a, qint64 b);

/// One or two letters for an avatar: of the first and the last word. Never half a character.
QString initials(const QString &name);
/// What one calls somebody by in passing: the first word of the name.
QString shortName(const QString &name);
/// A text in one line of at most `length` UTF-16 units.
QString oneLine(const QString &text, int length = 200);

QString
typing(const QStringList &names); ///< "Ada is typing", "Ada and Sam are typing", "Ada, Sam and 2 others are typing"

QString hereToo(const QStringList &names);      ///< "Ada is here too"; empty without names
QString typingHere(const QStringList &names);   ///< "Ada and Sam are typing here"
QString changingThis(const QStringList &names); ///< "Ada is changing this": by choosing, not by typing

} // namespace frontdesk::models::formatting
