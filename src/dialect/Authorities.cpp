// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/Authorities.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

namespace frontdesk::dialect {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

} // namespace

Result<QList<QSslCertificate>> readAuthorities(const QString &file)
{
    if (file.isEmpty())
        return QList<QSslCertificate>();
    const QString code = QStringLiteral("tls.authorityFile");
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error{code, Words::tr("The certificate file %1 cannot be read: %2").arg(file, source.errorString())};
    const auto certificates = QSslCertificate::fromData(source.read(largestFile), QSsl::Pem);
    if (certificates.isEmpty())
        return Error{code, Words::tr("There is no certificate in %1 (a PEM file is expected)").arg(file)};
    return certificates;
}

QSslConfiguration trusting(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // An explicit list switches off looking for authorities in the system one by one, so it must name them all.
    if (!authorities.isEmpty())
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    return configuration;
}

} // namespace frontdesk::dialect
