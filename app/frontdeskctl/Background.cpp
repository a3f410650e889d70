// SPDX-License-Identifier: GPL-3.0-or-later
#include "Background.h"

#include "StopSignal.h"

#include <QtCore/QMutex>

#include <array>
#include <memory>
#include <thread>

#ifdef _WIN32
#include <io.h>
#else
#include <cerrno>
#include <unistd.h>
#endif

namespace frontdesk::ctl {

namespace {

/// An object that a thread may outlive: posts to it while it is there.
template <class Target>
class Door {
public:
    explicit Door(Target *target)
        : m_target(target)
    {
        QObject::connect(target, &QObject::destroyed, target, [state = m_state] {
            const QMutexLocker lock(&state->mutex);
            state->gone = true;
        });
    }
    template <class Task>
    void post(Task task) const
    {
        const QMutexLocker lock(&m_state->mutex);
        if (!m_state->gone)
            QMetaObject::invokeMethod(
                m_target, [target = m_target, task] { task(*target); }, Qt::QueuedConnection);
    }

private:
    struct State {
        QMutex mutex;
        bool gone = false;
    };
    Target *m_target;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Bytes read, 0 at the end of input.
qsizetype readInput(char *buffer, size_t size)
{
#ifdef _WIN32
    return _read(0, buffer, unsigned(size));
#else
    ssize_t count = 0;
    do
        count = ::read(STDIN_FILENO, buffer, size);
    while (count < 0 && errno == EINTR);
    return std::max<ssize_t>(count, 0);
#endif
}

/// Cuts input into lines and forgets those that are too long.
class LineCutter {
public:
    template <class Take>
    void add(QByteArrayView bytes, Take take)
    {
        for (const char byte : bytes) {
            if (byte != '\n') {
                m_tooLong = m_tooLong || m_line.size() >= LineReader::longestLine;
                if (!m_tooLong)
                    m_line += byte;
                continue;
            }
            end(take);
        }
    }
    /// The last line may have no end of its own.
    template <class Take>
    void finish(Take take)
    {
        if (!m_line.isEmpty())
            end(take);
    }

private:
    template <class Take>
    void end(Take take)
    {
        take(m_tooLong ? QByteArray() : m_line);
        m_line.clear();
        m_tooLong = false;
    }

    QByteArray m_line;
    bool m_tooLong = false;
};

} // namespace

StopWatcher::StopWatcher(QObject *parent)
    : QObject(parent)
{
    std::thread([door = Door(this), signal = std::make_shared<StopSignal>()] {
        signal->wait();
        door.post([](StopWatcher &watcher) { Q_EMIT watcher.stopRequested(); });
        // A second signal ends the program at once: `signal` restores the default.
    }).detach();
}

LineReader::LineReader(QObject *parent)
    : QObject(parent)
{
    std::thread([door = Door(this)] {
        std::array<char, 64 * 1024> buffer{};
        LineCutter cutter;
        const auto tell = [&](const QByteArray &line) {
            door.post([line](LineReader &reader) { Q_EMIT reader.lineRead(line); });
        };
        while (const qsizetype count = readInput(buffer.data(), buffer.size()))
            cutter.add({buffer.data(), count}, tell);
        cutter.finish(tell);
        door.post([](LineReader &reader) { Q_EMIT reader.ended(); });
    }).detach();
}

} // namespace frontdesk::ctl
