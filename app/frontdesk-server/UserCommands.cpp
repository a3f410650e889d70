// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserCommands.h"

#include "server/Administration.h"

#include <QtCore/QFile>
#include <QtCore/QTextStream>

#include <cstdio>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The server's data could not be used: Failed. It said no: Refused.
ExitCode report(const Error &error)
{
    QTextStream(stderr) << "frontdesk-server: " << error.message << '\n';
    return error.code.startsWith("server."_L1) ? Failed : Refused;
}

QString passwordFromInput()
{
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return {};
    QByteArray line = input.readLine(server::longestPassword * 4 + 2);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace

ExitCode run(const AddUser &command)
{
    const auto user = server::addUser(command.dataFolder,
                                      {.name = command.name,
                                       .displayName = command.displayName,
                                       .role = command.role,
                                       .password = passwordFromInput()},
                                      std::make_shared<SystemClock>());
    if (!user)
        return report(user.error());
    QTextStream(stdout) << user.value().id.text() << '\n';
    return Success;
}

ExitCode run(const SetRole &command)
{
    const auto user = server::setRole(command.dataFolder, command.name, command.role, std::make_shared<SystemClock>());
    return user ? Success : report(user.error());
}

ExitCode run(const ListUsers &command)
{
    const auto users = server::listUsers(command.dataFolder, std::make_shared<SystemClock>());
    if (!users)
        return report(users.error());
    QTextStream out(stdout);
    for (const User &user : users.value())
        out << user.name << '\t' << nameOf(user.role) << '\t' << user.displayName << '\n';
    return Success;
}

} // namespace frontdesk
