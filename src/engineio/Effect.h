// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Handshake.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace engineio {

/// The two kinds of WebSocket frames that carry data.
enum class FrameKind { Text, Binary };

/// Send this text frame.
struct SendFrame {
    QByteArray frame;
};

/// The handshake is done.
struct Opened {
    Handshake handshake;
};

/// A message for the layer above: of Text the data of a message packet, of Binary the bytes.
struct MessageReceived {
    QByteArrayView payload; ///< points into the frame that was fed
    FrameKind kind = FrameKind::Text;
};

/// The other side has shown that it is there.
struct HeartbeatSeen {};

} // namespace engineio
