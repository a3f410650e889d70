// SPDX-License-Identifier: MIT
#include "engineio/server/ForwardedFor.h"

#include <QtCore/QByteArray>

#include <boost/asio/ip/address.hpp>

namespace engineio {

QString lastForwardedFor(const boost::beast::http::fields &fields)
{
    QByteArray last;
    const auto [begin, end] = fields.equal_range("X-Forwarded-For"); // in the order in which they came
    for (auto field = begin; field != end; ++field)
        last = QByteArray(field->value().data(), qsizetype(field->value().size()));
    last = last.sliced(last.lastIndexOf(',') + 1).trimmed();
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(last.toStdString(), error);
    return error ? QString() : QString::fromStdString(address.to_string());
}

} // namespace engineio
