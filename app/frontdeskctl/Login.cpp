// SPDX-License-Identifier: GPL-3.0-or-later
#include "Login.h"

#include "CredentialsFile.h"
#include "Output.h"
#include "dialect/LoginRequest.h"
#include "dialect/NetworkAccess.h"
#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

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
    if (is("storage."_L1) || is("file."_L1) || is("column."_L1) || error.code == "interrupted"_L1)
        return Failed;
    return Refused;
}

ExitCode run(const LoginCommand &command)
{
    dialect::NetworkAccess network(std::make_shared<dialect::SharedNetworkSettings>(command.network));
    const auto login = dialect::logIn(network, command.server, command.name, passwordFromInput(), u"frontdeskctl"_s);
    whenDone(login, &network, [file = command.credentialsFile](const Result<dialect::Login> &result) {
        const auto kept = result && !file.isEmpty() ? writeCredentials(file, result.value()) : Result<Done>(Done());
        if (!result || !kept) {
            const Error &error = result ? kept.error() : result.error();
            printError(error);
            QCoreApplication::exit(exitCodeOf(error));
            return;
        }
        if (file.isEmpty())
            printText(result.value().token);
        QCoreApplication::exit(Success);
    });
    return ExitCode(QCoreApplication::exec());
}

} // namespace frontdesk::ctl
