// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/TokenStore.h"

#include "platform/FileTokenStore.h"
#include "platform/KeychainTokenStore.h"

namespace frontdesk::platform {

namespace {

bool isMissing(const Error &error)
{
    return error.code == keychainMissing;
}

/// The keychain first. What an operation learns about it is kept, for isSecure(): nobody can say beforehand whether a
/// keychain service will start.
class TokenStoreWithFallback final : public TokenStore {
public:
    TokenStoreWithFallback(std::unique_ptr<TokenStore> keychain, std::unique_ptr<TokenStore> fallback)
        : m_state(std::make_shared<State>(State{std::move(keychain), std::move(fallback), true}))
    {
    }

    QFuture<Result<Done>> write(const QString &account, const QString &token) override
    {
        return m_state->keychain->write(account, token)
            .then([state = m_state, account, token](Result<Done> written) -> QFuture<Result<Done>> {
                if (written) {
                    state->keychainFound = true;
                    // What an earlier start without a keychain left would be older, and readable.
                    return state->fallback->remove(account);
                }
                if (!isMissing(written.error())) {
                    return QtFuture::makeReadyFuture(std::move(written));
                }
                state->keychainFound = false;
                return state->fallback->write(account, token);
            })
            .unwrap();
    }

    QFuture<Result<std::optional<QString>>> read(const QString &account) override
    {
        using Token = Result<std::optional<QString>>;
        return m_state->keychain->read(account)
            .then([state = m_state, account](Token token) -> QFuture<Token> {
                const bool missing = !token && isMissing(token.error());
                state->keychainFound = !missing;
                if (missing || (token && !token.value())) {
                    return state->fallback->read(account);
                }
                return QtFuture::makeReadyFuture(std::move(token));
            })
            .unwrap();
    }

    QFuture<Result<Done>> remove(const QString &account) override
    {
        return m_state->keychain->remove(account)
            .then([state = m_state, account](const Result<Done> &removed) {
                return state->fallback->remove(account).then([removed](const Result<Done> &removedFile) {
                    return removed || isMissing(removed.error()) ? removedFile : removed;
                });
            })
            .unwrap();
    }

    [[nodiscard]] bool isSecure() const override { return used().isSecure(); }
    [[nodiscard]] QString description() const override { return used().description(); }

private:
    /// Outlives the store while an operation is under way.
    struct State {
        std::unique_ptr<TokenStore> keychain;
        std::unique_ptr<TokenStore> fallback;
        bool keychainFound = true;
    };

    [[nodiscard]] const TokenStore &used() const
    {
        return m_state->keychainFound ? *m_state->keychain : *m_state->fallback;
    }

    std::shared_ptr<State> m_state;
};

} // namespace

std::unique_ptr<TokenStore> makeTokenStore(std::unique_ptr<TokenStore> keychain, std::unique_ptr<TokenStore> fallback)
{
    return std::make_unique<TokenStoreWithFallback>(std::move(keychain), std::move(fallback));
}

std::unique_ptr<TokenStore> makeTokenStore(const QString &folder)
{
    return makeTokenStore(std::make_unique<KeychainTokenStore>(QStringLiteral("Frontdesk")),
                          std::make_unique<FileTokenStore>(folder));
}

} // namespace frontdesk::platform
