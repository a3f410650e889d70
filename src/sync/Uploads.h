// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "store/Store.h"
#include "sync/FileProgress.h"

#include <deque>

namespace frontdesk::sync {

/// Brings files to the server before the commands that name them: each goes on from where the server is, one file at a
/// time, one piece after another, so that everything else has its turn in between. Engine thread.
class Uploads final : public QObject {
    Q_OBJECT

public:
    /// Called once: without an error when the server has all of them. Not at all after `offline`.
    using Done = std::function<void(const std::optional<Error> &)>;

    Uploads(dialect::Link &link, store::Store &store, QObject *parent = nullptr);

    void setPiece(qint64 bytes) { m_piece = bytes; } ///< the most that the server takes at a time
    void bring(const CommandId &command, const QVector<FileRef> &files, Done done);
    /// Nobody wants the rest of it any more, and its `Done` is not called. False: it is not among those that wait.
    bool callOff(const CommandId &command);
    void offline(); ///< whoever waits asks again

Q_SIGNALS:
    void progressed(const frontdesk::sync::FileProgress &progress);

private:
    /// What one command waits for.
    struct Load {
        CommandId command;
        std::deque<FileRef> files; ///< the first is on its way
        Done done;
    };
    void next();
    void ask(const FileRef &file);
    void sendFrom(const FileRef &file, qint64 offset);
    void answered(const FileRef &file, const Result<qint64> &have);
    void refused(const FileRef &file, const Error &error);
    void arrived(const FileRef &file);
    void finish(const std::optional<Error> &error);
    void stay(const FileRef &file); ///< nobody is to see it as being sent any more
    /// The same unless the connection has ended, or the file was called off, since.
    template <class Task>
    auto here(Task task);

    dialect::Link &m_link;
    store::Store &m_store;
    std::deque<Load> m_loads;
    QHash<CommandId, FileRef> m_cut; ///< on their way when their connection ended: the next one goes on with them
    qint64 m_piece;
    int m_round = 0;         ///< tells answers that count from those of earlier connections and of what was called off
    bool m_running = false;  ///< the first file of the first load is on its way
    bool m_repeated = false; ///< the file on its way has been sent twice: it was damaged
};

} // namespace frontdesk::sync
