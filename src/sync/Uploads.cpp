// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Uploads.h"

#include "domain/WhenDone.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace frontdesk::sync {

namespace {

constexpr qint64 usualPiece = 128 * 1024; // bytes; a slow line takes seconds for it, and a sign of life fits in between

} // namespace

Uploads::Uploads(dialect::Link &link, store::Store &store, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
    , m_piece(usualPiece)
{
}

template <class Task>
auto Uploads::here(Task task)
{
    return [this, round = m_round, task](const auto &...values) {
        if (round == m_round)
            task(values...);
    };
}

void Uploads::bring(const CommandId &command, const QVector<FileRef> &files, Done done)
{
    m_cut.remove(command);
    m_loads.push_back({command, {files.begin(), files.end()}, std::move(done)});
    next();
}

bool Uploads::callOff(const CommandId &command)
{
    const auto found =
        std::find_if(m_loads.begin(), m_loads.end(), [&](const Load &load) { return load.command == command; });
    if (found == m_loads.end()) {
        if (m_cut.contains(command))
            stay(m_cut.take(command));
        return false;
    }
    const Load load = std::move(*found);
    const bool wasFirst = found == m_loads.begin();
    m_loads.erase(found);
    for (const FileRef &file : load.files)
        stay(file);
    if (wasFirst) {
        ++m_round;
        m_running = false;
        next();
    }
    return true;
}

void Uploads::offline()
{
    ++m_round;
    if (std::exchange(m_running, false))
        m_cut.insert(m_loads.front().command, m_loads.front().files.front());
    m_loads.clear();
}

void Uploads::stay(const FileRef &file)
{
    Q_EMIT progressed({.hash = file.hash, .state = FileProgress::State::Gone, .bytes = file.size, .size = file.size});
}

void Uploads::next()
{
    if (m_running || m_loads.empty())
        return;
    m_running = true;
    m_repeated = false;
    if (m_loads.front().files.empty())
        finish({});
    else
        ask(m_loads.front().files.front());
}

void Uploads::ask(const FileRef &file)
{
    m_link.putFile(file, 0, {}, here([this, file](const Result<qint64> &have) { answered(file, have); }));
}

void Uploads::sendFrom(const FileRef &file, qint64 offset)
{
    Q_EMIT progressed({.hash = file.hash, .state = FileProgress::State::Going, .bytes = offset, .size = file.size});
    whenDone(m_store.blobs().read(file.hash, offset, std::min(m_piece, usualPiece)), this,
             here([this, file, offset](const Result<QByteArray> &bytes) {
                 if (!bytes)
                     return finish(bytes.error());
                 m_link.putFile(file, offset, bytes.value(),
                                here([this, file](const Result<qint64> &have) { answered(file, have); }));
             }));
}

void Uploads::answered(const FileRef &file, const Result<qint64> &have)
{
    if (!have)
        refused(file, have.error());
    else if (have.value() >= file.size)
        arrived(file);
    else
        sendFrom(file, have.value());
}

void Uploads::refused(const FileRef &file, const Error &error)
{
    if (error.retryAfter)
        QTimer::singleShot(*error.retryAfter, this, here([this, file] { ask(file); }));
    else if (error.code == QLatin1String("file.damaged") && !std::exchange(m_repeated, true))
        ask(file);
    else
        finish(error);
}

void Uploads::arrived(const FileRef &file)
{
    Q_EMIT progressed({.hash = file.hash, .state = FileProgress::State::Gone, .bytes = file.size, .size = file.size});
    m_loads.front().files.pop_front();
    m_running = false;
    next();
}

void Uploads::finish(const std::optional<Error> &error)
{
    const Load load = std::move(m_loads.front());
    m_loads.pop_front();
    m_running = false;
    if (error && error->code.startsWith(QLatin1String("connection.")))
        m_cut.insert(load.command, load.files.front());
    else if (error)
        stay(load.files.front());
    load.done(error); // it may bring more, or end the connection
    next();
}

} // namespace frontdesk::sync
