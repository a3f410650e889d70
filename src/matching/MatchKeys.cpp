// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/MatchKeys.h"

#include "matching/NameSimilarity.h"
#include "matching/PhoneNumber.h"

namespace frontdesk::matching {

namespace {

using L = QLatin1String;

template <class Normalize>
QStringList normalized(const QStringList &texts, Normalize normalize)
{
    QStringList keys;
    for (const QString &text : texts) {
        const QString key = normalize(text);
        if (!key.isEmpty() && !keys.contains(key))
            keys.append(key);
    }
    return keys;
}

} // namespace

MatchKeys keysOf(const Subject &subject, const QString &region)
{
    return {.emails = normalized(subject.emails, normalizedEmail),
            .phones = normalized(subject.phones, [&](const QString &text) { return normalizedPhone(text, region); }),
            .words = nameWords(subject.name)};
}

QString normalizedEmail(const QString &address)
{
    const QString lower = address.trimmed().toCaseFolded();
    const qsizetype at = lower.lastIndexOf(u'@');
    QString mailbox = lower.left(at);
    const QString domain = lower.mid(at + 1);
    if (at <= 0 || domain.isEmpty())
        return {};
    if (const qsizetype plus = mailbox.indexOf(u'+'); plus > 0)
        mailbox.truncate(plus);
    if (domain != L("gmail.com") && domain != L("googlemail.com"))
        return mailbox + u'@' + domain;
    return mailbox.remove(u'.') + L("@gmail.com");
}

} // namespace frontdesk::matching
