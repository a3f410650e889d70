// SPDX-License-Identifier: MIT
#include "engineio/client/TlsFacts.h"

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QSslCertificate>

#include <algorithm>

namespace engineio {

namespace {

TlsProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsProblem::WrongHost;
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRejected:
    case QSslError::InvalidCaCertificate:
        return TlsProblem::Untrusted;
    default:
        return TlsProblem::Other;
    }
}

/// "Example Ltd (example.org)", or whatever of it there is.
QString nameOf(const QStringList &organisation, const QStringList &commonName)
{
    const QString common = commonName.join(QLatin1String(", "));
    if (organisation.isEmpty())
        return common;
    const QString whole = organisation.join(QLatin1String(", "));
    return common.isEmpty() ? whole : QStringLiteral("%1 (%2)").arg(whole, common);
}

QString sentence(TlsProblem problem, const TlsFacts &facts, const QString &host, const QSslError &error)
{
    switch (problem) {
    case TlsProblem::Expired:
        return QStringLiteral("the certificate has expired on %1").arg(facts.validTo.toString(Qt::ISODate));
    case TlsProblem::NotYetValid:
        return QStringLiteral("the certificate is not valid before %1").arg(facts.validFrom.toString(Qt::ISODate));
    case TlsProblem::WrongHost:
        return QStringLiteral("the certificate is for %1, not for %2").arg(facts.hosts.join(QLatin1String(", ")), host);
    case TlsProblem::SelfSigned:
        return QStringLiteral("the certificate is signed by itself");
    case TlsProblem::Untrusted:
        return QStringLiteral("the certificate's issuer %1 is not known").arg(facts.issuer);
    case TlsProblem::Other:
        return error.errorString();
    }
    Q_UNREACHABLE();
}

} // namespace

Failure tlsFailure(const QList<QSslError> &errors, const QString &host)
{
    TlsFacts facts;
    const auto withCertificate =
        std::find_if(errors.begin(), errors.end(), [](const auto &error) { return !error.certificate().isNull(); });
    if (withCertificate != errors.end()) {
        const QSslCertificate certificate = withCertificate->certificate();
        facts.subject = nameOf(certificate.subjectInfo(QSslCertificate::Organization),
                               certificate.subjectInfo(QSslCertificate::CommonName));
        facts.issuer = nameOf(certificate.issuerInfo(QSslCertificate::Organization),
                              certificate.issuerInfo(QSslCertificate::CommonName));
        facts.hosts = certificate.subjectAlternativeNames().values();
        if (facts.hosts.isEmpty())
            facts.hosts = certificate.subjectInfo(QSslCertificate::CommonName);
        facts.hosts.sort();
        facts.validFrom = certificate.effectiveDate();
        facts.validTo = certificate.expiryDate();
        facts.sha256 = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    }
    for (const QSslError &error : errors) {
        const TlsProblem problem = problemOf(error.error());
        if (facts.problems.contains(problem) && problem != TlsProblem::Other)
            continue; // one broken chain is told of several times
        facts.problems.append(problem);
        facts.details.append(sentence(problem, facts, host, error));
    }
    return {.kind = Failure::Kind::Tls,
            .message = QStringLiteral("the server's certificate cannot be trusted: %1")
                           .arg(facts.details.join(QLatin1String("; "))),
            .tls = facts};
}

} // namespace engineio
