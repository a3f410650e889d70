// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/TokenStore.h"

namespace frontdesk::platform {

/// The keychain of the system (Secret Service or KWallet, macOS Keychain, Windows Credential Manager) through
/// QtKeychain. Errors: keychainMissing, `keychain.refused` (the person or a lock), `keychain.failed`. There is no time
/// limit of ours: the person may be typing the keychain's password.
class KeychainTokenStore final : public TokenStore {
public:
    /// `service`: the name under which the keychain shows the entries.
    explicit KeychainTokenStore(QString service)
        : m_service(std::move(service))
    {
    }

    QFuture<Result<Done>> write(const QString &account, const QString &token) override;
    QFuture<Result<std::optional<QString>>> read(const QString &account) override;
    QFuture<Result<Done>> remove(const QString &account) override;
    [[nodiscard]] bool isSecure() const override { return true; }
    [[nodiscard]] QString description() const override;

private:
    QString m_service;
};

} // namespace frontdesk::platform
