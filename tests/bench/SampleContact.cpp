// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContact.h"

namespace bench {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

const QStringList &contactStatuses()
{
    static const QStringList statuses{u"lead"_s, u"qualified"_s, u"customer"_s, u"inactive"_s};
    return statuses;
}

SampleContact SampleContact::make(ZipfLanguage &language)
{
    const QString given = language.word();
    const QString family = language.word();
    const QString address = u"%1.%2@%3.example"_s.arg(given, family, language.word());
    return {.fields = {{fields::name, QString(given + u' ' + family)},
                       {u"givenName"_s, given},
                       {u"familyName"_s, family},
                       {u"job"_s, QString(language.word() + u' ' + language.word())},
                       {u"address"_s, QString(language.word() + u'\n' + language.word())},
                       {fields::status, contactStatuses()[language.number(0, 3)]}},
            .lists = {{fields::emails, {address}},
                      {fields::phones, {u"+49 30 %1"_s.arg(language.number(1'000'000, 9'999'999))}},
                      {fields::tags, {language.word()}}}};
}

} // namespace bench
