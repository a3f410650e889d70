// SPDX-License-Identifier: GPL-3.0-or-later
#include "Power.h"

#include "Vfs.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <atomic>

namespace frontdesk::powerloss {

namespace {

std::atomic<Power *> thePower = nullptr;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Power::Power(const QString &folder, std::uint64_t seed, qint64 changes, ForcedPragmas forced)
    : m_folder(folder)
    , m_prefix(folder + QLatin1Char('/'))
    , m_forced(std::move(forced))
    , m_random(seed)
    , m_left(changes)
{
    installVfs();
    QDir().mkpath(folder);
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.sqlite*")}, QDir::Files);
    for (const QFileInfo &file : files)
        m_disk.hold(file.filePath(), contentOf(file.filePath()));
    thePower = this;
}

Power::~Power()
{
    thePower = nullptr;
}

Power *Power::current()
{
    return thePower;
}

bool Power::isOn() const
{
    const std::lock_guard lock(m_mutex);
    return m_on;
}

void Power::cut()
{
    const std::lock_guard lock(m_mutex);
    cutLocked();
}

void Power::cutLocked()
{
    if (std::exchange(m_on, false))
        m_survivors = m_disk.survivors(m_random);
}

Disk::File Power::open(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    return m_on ? m_disk.open(path, contentOf(path)) : nullptr;
}

bool Power::change(const std::function<void(Disk &)> &note)
{
    const std::lock_guard lock(m_mutex);
    if (!m_on)
        return false;
    const bool last = --m_left <= 0;
    const bool reachedTheDisk = !last || m_random() % 2 == 0;
    if (reachedTheDisk)
        note(m_disk);
    if (last)
        cutLocked();
    return !last;
}

void Power::writeSurvivors(const QString &folder) const
{
    QDir().mkpath(folder);
    for (auto file = m_survivors.begin(); file != m_survivors.end(); ++file) {
        QFile written(folder + QLatin1Char('/') + file.key().mid(m_prefix.size()));
        if (!written.open(QFile::WriteOnly) || written.write(file.value()) != file.value().size())
            qFatal("%s cannot be written", qPrintable(written.fileName()));
    }
}

} // namespace frontdesk::powerloss
