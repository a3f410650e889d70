// SPDX-License-Identifier: MIT
// Packets, payloads and handshakes: what is understood can be written, and is then understood as the same.
#include "engineio/Handshake.h"
#include "engineio/Packet.h"
#include "engineio/Payload.h"
#include "fuzz/engineio/Input.h"

#include <optional>

using namespace engineio;
using fuzz::require;

namespace {

std::optional<QList<Frame>> framesIn(QByteArrayView payload)
{
    QList<Frame> frames;
    for (PayloadReader reader(payload); !reader.atEnd();) {
        auto frame = reader.next();
        if (!frame)
            return {};
        frames.append(*std::move(frame));
    }
    return frames;
}

void checkPayload(QByteArrayView payload)
{
    const auto frames = framesIn(payload);
    if (!frames)
        return;
    QByteArray written;
    qsizetype cost = -1; // the first has no separator
    for (const Frame &frame : *frames) {
        cost += payloadCost(frame);
        appendToPayload(written, frame);
    }
    require(cost == written.size());
    const auto again = framesIn(written);
    require(again && again->size() == frames->size());
    for (qsizetype i = 0; i < frames->size(); ++i)
        require(again->at(i).kind == frames->at(i).kind && again->at(i).data == frames->at(i).data);
}

void checkHandshake(QByteArrayView data)
{
    const auto handshake = decodeHandshake(data);
    if (!handshake)
        return;
    require(!handshake->sid.isEmpty() && handshake->pingInterval.count() > 0 && handshake->pingTimeout.count() > 0);
    const auto again = decodeHandshake(encodeHandshake(*handshake));
    require(again && again->sid == handshake->sid && again->pingInterval == handshake->pingInterval &&
            again->pingTimeout == handshake->pingTimeout && again->maxPayload == handshake->maxPayload);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input = fuzz::viewOf(data, size);
    if (const auto packet = decode(input)) {
        require(encode(packet->type, packet->data) == input);
        if (packet->type == PacketType::Open)
            checkHandshake(packet->data);
    }
    checkPayload(input);
    return 0;
}
