// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/SteadyClock.h"

#include <QtCore/QTimer>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace engineio {

/// Wakes its owner at a deadline that moves with every frame. Setting a timer anew costs more than a wake-up in vain,
/// so one that is set for an earlier moment stays: the owner looks at the time anyway, and then says what is due next.
class DeadlineTimer {
public:
    explicit DeadlineTimer(std::function<void()> wake)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(wake));
    }

    /// `due`: as steadyNow() counts; empty: nothing is.
    void set(std::optional<std::chrono::milliseconds> due)
    {
        if (!due || (m_timer.isActive() && m_due <= *due))
            return;
        m_due = *due;
        m_timer.start(std::max(std::chrono::milliseconds(0), *due - steadyNow()));
    }
    void stop() { m_timer.stop(); }

private:
    QTimer m_timer;
    std::chrono::milliseconds m_due{}; ///< when it is active
};

} // namespace engineio
