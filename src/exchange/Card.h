// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace frontdesk::exchange {

/// What a vCard says of a person or a company, as far as a contact can hold it.
struct Card {
    QString name; ///< what is shown; never empty in a card that was read without a problem
    QString givenName = {};
    QString familyName = {};
    QStringList emails = {}; ///< the preferred one first
    QStringList phones = {}; ///< the preferred one first
    QString company = {};
    QString job = {};
    QString address = {}; ///< in lines
    QString note = {};
    QStringList tags = {};
    QString uid = {};

    friend bool operator==(const Card &, const Card &) = default;
};

} // namespace frontdesk::exchange
