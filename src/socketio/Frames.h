// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Packet.h"

namespace socketio {

/// A packet as whole Engine.IO frames: made once, sent to as many as want it.
struct Frames {
    QByteArray text;
    QList<QByteArray> attachments; ///< binary frames, to follow the text at once

    [[nodiscard]] qint64 bytes() const;
};

[[nodiscard]] Frames framesOf(const Packet &packet);

} // namespace socketio
