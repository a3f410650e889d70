// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Downloads.h"

#include "domain/WhenDone.h"
#include "sync/LaterAgain.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace frontdesk::sync {

namespace {

constexpr qint64 usualPiece = 128 * 1024;                // bytes
constexpr std::chrono::milliseconds betweenTries{2'000}; // when an answer did not come in time

} // namespace

Downloads::Downloads(dialect::Link &link, store::Store &store, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
    , m_piece(usualPiece)
{
}

template <class Task>
auto Downloads::here(Task task)
{
    return [this, connection = m_connection, task](const auto &...values) {
        if (connection == m_connection)
            task(values...);
    };
}

void Downloads::fetch(const FileRef &file)
{
    const bool isWanted =
        std::any_of(m_wanted.begin(), m_wanted.end(), [&](const FileRef &wanted) { return wanted.hash == file.hash; });
    if (isWanted)
        return;
    m_wanted.push_back(file);
    Q_EMIT progressed({.hash = file.hash, .state = FileProgress::State::Coming, .bytes = 0, .size = file.size});
    next();
}

void Downloads::online()
{
    m_online = true;
    next();
}

void Downloads::offline()
{
    m_online = false;
    m_running = false;
    ++m_connection;
}

void Downloads::next()
{
    if (!m_online || m_running || m_wanted.empty())
        return;
    m_running = true;
    m_repeated = false;
    const FileRef file = m_wanted.front();
    whenDone(m_store.blobs().state(file), this,
             here([this, file](const store::BlobState &state) { kept(file, state); }));
}

void Downloads::fetchFrom(const FileRef &file, qint64 offset)
{
    Q_EMIT progressed({.hash = file.hash, .state = FileProgress::State::Coming, .bytes = offset, .size = file.size});
    m_link.getFile(file.hash, offset, std::min(m_piece, usualPiece),
                   here([this, file, offset](const Result<dialect::FilePart> &part) { answered(file, offset, part); }));
}

void Downloads::answered(const FileRef &file, qint64 offset, const Result<dialect::FilePart> &part)
{
    if (!part)
        return failed(file, part.error());
    whenDone(m_store.blobs().append(file, offset, part.value().bytes), this,
             here([this, file](const Result<store::BlobState> &state) { kept(file, state); }));
}

void Downloads::kept(const FileRef &file, const Result<store::BlobState> &state)
{
    if (!state)
        failed(file, state.error());
    else if (state.value().here)
        finish({.hash = file.hash, .state = FileProgress::State::Here, .bytes = file.size, .size = file.size});
    else
        fetchFrom(file, state.value().bytes);
}

void Downloads::failed(const FileRef &file, const Error &error)
{
    if (endedWithTheConnection(error)) {
        m_running = false; // it goes on with the next connection, of which may be heard before of the end of this one
        return;
    }
    const bool timedOut = error.code == QLatin1String("connection.timedOut");
    if (error.retryAfter || timedOut)
        QTimer::singleShot(error.retryAfter.value_or(betweenTries), this, here([this] {
                               m_running = false;
                               next();
                           }));
    else if (error.code == QLatin1String("file.damaged") && !std::exchange(m_repeated, true))
        fetchFrom(file, 0);
    else
        finish(
            {.hash = file.hash, .state = FileProgress::State::Failed, .bytes = 0, .size = file.size, .error = error});
}

void Downloads::finish(const FileProgress &progress)
{
    m_wanted.pop_front();
    m_running = false;
    Q_EMIT progressed(progress);
    next();
}

} // namespace frontdesk::sync
