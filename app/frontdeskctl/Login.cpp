// SPDX-License-Identifier: GPL-3.0-or-later
#include "Login.h"

#include "Output.h"
#include "dialect/LoginRequest.h"
#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtNetwork/QNetworkAccessManager>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

QString passwordFromInput()
{
    constexpr qint64 longest = 10'000;
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return {};
    QByteArray line = input.readLine(longest);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace

ExitCode exitCodeOf(const Error &error)
{
    const auto is = [&](QLatin1String prefix) { return error.code.startsWith(prefix); };
    if (is("auth."_L1))
        return NotSignedIn;
    if (is("connection."_L1) || is("tls."_L1) || is("proxy."_L1) || error.code == "server.unreachable"_L1 ||
        error.code == "server.unexpected"_L1 || error.code == "server.stopping"_L1)
        return NotReachable;
    if (is("storage."_L1) || error.code == "interrupted"_L1)
        return Failed;
    return Refused;
}

ExitCode run(const LoginCommand &command)
{
    QNetworkAccessManager network;
    const auto login = dialect::logIn(network, command.server, command.name, passwordFromInput(), u"frontdeskctl"_s);
    whenDone(login, &network, [](const Result<dialect::Login> &result) {
        if (result) {
            printText(result.value().token);
            QCoreApplication::exit(Success);
        } else {
            printError(result.error());
            QCoreApplication::exit(exitCodeOf(result.error()));
        }
    });
    return ExitCode(QCoreApplication::exec());
}

} // namespace frontdesk::ctl
