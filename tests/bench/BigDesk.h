// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Types.h"

namespace bench {

/// Two people, many contacts with their companies, and many deals in one pipeline, in the data folder of a server that
/// does not run: written by the server's own records. The people log in with demo::password().
class BigDesk {
public:
    /// The deals are spread over the stages of the pipeline that a workspace begins with.
    static frontdesk::Result<frontdesk::Done> write(const QString &serverFolder, int contacts, int deals);

    static QString watcher() { return QStringLiteral("watcher"); }
    static QString worker() { return QStringLiteral("worker"); }
};

} // namespace bench
