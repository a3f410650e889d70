// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace frontdesk::server {

/// What a request is answered with. Rows of the journal stay the text that they are kept as: to read and write
/// thousands of them again is most of the work of a client's catching up.
struct Answer {
    QJsonObject fields;                   ///< beside `ok`
    QByteArray rows = {};                 ///< a JSON array, told as the field `rows`; empty: there is no such field
    std::optional<QByteArray> bytes = {}; ///< told as the field `bytes`, beside the JSON
};

} // namespace frontdesk::server
