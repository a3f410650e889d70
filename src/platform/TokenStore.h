// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QFuture>
#include <QtCore/QString>

#include <memory>

namespace frontdesk::platform {

/// Keeps log-in tokens from one start to the next, one an account. Asynchronous, because a keychain may ask the person
/// to unlock it; used in a thread with an event loop, where the futures also finish.
class TokenStore {
public:
    virtual ~TokenStore() = default;

    virtual QFuture<Result<Done>> write(const QString &account, const QString &token) = 0;
    /// No value: there is none for this account.
    virtual QFuture<Result<std::optional<QString>>> read(const QString &account) = 0;
    virtual QFuture<Result<Done>> remove(const QString &account) = 0;

    /// Whether others who can read this person's files could not read the tokens.
    [[nodiscard]] virtual bool isSecure() const = 0;
    /// Where the tokens are, in words for the settings page.
    [[nodiscard]] virtual QString description() const = 0;
};

/// No keychain service runs here, or this build has none.
inline constexpr QLatin1String keychainMissing("keychain.missing");

/// The system's keychain, and where there is none (a server, a bare window manager) files in `folder`: the program must
/// be usable there, and says so through isSecure() and description(). A keychain that is there and refuses is an error,
/// never a reason to write the token into a file.
std::unique_ptr<TokenStore> makeTokenStore(std::unique_ptr<TokenStore> keychain, std::unique_ptr<TokenStore> fallback);
std::unique_ptr<TokenStore> makeTokenStore(const QString &folder);

} // namespace frontdesk::platform
