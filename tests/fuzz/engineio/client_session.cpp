// SPDX-License-Identifier: MIT
// The client's session as a state machine: whatever a server sends, and whenever.
#include "engineio/ClientSession.h"
#include "fuzz/engineio/Input.h"

using namespace engineio;
using fuzz::require;
using std::chrono::milliseconds;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    milliseconds now(1'000);
    ClientSession session;
    bool opened = false;
    bool closed = false;
    const auto watch = [&](const ClientEffects &effects) {
        for (const ClientEffect &effect : effects) {
            require(!closed); // nothing follows the end
            if (std::holds_alternative<Opened>(effect)) {
                require(!opened);
                opened = true;
            } else if (std::holds_alternative<MessageReceived>(effect)) {
                require(opened);
            } else if (std::holds_alternative<Failure>(effect)) {
                closed = true;
            }
        }
    };
    for (const fuzz::Step &step : fuzz::stepsOf(data, size)) {
        if (step.what == 't') {
            now += step.time();
            watch(session.tick(now));
        } else if (step.what == '>') {
            watch(session.feed(FrameKind::Text, step.with, now));
        } else if (step.what == '#') {
            watch(session.feed(FrameKind::Binary, step.with, now));
        }
        require(session.isOpen() == (opened && !closed));
        require(!closed || !session.deadline());
    }
    // A server that is silent from now on is found out.
    if (opened && !closed) {
        require(session.deadline().has_value());
        watch(session.tick(std::max(now, *session.deadline())));
        require(closed);
    }
    return 0;
}
