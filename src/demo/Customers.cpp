// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Customers.h"

#include <QtCore/QFile>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList parts(const QString &text, QChar separator = u'|')
{
    QStringList found = text.split(separator);
    for (QString &part : found) {
        part = part.trimmed();
    }
    return found;
}

QVector<SpelledName> names(const QString &text)
{
    QVector<SpelledName> found;
    for (const QString &name : parts(text)) {
        const QStringList spellings = parts(name, u'=');
        found.append({spellings.first(), spellings.last().toLower()});
    }
    return found;
}

} // namespace

Market Market::parse(const QString &language, const QString &text)
{
    Market market;
    market.language = language;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString key = line.section(u": "_s, 0, 0);
        const QString value = line.section(u": "_s, 1);
        if (line.startsWith(u'#') || value.isEmpty()) {
            continue;
        }
        if (key == "currency"_L1) {
            market.currency = value;
        } else if (key == "phone"_L1) {
            market.phone = value;
        } else if (key == "full"_L1) {
            market.full = value;
        } else if (key == "company"_L1) {
            const QStringList of = parts(value);
            market.firms.append({of.value(0), of.value(1), parts(of.value(2), u'/').join(u'\n')});
        } else if (key == "given"_L1) {
            market.given = names(value);
        } else if (key == "family"_L1) {
            market.family = names(value);
        } else if (key == "job"_L1) {
            market.jobs = parts(value);
        } else if (key == "deal"_L1) {
            market.deals = parts(value);
        } else if (key == "note"_L1) {
            market.notes = parts(value);
        } else if (key == "task"_L1) {
            market.tasks = parts(value);
        }
    }
    return market;
}

Market Market::load(const QString &language)
{
    QFile file(u":/demo/customers/%1.txt"_s.arg(language));
    return parse(language, file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
}

QString Market::fullName(const SpelledName &givenName, const SpelledName &familyName) const
{
    return QString(full).replace("{given}"_L1, givenName.written).replace("{family}"_L1, familyName.written);
}

QString Market::newPhone(QRandomGenerator &random) const
{
    QString number = phone;
    for (QChar &digit : number) {
        digit = digit == u'#' ? QChar(u'0' + random.bounded(10)) : digit;
    }
    return number;
}

} // namespace frontdesk::demo
