// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "store/Store.h"
#include "sync/FileProgress.h"

#include <deque>

namespace frontdesk::sync {

/// Fetches files that somebody wants to see, one at a time and piece by piece, from where they were left. What is
/// wanted without a connection comes with the next one. Engine thread.
class Downloads final : public QObject {
    Q_OBJECT

public:
    Downloads(dialect::Link &link, store::Store &store, QObject *parent = nullptr);

    void setPiece(qint64 bytes) { m_piece = bytes; } ///< the most that the server gives at a time
    void fetch(const FileRef &file);                 ///< again changes nothing
    void online();
    void offline();

Q_SIGNALS:
    void progressed(const frontdesk::sync::FileProgress &progress);

private:
    void next();
    void fetchFrom(const FileRef &file, qint64 offset);
    void answered(const FileRef &file, qint64 offset, const Result<dialect::FilePart> &part);
    void kept(const FileRef &file, const Result<store::BlobState> &state);
    void failed(const FileRef &file, const Error &error);
    void finish(const FileProgress &progress);
    /// The same unless the connection has ended since.
    template <class Task>
    auto here(Task task);

    dialect::Link &m_link;
    store::Store &m_store;
    std::deque<FileRef> m_wanted; ///< the first is on its way
    qint64 m_piece;
    bool m_online = false;
    bool m_running = false;
    int m_connection = 0;    ///< tells answers of this one from those of earlier ones
    bool m_repeated = false; ///< the file on its way is fetched a second time: it was damaged
};

} // namespace frontdesk::sync
