// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Log.h"
#include "server/live/LiveSessions.h"
#include "server/metrics/Metrics.h"
#include "server/storage/Answer.h"
#include "server/storage/FileThread.h"
#include "server/storage/Storage.h"
#include "socketio/Arguments.h"

namespace frontdesk::server {

/// How large files may be.
struct FileLimits {
    qint64 file = limits::fileBytes;  ///< bytes of one
    qint64 piece = limits::filePiece; ///< bytes that travel at a time
    qint64 quota = 0;                 ///< bytes of all
};

/// Files that clients send and fetch, piece by piece (docs/protocol.md, 3.8). Who may read one the storage says; what
/// is done on the disk is FileThread's. I/O thread.
class FileTransfers {
public:
    using RequestAnswer = std::function<void(const Result<Answer> &)>;
    struct Parts {
        Storage &storage;
        FileThread &thread;
        FileFolder folder; ///< of whole files, in the storage's thread
        FileLimits limits;
        const Clock &clock;
        const Logger &log;
        Metrics &metrics;
        /// Runs a task on the I/O thread after a while.
        std::function<void(std::chrono::milliseconds, std::function<void()>)> later;
    };
    explicit FileTransfers(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    static QStringList names();
    static bool knows(const QString &event);
    /// Only for an event that is known.
    void handle(const UserId &user, const QString &event, const socketio::Arguments &arguments,
                const RequestAnswer &answer);
    /// Removes, now and every hour, what was not finished or never named for a day.
    void tidy();
    [[nodiscard]] const FileLimits &limits() const { return m_parts.limits; }

private:
    /// One piece on its way here.
    struct Piece {
        Upload upload;
        qint64 offset = 0;
        QByteArray bytes;
        qint64 taken = 0; ///< bytes of whole files, of everybody
    };
    void put(const UserId &user, const socketio::Arguments &arguments, const RequestAnswer &answer);
    void get(const UserId &user, const QJsonObject &payload, const RequestAnswer &answer);
    void take(const Piece &piece, const RequestAnswer &answer);
    void adopt(const Upload &upload, const RequestAnswer &answer);
    void inThread(FileThread::Work work, const RequestAnswer &answer);
    void sweep(const QStringList &old);

    const Parts m_parts;
};

} // namespace frontdesk::server
