// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HealthApi.h"
#include "server/http/SignInApi.h"

#include <span>

namespace frontdesk::server {

/// The HTTP side of the server (docs/protocol.md, 1). I/O thread.
class HttpApi {
public:
    HttpApi(SignInApi &signIn, HealthApi &health, const Logger &log, Metrics &metrics)
        : m_signIn(signIn)
        , m_health(health)
        , m_log(log)
        , m_metrics(metrics)
    {
    }

    struct Route {
        QByteArrayView path;
        QByteArrayView method;
        void (*handle)(HttpApi &, const engineio::HttpRequest &, const HttpReply &);
    };
    static std::span<const Route> routes();

    void handle(const engineio::HttpRequest &request, const engineio::HttpResponder &respond);

private:
    void refuse(const engineio::HttpRequest &request, const Error &error);

    SignInApi &m_signIn;
    HealthApi &m_health;
    const Logger &m_log;
    Metrics &m_metrics;
};

} // namespace frontdesk::server
