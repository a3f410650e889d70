// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/TokenStore.h"

namespace frontdesk::platform {

/// One file an account, 0600 in a folder 0700: safe from other people of the computer, not from programs of the same
/// person.
class FileTokenStore final : public TokenStore {
public:
    explicit FileTokenStore(QString folder)
        : m_folder(std::move(folder))
    {
    }

    QFuture<Result<Done>> write(const QString &account, const QString &token) override;
    QFuture<Result<std::optional<QString>>> read(const QString &account) override;
    QFuture<Result<Done>> remove(const QString &account) override;
    [[nodiscard]] bool isSecure() const override { return false; }
    [[nodiscard]] QString description() const override;

private:
    [[nodiscard]] QString pathOf(const QString &account) const;
    QString m_folder;
};

} // namespace frontdesk::platform
