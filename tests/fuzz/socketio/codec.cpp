// SPDX-License-Identifier: MIT
// Packets with and without attachments: what is understood can be written, and is then understood as the same.
#include "fuzz/engineio/Input.h"
#include "socketio/PacketReader.h"

using namespace socketio;
using engineio::FrameKind;
using fuzz::require;

namespace {

std::optional<Packet> readBack(const EncodedPacket &encoded)
{
    PacketReader reader;
    ReadResult result = reader.feed(FrameKind::Text, encoded.text);
    for (const QByteArray &attachment : encoded.attachments) {
        require(std::holds_alternative<std::monostate>(result));
        result = reader.feed(FrameKind::Binary, attachment);
    }
    const auto *packet = std::get_if<Packet>(&result);
    return packet ? std::optional(*packet) : std::nullopt;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    PacketReader reader;
    for (const fuzz::Step &step : fuzz::stepsOf(data, size)) {
        if (step.what != '>' && step.what != '#')
            continue;
        const ReadResult result = reader.feed(step.what == '>' ? FrameKind::Text : FrameKind::Binary, step.with);
        if (std::holds_alternative<NotSocketIo>(result))
            break;
        if (const auto *packet = std::get_if<Packet>(&result)) {
            const EncodedPacket written = encode(*packet);
            const auto again = readBack(written);
            require(again.has_value());
            const EncodedPacket rewritten = encode(*again);
            require(rewritten.text == written.text && rewritten.attachments == written.attachments);
        }
    }
    return 0;
}
