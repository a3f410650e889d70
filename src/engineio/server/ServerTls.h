// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/HttpFront.h"

#include <boost/asio/ssl/context.hpp>

#include <optional>

namespace engineio {

struct TlsLoading {
    QString error; ///< empty: loaded
    std::optional<boost::asio::ssl::context> context;
};

/// TLS 1.2 and later with these files; the error names the file and says what is wrong with it.
[[nodiscard]] TlsLoading loadTls(const TlsFiles &files);

} // namespace engineio
