// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QString>

namespace frontdesk::sync {

/// How far a file is on its way.
struct FileProgress {
    enum class State {
        Coming, ///< from the server
        Here,   ///< all of it has come
        Going,  ///< to the server
        Gone,   ///< the server has it, or is not to have it any more
        Failed, ///< to come; why is in `error`
    };
    QString hash;
    State state = State::Coming;
    qint64 bytes = 0; ///< how many have come or gone
    qint64 size = 0;
    Error error = {};

    friend bool operator==(const FileProgress &, const FileProgress &) = default;
};

} // namespace frontdesk::sync

Q_DECLARE_METATYPE(frontdesk::sync::FileProgress)
