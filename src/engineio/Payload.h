// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

/// The body of a long-polling request or response: frames joined with 0x1e, a binary one as `b` and its base64
/// (https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md, "Packet encoding").
namespace engineio {

struct Frame {
    FrameKind kind = FrameKind::Text;
    QByteArray data; ///< of Text a whole frame such as "4hello", of Binary the bytes
};

/// Bytes that the frame adds to a payload that is not empty, its separator included.
[[nodiscard]] qsizetype payloadCost(const Frame &frame);

/// Adds one frame to the end of a payload.
void appendToPayload(QByteArray &payload, const Frame &frame);

/// Hands out the frames of a payload one by one, so that a body of tiny frames costs no more memory than itself.
class PayloadReader {
public:
    explicit PayloadReader(QByteArrayView payload);

    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// Nothing when this part is no frame: then the rest is not to be trusted either. Not to be asked at the end.
    [[nodiscard]] std::optional<Frame> next();

private:
    QByteArrayView m_rest;
    bool m_atEnd = false; ///< an empty payload is one empty part, which is no frame
};

} // namespace engineio
