// SPDX-License-Identifier: MIT
// The server's session as a state machine: frames, requests, probes and time in any order.
#include "engineio/ServerSession.h"
#include "fuzz/engineio/Input.h"

using namespace engineio;
using fuzz::require;
using std::chrono::milliseconds;

namespace {

/// What every answer of a session must keep to.
class Watched {
public:
    explicit Watched(TransportKind transport)
        : m_session({.sid = QStringLiteral("s"), .pingInterval = milliseconds(300), .pingTimeout = milliseconds(200)},
                    transport, milliseconds(1'000), m_now)
    {
    }

    void take(const fuzz::Step &step)
    {
        switch (step.what) {
        case 't': // time passes
            m_now += step.time();
            (void)m_session.transport();
            watch(m_session.tick(m_now));
            break;
        case '>':
            watch(m_session.feed(FrameKind::Text, step.with, m_now));
            break;
        case '#':
            watch(m_session.feed(FrameKind::Binary, step.with, m_now));
            break;
        case 'g': // a GET
            watch(m_session.pollCame());
            break;
        case 'a': // its answer
            m_session.pollAnswered();
            break;
        case 'p': // a POST
            watch(m_session.postCame());
            break;
        case 'd': // its end
            m_session.postDone();
            break;
        case 'l': // a request whose client hung up
            watch(m_session.requestLost());
            break;
        case 'w': // a WebSocket for this session
            m_probes = m_session.beginProbe(m_now);
            break;
        case '?':
            if (m_probes)
                watch(m_session.feedProbe(FrameKind::Text, step.with));
            break;
        case 'x':
            if (m_probes)
                m_session.probeLost();
            m_probes = false;
            break;
        default:
            break;
        }
        if (!m_closed)
            require(m_session.deadline() >= milliseconds(0));
    }

    /// Left alone, every session comes to its end: nothing waits for ever.
    void waitForTheEnd()
    {
        for (int i = 0; i < 10 && !m_closed; ++i) {
            m_now = std::max(m_now, m_session.deadline());
            watch(m_session.tick(m_now));
        }
        require(m_closed);
    }

private:
    void watch(const ServerEffects &effects)
    {
        require(!m_closed || effects.empty());
        for (const ServerEffect &effect : effects) {
            require(!m_closed); // nothing follows the end
            if (std::holds_alternative<SessionClosed>(effect))
                m_closed = true;
            else if (std::holds_alternative<Upgraded>(effect))
                require(m_session.transport() == TransportKind::WebSocket && m_probes);
        }
    }

    milliseconds m_now{1'000};
    ServerSession m_session;
    bool m_probes = false;
    bool m_closed = false;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto steps = fuzz::stepsOf(data, size);
    for (const TransportKind transport : {TransportKind::Polling, TransportKind::WebSocket}) {
        Watched session(transport);
        for (const fuzz::Step &step : steps)
            session.take(step);
        session.waitForTheEnd();
    }
    return 0;
}
