// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio/HttpFront.h"
#include "server/Log.h"
#include "server/PasswordWorker.h"
#include "server/SignIns.h"
#include "server/Storage.h"

namespace frontdesk::server {

/// The HTTP side of the server (docs/protocol.md, 1): signing in and out, and whether it is well. I/O thread.
class HttpApi {
public:
    struct Parts {
        Storage &storage;
        SignIns &signIns;
        PasswordWorker &passwords;
        const Clock &clock;
        const Logger &log;
        std::function<void(const QByteArray &session)> revoked; ///< a sign-in was ended
    };
    explicit HttpApi(const Parts &parts)
        : m_parts(parts)
    {
    }

    void handle(const engineio::HttpRequest &request, const engineio::HttpResponder &respond);

private:
    void login(const engineio::HttpRequest &request, const engineio::HttpResponder &respond);
    void logout(const engineio::HttpRequest &request, const engineio::HttpResponder &respond);
    void health(const engineio::HttpRequest &request, const engineio::HttpResponder &respond);
    void open(const User &user, const QString &device, const engineio::HttpResponder &respond);
    void refuse(const engineio::HttpRequest &request, const Error &error, const engineio::HttpResponder &respond);
    [[nodiscard]] qint64 now() const { return m_parts.clock.utc().count(); }

    const Parts m_parts;
};

} // namespace frontdesk::server
