// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/NetworkSettings.h"
#include "domain/RecordQuery.h"
#include "transfer/Import.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <optional>
#include <variant>

namespace frontdesk::ctl {

/// Exit codes, the same in all programs (docs/frontdeskctl.md).
enum ExitCode { Success = 0, Failed = 1, WrongUsage = 2, NotSignedIn = 3, NotReachable = 4, Refused = 5 };

/// Where to connect and how to speak.
struct Target {
    QUrl server;
    QString token;
    bool json = false;
    QString credentialsFile = {}; ///< in place of a token; what is renewed is written there
    dialect::NetworkSettings network = {};
};

struct LoginCommand {
    QUrl server;
    QString name;
    QString credentialsFile = {}; ///< where to write what is otherwise printed
    dialect::NetworkSettings network = {};
};
struct WatchCommand {
    Target target;
};
struct ConversationsCommand {
    Target target;
};
/// A conversation by its id, or the direct one with somebody by their name.
struct Place {
    QString conversation;
    QString with;
};
struct HistoryCommand {
    Target target;
    Place place;
    int limit = 50;
};
struct SendCommand {
    Target target;
    Place place;
    QString text;
};
struct SessionCommand {
    Target target;
    QString folder;
};
struct LedgerCommand {
    QString folder;
    bool json = false;
    std::optional<Target> server = {}; ///< to compare with
};
struct DiagnoseCommand {
    Target target; ///< an empty token: the sign-in is not tested
};
struct ListRecordsCommand {
    Target target;
    RecordQuery query;
};
struct ImportCommand {
    Target target;
    transfer::ImportOptions options;
};
struct ExportCommand {
    Target target;
    RecordQuery query;
    transfer::FileFormat format = transfer::FileFormat::Csv;
    QString file; ///< "-": standard output
};
/// Words to print instead of doing something: help and version on standard output, what is wrong on standard error.
struct Print {
    QString text;
    ExitCode code = Success;
};
using Invocation =
    std::variant<LoginCommand, WatchCommand, ConversationsCommand, HistoryCommand, SendCommand, SessionCommand,
                 LedgerCommand, DiagnoseCommand, ListRecordsCommand, ImportCommand, ExportCommand, Print>;

/// What the arguments (the program's name first) ask for. `token` is the one of the environment.
Invocation parseCommandLine(const QStringList &arguments, const QString &token);

} // namespace frontdesk::ctl
