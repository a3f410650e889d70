// SPDX-License-Identifier: MIT
#include "engineio/server/ServerTls.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace engineio {

namespace {

TlsLoading failure(const QString &words)
{
    return {words, std::nullopt};
}

/// Nothing when it can be read.
QString unreadable(const QString &what, const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly))
        return {};
    return QStringLiteral("could not read the %1 %2: %3")
        .arg(what, path, QFileInfo::exists(path) ? file.errorString() : QStringLiteral("there is no such file"));
}

QString words(const boost::system::error_code &error)
{
    return QString::fromStdString(error.message());
}

} // namespace

TlsLoading loadTls(const TlsFiles &files)
{
    namespace ssl = boost::asio::ssl;
    if (const QString why = unreadable(QStringLiteral("certificate chain"), files.certificateChain); !why.isEmpty())
        return failure(why);
    if (const QString why = unreadable(QStringLiteral("private key"), files.privateKey); !why.isEmpty())
        return failure(why);

    ssl::context context(ssl::context::tls_server);
    SSL_CTX *native = context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS); // an idle connection keeps none
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);

    boost::system::error_code error;
    context.use_certificate_chain_file(QFile::encodeName(files.certificateChain).toStdString(), error);
    if (error)
        return failure(QStringLiteral("%1 is no PEM certificate chain: %2").arg(files.certificateChain, words(error)));
    bool wantsPassphrase = false; // a server that asks a terminal would hang at start
    context.set_password_callback(
        [&wantsPassphrase](std::size_t, ssl::context::password_purpose) {
            wantsPassphrase = true;
            return std::string();
        },
        error);
    context.use_private_key_file(QFile::encodeName(files.privateKey).toStdString(), ssl::context::pem, error);
    if (error && wantsPassphrase)
        return failure(
            QStringLiteral("the private key %1 is protected by a passphrase; give one without").arg(files.privateKey));
    if (error && ERR_GET_LIB(error.value()) == ERR_LIB_X509 &&
        ERR_GET_REASON(error.value()) == X509_R_KEY_VALUES_MISMATCH)
        return failure(QStringLiteral("the private key %1 does not belong to the certificate in %2")
                           .arg(files.privateKey, files.certificateChain));
    if (error)
        return failure(QStringLiteral("%1 is no PEM private key: %2").arg(files.privateKey, words(error)));
    return {{}, std::move(context)};
}

} // namespace engineio
