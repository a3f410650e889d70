// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpAnswers.h"
#include "server/storage/Storage.h"

namespace frontdesk::server {

/// Whether the server is well, for those who watch over it (docs/operations.md, Watching it). I/O thread.
class HealthApi {
public:
    struct Parts {
        Storage &storage;
        QByteArray metricsToken;             ///< who has it may read the figures; empty: nobody by a token
        bool loopbackIsTrusted = true;       ///< false behind a proxy: everybody comes from there
        std::function<QByteArray()> figures; ///< in Prometheus' text format
    };
    explicit HealthApi(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    void alive(const HttpReply &reply) const;
    void ready(const HttpReply &reply) const;
    void figures(const engineio::HttpRequest &request, const HttpReply &reply) const;
    void stopping() { m_stopping = true; } ///< it is not ready from now on

private:
    [[nodiscard]] bool mayReadFigures(const engineio::HttpRequest &request) const;

    const Parts m_parts;
    bool m_stopping = false;
};

} // namespace frontdesk::server
