// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Plan.h"

#include <QtCore/QtGlobal>

#include <array>
#include <functional>
#include <memory>

namespace frontdesk::fault {

/// Stands between clients and a server, and lets happen to each connection what its plan says. Nothing in it waits for
/// the clock but delays: faults come with bytes and connections. It has a thread of its own; the methods may be called
/// from any.
class FaultProxy {
public:
    /// The plan of the n-th connection, counted from 1. Called in the proxy's thread.
    using Planner = std::function<Plan(int connection)>;

    FaultProxy(quint16 serverPort, Planner planner);
    ~FaultProxy();

    [[nodiscard]] quint16 port() const;
    /// New connections are led to a server at this port. 0: nobody is there.
    void leadTo(quint16 serverPort);
    /// What happens now to all connections that are there: Cut, Reset or HalfOpen.
    void strike(Fault ending);
    /// No faults from now on: what was held is let go, what was slowed goes on at full speed, new connections have
    /// none. A connection that has lost bytes stays as it is, as it would in the world.
    void calm();

    struct Counts {
        int connections = 0;
        std::array<int, allFaults.size()> happened{}; ///< by Fault
        [[nodiscard]] int faults() const;             ///< without None
    };
    [[nodiscard]] Counts counts() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk::fault
