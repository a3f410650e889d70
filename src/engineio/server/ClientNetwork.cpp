// SPDX-License-Identifier: MIT
#include "engineio/server/ClientNetwork.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace engineio {

namespace ip = boost::asio::ip;

QString clientNetwork(const QString &address)
{
    boost::system::error_code error;
    const ip::address known = ip::make_address(address.toStdString(), error);
    if (error)
        return address;
    if (known.is_v4())
        return QString::fromStdString(known.to_string());
    if (known.to_v6().is_v4_mapped())
        return QString::fromStdString(ip::make_address_v4(ip::v4_mapped, known.to_v6()).to_string());
    auto network = known.to_v6().to_bytes();
    std::fill(network.begin() + 8, network.end(), 0);
    return QString::fromStdString(ip::address_v6(network).to_string()) + QLatin1String("/64");
}

} // namespace engineio
