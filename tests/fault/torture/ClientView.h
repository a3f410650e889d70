// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Record.h"

#include <QtCore/QJsonObject>

#include <functional>
#include <optional>

namespace frontdesk::torture {

/// Asks a client, and waits for the answer: the whole line. None: it has ended.
using Ask = std::function<std::optional<QJsonObject>(const QString &command, const QJsonObject &fields)>;

/// What a client says of itself; `me` is its person. None: it has ended, or cannot say.
std::optional<ClientState> view(const Ask &ask, const UserId &me);

} // namespace frontdesk::torture
