// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/FailureWords.h"

#include "engineio/client/TlsFacts.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

namespace frontdesk::dialect {

namespace {

using engineio::Failure;
using engineio::TlsFacts;
using engineio::TlsProblem;
using L = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

constexpr int notAuthenticated = 4001; ///< of WebSocket close frames, as some servers use them
constexpr int forbidden = 4003;
constexpr int messageTooLarge = 1009;

struct Said {
    const char *code;
    QString words;
};

QString day(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::LongFormat);
}

/// The gravest problem first: a name that is not the server's says most, a date least.
Said tlsWords(const TlsFacts &facts, const QString &host)
{
    if (facts.problems.contains(TlsProblem::WrongHost))
        return {"tls.wrongHost", Words::tr("The certificate is for %1, not for %2. The address may be wrong, or "
                                           "somebody pretends to be the server.")
                                     .arg(facts.hosts.join(L(", ")), host)};
    if (facts.problems.contains(TlsProblem::SelfSigned))
        return {"tls.selfSigned",
                Words::tr("The certificate of %1 is signed by itself, so nobody vouches for it. If it is your own "
                          "server, choose its certificate file in the settings.")
                    .arg(host)};
    if (facts.problems.contains(TlsProblem::Untrusted))
        return {"tls.untrusted",
                Words::tr("The certificate of %1 was issued by %2, whom this computer does not know. If that is your "
                          "organisation, choose its certificate file in the settings.")
                    .arg(host, facts.issuer)};
    if (facts.problems.contains(TlsProblem::Expired))
        return {"tls.expired", Words::tr("The certificate of %1 has expired on %2. Whoever looks after the server must "
                                         "renew it; if that cannot be, look at this computer's clock.")
                                   .arg(host, day(facts.validTo))};
    if (facts.problems.contains(TlsProblem::NotYetValid))
        return {"tls.notYetValid",
                Words::tr("The certificate of %1 is not valid before %2. Look at this computer's clock.")
                    .arg(host, day(facts.validFrom))};
    return {"tls.failed",
            Words::tr("The certificate of %1 cannot be trusted: %2").arg(host, facts.details.join(L("; ")))};
}

Said wordsOf(const Failure &failure, const QString &host)
{
    switch (failure.kind) {
    case Failure::Kind::Unreachable:
        return {"connection.unreachable",
                Words::tr("%1 cannot be reached. Is this computer online, and the server running?").arg(host)};
    case Failure::Kind::Timeout:
        return {"connection.timedOut", Words::tr("%1 does not answer").arg(host)};
    case Failure::Kind::Tls:
        if (failure.tls)
            return tlsWords(*failure.tls, host);
        return {"tls.failed",
                Words::tr("No encrypted connection to %1 could be made; it is never tried without").arg(host)};
    case Failure::Kind::Proxy:
        if (failure.wantsProxyUser)
            return {"proxy.authentication",
                    Words::tr("The proxy wants a user and a password, or does not accept those in the settings")};
        return {"proxy.failed", Words::tr("The proxy does not let this program through to %1").arg(host)};
    case Failure::Kind::Http:
        if (failure.httpStatus == 401 || failure.httpStatus == 403)
            return {"auth.invalid", Words::tr("%1 refuses this sign-in (%2)").arg(host).arg(failure.httpStatus)};
        return {"connection.unexpected",
                Words::tr("%1 answers with %2, not as a Frontdesk server does").arg(host).arg(failure.httpStatus)};
    case Failure::Kind::Protocol:
        return {"connection.unexpected",
                Words::tr("What answers at %1 is no Frontdesk server, or something on the way changes what it says")
                    .arg(host)};
    case Failure::Kind::ServerClosed:
        if (failure.closeCode == notAuthenticated || failure.closeCode == forbidden)
            return {"auth.invalid", Words::tr("%1 refuses this sign-in (%2)").arg(host).arg(failure.closeCode)};
        if (failure.closeCode == messageTooLarge)
            return {"connection.lost", Words::tr("A message was larger than the server allows")};
        return {"connection.lost", Words::tr("The server ended the connection")};
    case Failure::Kind::Heartbeat:
        return {"connection.lost", Words::tr("The server has not been heard for too long")};
    case Failure::Kind::Network:
        return {"connection.lost", Words::tr("The connection to %1 broke").arg(host)};
    }
    Q_UNREACHABLE();
}

QJsonObject certificate(const TlsFacts &facts)
{
    return {{L("subject"), facts.subject},
            {L("issuer"), facts.issuer},
            {L("hosts"), QJsonArray::fromStringList(facts.hosts)},
            {L("validFrom"), facts.validFrom.toMSecsSinceEpoch()},
            {L("validTo"), facts.validTo.toMSecsSinceEpoch()},
            {L("sha256"), facts.sha256},
            {L("problems"), QJsonArray::fromStringList(facts.details)}};
}

} // namespace

Error errorOf(const Failure &failure, const QUrl &server)
{
    const Said said = wordsOf(failure, server.host());
    QJsonObject detail{{L("reason"), failure.message}};
    if (failure.httpStatus != 0)
        detail.insert(L("httpStatus"), failure.httpStatus);
    if (failure.closeCode != 0)
        detail.insert(L("closeCode"), failure.closeCode);
    if (failure.tls)
        detail.insert(L("certificate"), certificate(*failure.tls));
    return {.code = QString::fromLatin1(said.code), .message = said.words, .detail = detail};
}

Error errorOf(const QList<QSslError> &errors, const QUrl &server)
{
    return errorOf(engineio::tlsFailure(errors, server.host()), server);
}

} // namespace frontdesk::dialect
