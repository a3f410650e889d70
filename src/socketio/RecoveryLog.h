// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Frames.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace socketio {

/// How much of the past a namespace keeps for clients that come back. What goes beyond is forgotten, the oldest first;
/// a client that needed it gets a new session and knows so.
struct RecoveryOptions {
    std::chrono::milliseconds maxDisconnection{120'000};
    qsizetype maxSessions = 10'000;     ///< of clients that are away
    qsizetype maxPackets = 10'000;      ///< of all clients together
    qint64 maxBytes = 16 * 1024 * 1024; ///< of these packets
};

/// A client's place in a namespace, kept while it is away. Packets are numbered in the order in which they were sent.
struct RecoverableSession {
    QString sid;
    QString pid;                  ///< secret: whoever knows it may continue the session
    QHash<QString, qint64> rooms; ///< by name: the number from which on packets to the room are for this client
    QJsonObject data;
    qint64 since = 0;     ///< the number from which on packets to everyone are for this client
    qint64 lastSent = -1; ///< the last packet that was sent to it; -1: none
};

/// Connection state recovery of one namespace, without I/O: the packets that were sent and the sessions that were cut.
/// `now` is milliseconds of any clock that never goes back.
///
/// The reference loses a session whose client had received nothing yet, or nothing for a long while; here `lastSent`
/// tells that such a client has missed nothing from before the cut. Two of its limits stay, as the client causes them:
/// it takes the last argument of any event for the offset if that is a string, so a volatile event that ends in one
/// costs it the session, and what the client sends is not covered.
class RecoveryLog {
public:
    explicit RecoveryLog(const RecoveryOptions &options);

    [[nodiscard]] qint64 next() const { return m_first + qint64(m_packets.size()); } ///< the next packet's number
    /// What a client is given with a packet, and gives back to say that it has this and what came before.
    [[nodiscard]] QString offsetOf(qint64 number) const;
    /// `rooms` and `except` name rooms and sockets; no rooms: everyone.
    void record(const Frames &frames, const QStringList &rooms, const QStringList &except,
                std::chrono::milliseconds now);

    void save(RecoverableSession session, std::chrono::milliseconds now);
    /// The session, if every packet that the client does not have is still here. `offset` is empty when it has none.
    [[nodiscard]] std::optional<RecoverableSession> find(const QString &pid, const QString &offset,
                                                         std::chrono::milliseconds now) const;
    struct Recovered {
        RecoverableSession session;
        std::vector<Frames> missed;
    };
    /// As find; the session is out of here then, so that it continues only once.
    [[nodiscard]] std::optional<Recovered> take(const QString &pid, const QString &offset,
                                                std::chrono::milliseconds now);

private:
    struct SentPacket {
        Frames frames;
        QStringList rooms;
        QStringList except;
        std::chrono::milliseconds at;
    };
    struct Saved {
        RecoverableSession session;
        qint64 position; ///< the number of the first packet after the cut
        std::chrono::milliseconds at;
    };

    void forgetOld(std::chrono::milliseconds now);
    [[nodiscard]] bool isOver(std::chrono::milliseconds since, std::chrono::milliseconds now) const;
    [[nodiscard]] const Saved *saved(const QString &pid, std::chrono::milliseconds now) const;
    /// The first packet that the client may not have; nothing when that is not known or not here.
    [[nodiscard]] std::optional<qint64> resumption(const Saved &saved, const QString &offset) const;

    RecoveryOptions m_options;
    QString m_start; ///< offsets of another start of the server mean nothing here
    std::deque<SentPacket> m_packets;
    qint64 m_first = 0; ///< the number of the first of them
    qint64 m_bytes = 0;
    quint64 m_saves = 0;
    std::map<quint64, Saved> m_sessions; ///< the oldest first
    QHash<QString, quint64> m_byPid;
};

} // namespace socketio
