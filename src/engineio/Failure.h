// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace engineio {

/// What is wrong with a certificate.
enum class TlsProblem { Expired, NotYetValid, WrongHost, SelfSigned, Untrusted, Other };

/// What a person needs to judge a certificate that did not verify.
struct TlsFacts {
    QList<TlsProblem> problems;
    QStringList details; ///< one sentence a problem, English
    QString subject;
    QString issuer;
    QStringList hosts; ///< the names it is for
    QDateTime validFrom;
    QDateTime validTo;
    QString sha256; ///< of the DER form: upper-case hexadecimal, a colon between bytes

    friend bool operator==(const TlsFacts &, const TlsFacts &) = default;
};

/// Why a session could not be opened, or is over.
struct Failure {
    enum class Kind {
        Unreachable,  ///< the name is not known, or nobody listens there
        Network,      ///< the connection broke, or could not be made for another reason
        Timeout,      ///< the server took longer than it may
        Tls,          ///< no encrypted connection: see `tls`
        Proxy,        ///< the proxy refused, is not there, or wants a user and a password
        Http,         ///< an answer that is not what was asked for: see `httpStatus`
        Protocol,     ///< the server broke the rules
        ServerClosed, ///< the server ended it: see `closeCode`
        Heartbeat,    ///< the server has not been heard for pingInterval + pingTimeout
    };
    Kind kind = Kind::Network;
    QString message = {};        ///< English, for logs
    int httpStatus = 0;          ///< 0: there was none
    int closeCode = 0;           ///< of the WebSocket's close frame; 0: there was none
    bool wantsProxyUser = false; ///< Proxy: it did not accept the user and password, or none were given
    std::optional<TlsFacts> tls = {};

    friend bool operator==(const Failure &, const Failure &) = default;
};

} // namespace engineio

Q_DECLARE_METATYPE(engineio::Failure)
