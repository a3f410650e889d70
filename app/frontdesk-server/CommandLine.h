// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Server.h"

#include <QtCore/QStringList>

#include <variant>

namespace frontdesk {

/// Exit codes, the same in all programs (docs/operations.md).
enum ExitCode { Success = 0, Failed = 1, WrongUsage = 2, Refused = 5 };

struct Serve {
    server::Options options;
    bool jsonLog = false;
};
struct AddUser {
    QString dataFolder;
    QString name;
    QString displayName;
    Role role = Role::Agent;
};
struct SetRole {
    QString dataFolder;
    QString name;
    Role role = Role::Agent;
};
struct ListUsers {
    QString dataFolder;
};
/// Words to print instead of doing something: help and version on standard output, what is wrong on standard error.
struct Print {
    QString text;
    ExitCode code = Success;
};
using Invocation = std::variant<Serve, AddUser, SetRole, ListUsers, Print>;

/// What the arguments (the program's name first) ask for.
Invocation parseCommandLine(const QStringList &arguments);

} // namespace frontdesk
