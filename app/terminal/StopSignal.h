// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace frontdesk {

/// Waits until somebody asks the program to end (SIGTERM, SIGINT). One at a time; made before anything that takes long,
/// so that no request is missed.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    void wait();
    /// Becomes readable with the first request, for programs with an event loop; -1: there is none.
    [[nodiscard]] int descriptor() const { return m_readEnd; }

private:
    int m_readEnd = -1;
};

} // namespace frontdesk
