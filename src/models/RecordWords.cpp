// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordWords.h"

#include "domain/Types.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

} // namespace

QString fieldName(const QString &field)
{
    if (field == fields::title)
        return Words::tr("Name of the group");
    if (field == fields::displayName)
        return Words::tr("Your name");
    if (field == fields::about)
        return Words::tr("About you");
    return field;
}

int longestValue(const QString &field)
{
    if (field == fields::displayName)
        return limits::displayName;
    if (field == fields::about)
        return limits::about;
    return limits::title;
}

bool mayBeEmpty(const QString &field)
{
    return field == fields::about;
}

} // namespace frontdesk::models::words
