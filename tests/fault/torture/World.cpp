// SPDX-License-Identifier: GPL-3.0-or-later
#include "World.h"

#include "Person.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto heartbeat = 400ms;     ///< a silent end is found after twice this
constexpr auto shortestPatience = 1s; ///< with a connection that does not come about; doubled each time

void require(const QString &problem)
{
    if (!problem.isEmpty())
        throw Trouble{problem};
}

void write(const QString &file, const QByteArray &text)
{
    QSaveFile out(file);
    if (!out.open(QFile::WriteOnly) || out.write(text) != text.size() || !out.commit())
        throw Trouble{u"%1 cannot be written: %2"_s.arg(file, out.errorString())};
}

} // namespace

World::World(std::uint64_t seed, const fault::Scene &scene, const Means &means)
    : m_means(means)
    , m_scene(scene)
{
    for (const Computer computer : allComputers) {
        Station &made = station(computer);
        made.folder = m_folder.filePath(nameOf(computer));
        made.clockFile = made.folder + u".clock"_s;
        QDir().mkpath(made.folder);
        if (means.disks) {
            made.disk = std::make_unique<Disk>(made.folder);
            require(made.disk->mount());
        }
        setClock(computer, 0s);
    }
    QDir().mkpath(serverFolder());
    require(scene.copyTo(serverFolder()));
    for (const Computer person : people) {
        const auto index = std::size_t(person);
        write(credentials(person), toText(scene.credentials(int(index))).toUtf8());
        m_clients.at(index) = std::make_unique<ClientProgram>();
        // Until the server is started nobody is there to be led to.
        m_links.at(index).proxy =
            std::make_unique<fault::FaultProxy>(quint16(0), [seed, index, bad = m_links.at(index).bad](int connection) {
                constexpr int manyConnections = 10'000;
                return *bad ? fault::planOf(seed, int(index) * manyConnections + connection) : fault::Plan();
            });
    }
}

World::~World() = default;

Program &World::program(Computer computer)
{
    if (computer == Computer::Server)
        return m_server;
    return client(computer);
}

bool World::isRunning(Computer computer)
{
    return program(computer).isRunning();
}

QString World::serverFolder() const
{
    return m_stations.at(std::size_t(Computer::Server)).folder + u"/data"_s;
}

QString World::credentials(Computer person) const
{
    return m_stations.at(std::size_t(person)).folder + u"/credentials"_s;
}

QProcessEnvironment World::environment(Computer computer) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!m_means.clocks.isEmpty()) {
        environment.insert(u"LD_PRELOAD"_s, m_means.clocks);
        environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, m_stations.at(std::size_t(computer)).clockFile);
        environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
        environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
    }
    return environment;
}

void World::start(Computer computer)
{
    if (isRunning(computer))
        return;
    noteEnding(computer);
    Station &here = station(computer);
    here.spoilt = disk(computer);
    if (computer == Computer::Server) {
        m_server.start(serverFolder(), environment(computer), heartbeat * m_means.haste, limit());
        for (const Link &link : m_links)
            link.proxy->leadTo(quint16(m_server.port()));
        return;
    }
    client(computer).start(here.folder + u"/data"_s, credentials(computer),
                           m_links.at(std::size_t(computer)).proxy->port(), environment(computer));
}

void World::kill(Computer computer)
{
    leadNowhere(computer);
    if (isRunning(computer))
        program(computer).kill();
}

void World::stop(Computer computer)
{
    leadNowhere(computer);
    if (isRunning(computer))
        program(computer).stop();
}

// Another server may get the port.
void World::leadNowhere(Computer computer)
{
    if (computer == Computer::Server)
        for (const Link &link : m_links)
            link.proxy->leadTo(0);
}

void World::strike(Computer person, fault::Fault ending)
{
    m_links.at(std::size_t(person)).proxy->strike(ending);
}

void World::setWeather(Computer person, bool bad)
{
    *m_links.at(std::size_t(person)).bad = bad;
}

DiskState World::disk(Computer computer) const
{
    const auto &disk = m_stations.at(std::size_t(computer)).disk;
    return disk ? disk->state() : DiskState::Well;
}

void World::setDisk(Computer computer, DiskState state)
{
    Station &here = station(computer);
    if (!here.disk || here.disk->state() == state)
        return;
    const bool newMount = state == DiskState::ReadOnly || here.disk->state() == DiskState::ReadOnly;
    const bool isToRun = isRunning(computer) || program(computer).ownEnding();
    if (newMount)
        kill(computer);
    require(here.disk->become(state));
    if (state != DiskState::Well)
        here.spoilt = state;
    if (isToRun)
        start(computer);
}

void World::setClock(Computer computer, std::chrono::seconds ahead)
{
    write(station(computer).clockFile, QByteArray(ahead < 0s ? "" : "+") + QByteArray::number(qint64(ahead.count())));
}

void World::mendAll()
{
    for (const Computer person : people) {
        setWeather(person, false);
        m_links.at(std::size_t(person)).proxy->calm();
    }
    for (const Computer computer : {Computer::Server, Computer::Person1, Computer::Person2, Computer::Person3}) {
        setDisk(computer, DiskState::Well);
        setClock(computer, 0s);
        start(computer);
    }
}

bool World::lookAfter(const QVector<Computer> &persons, const std::function<bool()> &until)
{
    QHash<Computer, Care> cares;
    for (const Computer person : persons)
        cares.insert(person, {});
    return fault::waitUntil(
        [&] {
            if (m_server.ownEnding())
                start(Computer::Server);
            for (const Computer person : persons)
                care(person, cares[person]);
            return until();
        },
        limit());
}

void World::care(Computer person, Care &care)
{
    ClientProgram &program = client(person);
    if (program.ownEnding())
        start(person);
    const auto now = std::chrono::steady_clock::now();
    if (std::exchange(care.state, program.state()) != program.state()) {
        care.since = now;
        care.patience = std::max(care.patience, milliseconds(shortestPatience * m_means.haste));
    }
    if (care.state == "online"_L1 || care.state.isEmpty())
        return;
    if (care.state == "signInNeeded"_L1) {
        signIn(person);
        program.tell(u"online"_s);
    } else if (care.state == "waiting"_L1 || care.state == "offline"_L1) {
        program.tell(u"online"_s);
    } else if (now - care.since > care.patience) {
        program.tell(u"online"_s);
        care.since = now;
        care.patience *= 2;
    } else {
        return;
    }
    care.state.clear(); // one word is enough until something has come of it
}

void World::signIn(Computer person)
{
    QProcess login;
    standAlone(login);
    login.start(QStringLiteral(CTL_PROGRAM),
                {u"login"_s, u"http://127.0.0.1:%1"_s.arg(m_server.port()), nameOf(person), u"--password-stdin"_s});
    login.write(fault::Scene::password().toUtf8() + '\n');
    login.closeWriteChannel();
    if (!login.waitForFinished(int(limit().count())) || login.exitCode() != 0)
        throw Trouble{
            u"%1 cannot sign in again: %2"_s.arg(nameOf(person), QString::fromUtf8(login.readAllStandardError()))};
    client(person).tell(u"token"_s, {{u"token"_s, QString::fromUtf8(login.readAllStandardOutput().trimmed())}});
}

void World::noteEnding(Computer computer)
{
    const auto ending = program(computer).ownEnding();
    if (!ending)
        return;
    const bool hadReason = station(computer).spoilt != DiskState::Well;
    if (ending->crashed || !hadReason || ending->code != 1 || ending->words.isEmpty())
        m_wordlessEnds.append(
            u"%1 %2, code %3, and said \"%4\""_s.arg(nameOf(computer), ending->crashed ? u"crashed"_s : u"ended"_s)
                .arg(ending->code)
                .arg(ending->words.trimmed()));
}

QStringList World::wordlessEnds()
{
    for (const Computer computer : allComputers)
        noteEnding(computer);
    return m_wordlessEnds;
}

} // namespace frontdesk::torture
