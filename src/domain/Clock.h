// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace frontdesk {

using std::chrono::milliseconds;

/// Time is injected so that every timing is tested without sleeping. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01T00:00:00Z; may jump.
    [[nodiscard]] virtual milliseconds utc() const = 0;
    /// Milliseconds that only grow; for durations and deadlines.
    [[nodiscard]] virtual milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] milliseconds utc() const override;
    [[nodiscard]] milliseconds monotonic() const override;
};

/// A clock that stands still until it is told otherwise. Not thread-safe: for tests in one thread.
class FakeClock final : public Clock {
public:
    explicit FakeClock(milliseconds utc = milliseconds(1'700'000'000'000))
        : m_utc(utc)
    {
    }
    [[nodiscard]] milliseconds utc() const override { return m_utc; }
    [[nodiscard]] milliseconds monotonic() const override { return m_monotonic; }
    void advance(milliseconds by)
    {
        m_utc += by;
        m_monotonic += by;
    }
    void jumpUtc(milliseconds by) { m_utc += by; }

private:
    milliseconds m_utc;
    milliseconds m_monotonic{1000};
};

} // namespace frontdesk
