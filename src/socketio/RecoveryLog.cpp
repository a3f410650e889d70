// SPDX-License-Identifier: MIT
#include "socketio/RecoveryLog.h"

#include "engineio/Handshake.h"

#include <algorithm>

namespace socketio {

namespace {

constexpr int base = 36;

bool isFor(const RecoverableSession &session, qint64 number, const QStringList &rooms, const QStringList &except)
{
    const auto belongs = [&session](const QString &room) {
        return room == session.sid || session.rooms.contains(room);
    };
    if (std::any_of(except.begin(), except.end(), belongs))
        return false;
    if (rooms.isEmpty())
        return number >= session.since;
    return std::any_of(rooms.begin(), rooms.end(), [&](const QString &room) {
        const auto joined = session.rooms.constFind(room);
        return room == session.sid || (joined != session.rooms.constEnd() && number >= *joined);
    });
}

} // namespace

RecoveryLog::RecoveryLog(const RecoveryOptions &options)
    : m_options(options)
    , m_start(engineio::newSid())
{
}

QString RecoveryLog::offsetOf(qint64 number) const
{
    return m_start + u'.' + QString::number(number, base);
}

void RecoveryLog::record(const Frames &frames, const QStringList &rooms, const QStringList &except,
                         std::chrono::milliseconds now)
{
    m_bytes += frames.bytes();
    m_packets.push_back({frames, rooms, except, now});
    forgetOld(now);
}

void RecoveryLog::save(RecoverableSession session, std::chrono::milliseconds now)
{
    const QString pid = session.pid;
    m_byPid.insert(pid, m_saves);
    m_sessions.emplace(m_saves++, Saved{std::move(session), next(), now});
    forgetOld(now);
}

std::optional<RecoverableSession> RecoveryLog::find(const QString &pid, const QString &offset,
                                                    std::chrono::milliseconds now) const
{
    const Saved *found = saved(pid, now);
    return found && resumption(*found, offset) ? std::optional(found->session) : std::nullopt;
}

std::optional<RecoveryLog::Recovered> RecoveryLog::take(const QString &pid, const QString &offset,
                                                        std::chrono::milliseconds now)
{
    const Saved *found = saved(pid, now);
    const auto from = found ? resumption(*found, offset) : std::nullopt;
    if (!from)
        return std::nullopt;
    Recovered recovered{m_sessions.extract(m_byPid.take(pid)).mapped().session, {}};
    for (qint64 number = *from; number < next(); ++number) {
        const auto &packet = m_packets[std::size_t(number - m_first)];
        if (!isFor(recovered.session, number, packet.rooms, packet.except))
            continue;
        recovered.missed.push_back(packet.frames);
        recovered.session.lastSent = number;
    }
    return recovered;
}

void RecoveryLog::forgetOld(std::chrono::milliseconds now)
{
    const auto tooMuch = [this] {
        return qsizetype(m_packets.size()) > m_options.maxPackets || m_bytes > m_options.maxBytes;
    };
    while (!m_packets.empty() && (tooMuch() || isOver(m_packets.front().at, now))) {
        m_bytes -= m_packets.front().frames.bytes();
        m_packets.pop_front();
        ++m_first;
    }
    while (!m_sessions.empty() &&
           (qsizetype(m_sessions.size()) > m_options.maxSessions || isOver(m_sessions.begin()->second.at, now))) {
        m_byPid.remove(m_sessions.begin()->second.session.pid);
        m_sessions.erase(m_sessions.begin());
    }
}

bool RecoveryLog::isOver(std::chrono::milliseconds since, std::chrono::milliseconds now) const
{
    return now - since > m_options.maxDisconnection;
}

const RecoveryLog::Saved *RecoveryLog::saved(const QString &pid, std::chrono::milliseconds now) const
{
    const auto save = m_byPid.constFind(pid);
    if (save == m_byPid.constEnd())
        return nullptr;
    const Saved &found = m_sessions.at(*save);
    return isOver(found.at, now) ? nullptr : &found;
}

std::optional<qint64> RecoveryLog::resumption(const Saved &saved, const QString &offset) const
{
    qint64 received = -1;
    if (!offset.isEmpty()) {
        bool isNumber = false;
        received = QStringView(offset).mid(m_start.size() + 1).toLongLong(&isNumber, base);
        if (!isNumber || received < 0 || received >= next() || offset != offsetOf(received))
            return std::nullopt;
    }
    qint64 from = received < 0 ? saved.session.since : received + 1;
    if (received == saved.session.lastSent)
        from = saved.position; // it has everything from before the cut
    return from >= m_first ? std::optional(from) : std::nullopt;
}

} // namespace socketio
