// SPDX-License-Identifier: MIT
// The client's session as a state machine over several connections: whatever a server sends, and whenever. Each
// question is settled once.
#include "fuzz/engineio/Input.h"
#include "socketio/ClientSession.h"
#include "socketio/PacketReader.h"

#include <algorithm>

using namespace socketio;
using engineio::FrameKind;
using fuzz::require;
using std::chrono::milliseconds;

namespace {

class Watched {
public:
    void take(const fuzz::Step &step)
    {
        switch (step.what) {
        case 'o': // a connection
            if (!m_session.isOpen()) {
                m_reader = PacketReader();
                m_session.open(m_now + milliseconds(500));
                (void)m_session.connectPacket({});
            }
            break;
        case 'c': // which is gone
            close();
            break;
        case 't':
            m_now += step.time();
            watch(m_session.tick(m_now));
            break;
        case '>':
            read(FrameKind::Text, step.with);
            break;
        case '#':
            read(FrameKind::Binary, step.with);
            break;
        case '?':
            ask(m_now + step.time());
            break;
        default:
            break;
        }
    }

    /// Left alone, no question stays open.
    void waitForTheEnd()
    {
        m_now += std::chrono::hours(48);
        watch(m_session.tick(m_now));
        require(std::all_of(m_answers.begin(), m_answers.end(), [](int answers) { return answers == 1; }));
    }

private:
    void read(FrameKind kind, QByteArrayView message)
    {
        if (!m_session.isOpen())
            return;
        const ReadResult result = m_reader.feed(kind, message);
        if (std::holds_alternative<NotSocketIo>(result))
            close();
        else if (const auto *packet = std::get_if<Packet>(&result);
                 packet && nameSpaceOf(*packet) == QLatin1String("/"))
            watch(m_session.feed(*packet));
    }

    void ask(milliseconds deadline)
    {
        const std::size_t number = m_answers.size();
        m_answers.push_back(0);
        (void)m_session.askingPacket(QStringLiteral("q"), {}, deadline,
                                     [this, number](const AckResult &) { require(++m_answers[number] == 1); });
    }

    void watch(const ClientEffects &effects)
    {
        bool ended = false;
        for (const ClientEffect &effect : effects) {
            if (const auto *settled = std::get_if<AckSettled>(&effect)) {
                settled->handler(settled->result);
                continue;
            }
            require(!ended); // only acknowledgements outlive the connection
            if (std::holds_alternative<ClientSessionClosed>(effect) ||
                std::holds_alternative<ConnectErrorPacket>(effect)) {
                ended = true;
            } else if (std::holds_alternative<EventPacket>(effect)) {
                require(m_session.isConnected());
            }
        }
        if (ended)
            close();
    }

    void close()
    {
        for (const AckHandler &handler : m_session.close())
            handler(AckFailure::Disconnected);
        require(!m_session.isOpen());
    }

    milliseconds m_now{1'000};
    ClientSession m_session{QStringLiteral("/")};
    PacketReader m_reader;
    std::vector<int> m_answers; ///< of each question, how many
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Watched session;
    for (const fuzz::Step &step : fuzz::stepsOf(data, size))
        session.take(step);
    session.waitForTheEnd();
    return 0;
}
