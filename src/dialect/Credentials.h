// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace frontdesk::dialect {

/// What a sign-in gives: a token that opens connections for a while, and another one that renews it (docs/protocol.md,
/// 1.1). Secrets: never in a log.
struct Credentials {
    QString token = {};
    qint64 expiresAt = 0;        ///< of the token, by the server's clock, milliseconds since 1970; 0: not known
    QString refreshToken = {};   ///< empty: it cannot be renewed
    qint64 refreshExpiresAt = 0; ///< likewise

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/// As one text, to be kept where secrets are; and back. A text that is none of these is taken for a bare token: earlier
/// versions kept that.
QString toText(const Credentials &credentials);
Credentials credentialsFrom(const QString &text);

} // namespace frontdesk::dialect

Q_DECLARE_METATYPE(frontdesk::dialect::Credentials)
