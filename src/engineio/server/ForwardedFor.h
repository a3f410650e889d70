// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include <boost/beast/http/fields.hpp>

namespace engineio {

/// The last entry of X-Forwarded-For, which the proxy in front has added itself; empty when it is no address.
[[nodiscard]] QString lastForwardedFor(const boost::beast::http::fields &fields);

} // namespace engineio
