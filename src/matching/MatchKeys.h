// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace frontdesk::matching {

/// What is known of a contact or a company, as it was written.
struct Subject {
    QString id; ///< empty for a draft
    QString name = {};
    QStringList emails = {};
    QStringList phones = {};
};

/// The same in the forms that are compared.
struct MatchKeys {
    QStringList emails;
    QStringList phones;
    QStringList words; ///< of the name

    friend bool operator==(const MatchKeys &, const MatchKeys &) = default;
};

/// `region`: see normalizedPhone().
MatchKeys keysOf(const Subject &subject, const QString &region);

/// One form for the addresses of one mailbox: in lower case, without what follows a "+" before the "@", and without the
/// points that Gmail does not see. Empty when it is no address.
QString normalizedEmail(const QString &address);

} // namespace frontdesk::matching
