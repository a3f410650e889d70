// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Formatting.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTextBoundaryFinder>

namespace frontdesk::models::formatting {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Formatting)
};

constexpr qint64 millisecondsPerMinute = 60'000;
constexpr qint64 daysOfAWeek = 7;

QDateTime local(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at);
}

QString shortDate(const QDate &date, const QDate &today, const QLocale &locale)
{
    return locale.toString(date, date.year() == today.year()
                                     ? Words::tr("d MMM", "a date of this year, as QLocale formats it")
                                     : Words::tr("d MMM yyyy", "a date of another year, as QLocale formats it"));
}

/// The first character of a word that is a letter or a digit; else its first character of any kind.
QString initial(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    QString first;
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from; from = to, to = finder.toNextBoundary()) {
        const QString grapheme = word.mid(from, to - from);
        if (first.isEmpty())
            first = grapheme;
        const uint codePoint = grapheme.toUcs4().constFirst();
        if (QChar::isLetterOrNumber(codePoint))
            return grapheme.toUpper();
    }
    return first;
}

/// "Ada", "Ada and Sam", "Ada, Sam, and 2 others": as the language puts a list together.
QString several(QStringList names)
{
    constexpr int mostNamed = 3;
    if (names.size() > mostNamed) {
        const int others = int(names.size()) - mostNamed + 1;
        names.resize(mostNamed - 1);
        names.append(Words::tr("%n other(s)", "people", others));
    }
    return QLocale().createSeparatedList(names);
}

} // namespace

QDate day(qint64 at)
{
    return local(at).date();
}

QString timeOfDay(qint64 at, const QLocale &locale)
{
    return locale.toString(local(at).time(), QLocale::ShortFormat);
}

QString listTime(qint64 at, qint64 now, const QLocale &locale)
{
    const QDateTime then = local(at); // once: each looks the time zone up anew
    const QDate date = then.date();
    const QDate today = day(now);
    const qint64 days = date.daysTo(today);
    if (days <= 0)
        return locale.toString(then.time(),
                               QLocale::ShortFormat); // a clock that runs ahead must not turn "now" into a date
    if (days == 1)
        return Words::tr("Yesterday");
    if (days < daysOfAWeek)
        return locale.toString(date, QStringLiteral("ddd"));
    return shortDate(date, today, locale);
}

QString dayHeading(qint64 at, qint64 now, const QLocale &locale)
{
    const QDate date = day(at);
    const QDate today = day(now);
    if (date >= today)
        return Words::tr("Today");
    if (date.daysTo(today) == 1)
        return Words::tr("Yesterday");
    return locale.toString(date, date.year() == today.year()
                                     ? Words::tr("dddd, d MMMM", "a day of this year, as QLocale formats it")
                                     : Words::tr("dddd, d MMMM yyyy", "a day of another year, as QLocale formats it"));
}

QString fullTime(qint64 at, const QLocale &locale)
{
    const QDateTime time = local(at);
    return Words::tr("%1, %2", "date, time")
        .arg(locale.toString(time.date(), QLocale::LongFormat),
             locale.toString(time.time(), Words::tr("hh:mm:ss", "a time with seconds, as QLocale formats it")));
}

QString lastSeen(qint64 at, qint64 now, const QLocale &locale)
{
    if (at == 0)
        return Words::tr("Offline");
    const QDate date = day(at);
    const QDate today = day(now);
    const qint64 days = date.daysTo(today);
    if (days <= 0)
        return Words::tr("Last seen %1", "a time of today").arg(timeOfDay(at, locale));
    if (days == 1)
        return Words::tr("Last seen yesterday, %1", "a time").arg(timeOfDay(at, locale));
    return Words::tr("Last seen on %1", "a date").arg(shortDate(date, today, locale));
}

bool isSameDay(qint64 a, qint64 b)
{
    return day(a) == day(b);
}

bool isSameMinute(qint64 a, qint64 b)
{
    return a / millisecondsPerMinute == b / millisecondsPerMinute;
}

QString initials(const QString &name)
{
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? initial(words.first()) : initial(words.first()) + initial(words.last());
}

QString shortName(const QString &name)
{
    return name.simplified().section(QLatin1Char(' '), 0, 0);
}

QString oneLine(const QString &text, int length)
{
    const QString line = text.left(4 * length).simplified();
    if (line.size() <= length)
        return line;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, line);
    finder.setPosition(length);
    const qsizetype end = finder.isAtBoundary() ? length : finder.toPreviousBoundary();
    return line.left(end) + QChar(0x2026);
}

QString hereToo(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return (names.size() == 1 ? Words::tr("%1 is here too") : Words::tr("%1 are here too", "several people"))
        .arg(several(names));
}

QString typingHere(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return (names.size() == 1 ? Words::tr("%1 is typing here") : Words::tr("%1 are typing here", "several people"))
        .arg(several(names));
}

QString changingThis(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return (names.size() == 1 ? Words::tr("%1 is changing this") : Words::tr("%1 are changing this", "several people"))
        .arg(several(names));
}

QString typing(const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return Words::tr("%1 is typing").arg(names[0]);
    case 2:
        return Words::tr("%1 and %2 are typing").arg(names[0], names[1]);
    default:
        return Words::tr("%1, %2 and %n other(s) are typing", nullptr, int(names.size()) - 2).arg(names[0], names[1]);
    }
}

} // namespace frontdesk::models::formatting
