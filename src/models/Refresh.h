// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/WhenDone.h"
#include "sync/Session.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <algorithm>
#include <functional>

namespace frontdesk::models {

/// The rest of lists of everything after a read that `took` so long. Each page of a long journal concerns them; and one
/// that takes longer than a frame must not keep a core busy while changes come all the time, as in an import.
inline std::chrono::milliseconds restOfList(const sync::Session &session, std::chrono::milliseconds took)
{
    constexpr std::chrono::milliseconds frame{16}, whileCatchingUp{250}, longest{1000};
    if (session.status().state == connection::State::CatchingUp)
        return whileCatchingUp;
    return took > frame ? std::min(10 * took, longest) : std::chrono::milliseconds{};
}

/// Reads something and shows it, one read at a time: requests during a read cause exactly one more, after a rest. GUI
/// thread.
template <class T>
class Refresh {
public:
    using Rest = std::function<std::chrono::milliseconds(std::chrono::milliseconds took)>;

    /// `context` owns this.
    Refresh(QObject *context, std::function<QFuture<T>()> read, std::function<void(T)> show, Rest rest = {})
        : m_context(context)
        , m_read(std::move(read))
        , m_show(std::move(show))
        , m_rest(std::move(rest))
    {
        m_resting.setSingleShot(true);
        QObject::connect(&m_resting, &QTimer::timeout, context, [this] { this->read(); });
    }

    /// Something has changed.
    void request()
    {
        if (m_reading)
            m_again = true;
        else if (m_resting.isActive())
            return;
        else if (m_rested.hasExpired())
            read();
        else
            m_resting.start(int(m_rested.remainingTime()));
    }

    /// A person waits for it: without a rest.
    void requestNow()
    {
        if (m_reading)
            m_again = m_hurry = true;
        else
            read();
    }

    /// Whether what is shown now is about to be replaced.
    [[nodiscard]] bool running() const { return m_reading || m_resting.isActive(); }

private:
    void read()
    {
        m_resting.stop();
        m_reading = true;
        m_took.start();
        whenDone(m_read(), m_context, [this](T value) {
            m_reading = false;
            if (m_rest)
                m_rested.setRemainingTime(m_rest(std::chrono::milliseconds(m_took.elapsed())));
            const bool hurry = std::exchange(m_hurry, false);
            if (std::exchange(m_again, false))
                hurry ? read() : request();
            m_show(std::move(value)); // last: what is shown may close the page that owns this
        });
    }

    QObject *m_context;
    std::function<QFuture<T>()> m_read;
    std::function<void(T)> m_show;
    Rest m_rest;
    QTimer m_resting;
    QDeadlineTimer m_rested{0};
    QElapsedTimer m_took;
    bool m_reading = false;
    bool m_again = false;
    bool m_hurry = false; ///< somebody waits for the read after this one
};

} // namespace frontdesk::models
