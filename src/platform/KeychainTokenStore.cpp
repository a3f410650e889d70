// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/KeychainTokenStore.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPromise>
#include <qt6keychain/keychain.h>

namespace frontdesk::platform {

namespace {

/// Secret Service and KWallet are reached over D-Bus; a bus or a service that is not there comes back as OtherError
/// only.
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
constexpr bool otherErrorMeansMissing = true;
#else
constexpr bool otherErrorMeansMissing = false;
#endif

Error errorOf(const QKeychain::Job &job)
{
    const QKeychain::Error error = job.error();
    if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser) {
        return {QStringLiteral("keychain.refused"),
                QCoreApplication::translate("Platform",
                                            "The keychain refused access. The sign-in is not kept; you will "
                                            "be asked for the password at the next start.")};
    }
    if (error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented ||
        (error == QKeychain::OtherError && otherErrorMeansMissing)) {
        return {keychainMissing,
                QCoreApplication::translate("Platform", "No keychain on this computer can be reached (%1).")
                    .arg(job.errorString())};
    }
    return {QStringLiteral("keychain.failed"),
            QCoreApplication::translate("Platform", "The keychain failed: %1").arg(job.errorString())};
}

/// Starts the job; its outcome becomes the future's value.
template <class T, class Outcome>
QFuture<Result<T>> run(QKeychain::Job *job, const QString &account, Outcome outcome)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->setKey(account);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, outcome](QKeychain::Job *done) {
        promise->addResult(outcome(*done));
        promise->finish();
    });
    job->start();
    return promise->future();
}

} // namespace

QFuture<Result<Done>> KeychainTokenStore::write(const QString &account, const QString &token)
{
    auto *job = new QKeychain::WritePasswordJob(m_service); // deletes itself when finished
    job->setTextData(token);
    return run<Done>(job, account, [](const QKeychain::Job &done) -> Result<Done> {
        if (done.error() != QKeychain::NoError) {
            return errorOf(done);
        }
        return Done{};
    });
}

QFuture<Result<std::optional<QString>>> KeychainTokenStore::read(const QString &account)
{
    using Token = std::optional<QString>;
    return run<Token>(new QKeychain::ReadPasswordJob(m_service), account,
                      [](const QKeychain::Job &done) -> Result<Token> {
                          if (done.error() == QKeychain::EntryNotFound) {
                              return Token();
                          }
                          if (done.error() != QKeychain::NoError) {
                              return errorOf(done);
                          }
                          return Token(static_cast<const QKeychain::ReadPasswordJob &>(done).textData());
                      });
}

QFuture<Result<Done>> KeychainTokenStore::remove(const QString &account)
{
    return run<Done>(new QKeychain::DeletePasswordJob(m_service), account,
                     [](const QKeychain::Job &done) -> Result<Done> {
                         if (done.error() != QKeychain::NoError && done.error() != QKeychain::EntryNotFound) {
                             return errorOf(done);
                         }
                         return Done{};
                     });
}

QString KeychainTokenStore::description() const
{
    return QCoreApplication::translate("Platform", "Sign-ins are kept in this computer's keychain.");
}

} // namespace frontdesk::platform
