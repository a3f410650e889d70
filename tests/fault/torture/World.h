// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Disk.h"
#include "FaultProxy.h"
#include "Programs.h"
#include "Scene.h"

#include <QtCore/QTemporaryDir>

#include <atomic>

namespace frontdesk::torture {

/// What this machine offers to a run.
struct Means {
    bool disks = false;  ///< small disks can be mounted
    QString clocks = {}; ///< the library that gives a program a clock of its own; empty: there is none
    int haste = 1;       ///< multiplies the times that something may take
};

/// Four computers with their disks, clocks and programs, and the links between them. Belongs to a thread with an event
/// loop. Throws Trouble.
class World {
public:
    World(std::uint64_t seed, const fault::Scene &scene, const Means &means);
    ~World();

    [[nodiscard]] ClientProgram &client(Computer person) { return *m_clients.at(std::size_t(person)); }
    [[nodiscard]] ServerProgram &server() { return m_server; }
    [[nodiscard]] bool isRunning(Computer computer);
    [[nodiscard]] QString serverFolder() const;

    void start(Computer computer); ///< does nothing when it is running
    void kill(Computer computer);  ///< likewise when it is not
    void stop(Computer computer);
    void strike(Computer person, fault::Fault ending);
    void setWeather(Computer person, bool bad);
    void setDisk(Computer computer, DiskState state);
    [[nodiscard]] DiskState disk(Computer computer) const;
    void setClock(Computer computer, std::chrono::seconds ahead);
    void mendAll();

    /// Looks after the clients as their persons would, until that is so: whoever is not online is told to connect, or
    /// signs in again; what has ended by itself is started again. False: it has not become so in time.
    bool lookAfter(const QVector<Computer> &persons, const std::function<bool()> &until);
    /// Programs that ended by themselves and had no reason or no words; to be asked once, at the end.
    QStringList wordlessEnds();

    /// Longer than a client itself waits for anything; a renewal of the sign-in over a dead link takes 20 s.
    [[nodiscard]] milliseconds limit() const { return std::chrono::seconds(60) * m_means.haste; }

private:
    struct Station {
        QString folder;    ///< its disk
        QString clockFile; ///< how far its clock is ahead
        std::unique_ptr<Disk> disk;
        DiskState spoilt = DiskState::Well; ///< how its disk has been while its program ran
    };
    struct Link {
        std::unique_ptr<fault::FaultProxy> proxy;
        std::shared_ptr<std::atomic<bool>> bad = std::make_shared<std::atomic<bool>>(false);
    };
    struct Care { ///< of one person for their client
        QString state;
        std::chrono::steady_clock::time_point since;
        milliseconds patience{};
    };

    [[nodiscard]] Program &program(Computer computer);
    [[nodiscard]] Station &station(Computer computer) { return m_stations.at(std::size_t(computer)); }
    [[nodiscard]] QProcessEnvironment environment(Computer computer) const;
    [[nodiscard]] QString credentials(Computer person) const;
    void leadNowhere(Computer computer);
    void noteEnding(Computer computer);
    void care(Computer person, Care &care);
    void signIn(Computer person);

    const Means m_means;
    const fault::Scene &m_scene;
    QTemporaryDir m_folder;
    std::array<Station, allComputers.size()> m_stations;
    ServerProgram m_server;
    std::array<std::unique_ptr<ClientProgram>, people.size()> m_clients;
    std::array<Link, people.size()> m_links;
    QStringList m_wordlessEnds;
};

} // namespace frontdesk::torture
