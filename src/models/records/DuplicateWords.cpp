// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/DuplicateWords.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Duplicates)
};

} // namespace

QString sameAs(const QString &name, const matching::Likeness &why)
{
    if (why.sameEmail)
        return Words::tr("%1 has the same e-mail address").arg(name);
    if (why.samePhone)
        return Words::tr("%1 has the same phone number").arg(name);
    return Words::tr("%1 is called alike").arg(name);
}

QString likeness(const matching::Likeness &why)
{
    if (why.sameEmail && why.samePhone)
        return Words::tr("The same e-mail address and phone number");
    if (why.sameEmail)
        return Words::tr("The same e-mail address");
    if (why.samePhone)
        return Words::tr("The same phone number");
    return Words::tr("Alike names");
}

} // namespace frontdesk::models::words
