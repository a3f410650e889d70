// SPDX-License-Identifier: MIT
// The server's session as a state machine: messages, decisions and time in any order. Nobody is heard in a namespace
// before the server has let them in, nor after they have left.
#include "fuzz/engineio/Input.h"
#include "socketio/ServerSession.h"

#include <QtCore/QSet>

using namespace socketio;
using engineio::FrameKind;
using fuzz::require;
using std::chrono::milliseconds;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    milliseconds now(1'000);
    ServerSession session(milliseconds(500), now);
    QSet<QString> pending;
    QSet<QString> inside;
    bool failed = false;
    const auto watch = [&](const ServerEffect &effect) {
        require(!failed || std::holds_alternative<std::monostate>(effect)); // nothing follows the end
        if (const auto *request = std::get_if<ConnectRequested>(&effect)) {
            require(!pending.contains(request->nameSpace) && !inside.contains(request->nameSpace));
            pending.insert(request->nameSpace);
        } else if (const auto *event = std::get_if<EventPacket>(&effect)) {
            require(inside.contains(event->nameSpace));
        } else if (const auto *ack = std::get_if<AckPacket>(&effect)) {
            require(inside.contains(ack->nameSpace));
        } else if (const auto *left = std::get_if<NamespaceLeft>(&effect)) {
            require(inside.remove(left->nameSpace) || pending.remove(left->nameSpace));
        } else if (std::holds_alternative<ServerSessionFailed>(effect)) {
            failed = true;
        }
    };
    for (const fuzz::Step &step : fuzz::stepsOf(data, size)) {
        const QString nameSpace = QString::fromUtf8(step.with);
        switch (step.what) {
        case 't':
            now += step.time();
            watch(session.tick(now));
            break;
        case '>':
            watch(session.feed(FrameKind::Text, step.with, now));
            break;
        case '#':
            watch(session.feed(FrameKind::Binary, step.with, now));
            break;
        case 'y': // let in
            if (session.accept(nameSpace)) {
                require(pending.remove(nameSpace));
                inside.insert(nameSpace);
            }
            break;
        case 'n': // refused
            if (session.reject(nameSpace))
                require(pending.remove(nameSpace));
            break;
        case 'o': // put out
            if (session.leave(nameSpace, now))
                require(inside.remove(nameSpace));
            break;
        default:
            break;
        }
    }
    return 0;
}
