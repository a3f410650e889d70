// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

class QCommandLineOption;
class QCommandLineParser;

namespace frontdesk {

/// The options of a running server (docs/operations.md, Options), without `--data`.
QList<QCommandLineOption> serveOptions();

/// What a parser that has them was given; an error says in words which one is wrong.
Result<Serve> readServe(const QCommandLineParser &parser);

} // namespace frontdesk
