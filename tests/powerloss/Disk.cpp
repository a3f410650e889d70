// SPDX-License-Identifier: GPL-3.0-or-later
#include "Disk.h"

#include <algorithm>

namespace frontdesk::powerloss {

namespace {

/// One of the things that something was, the last of them being what it is.
template <class T>
const T &oneOf(const std::vector<T> &earlier, const T &now, Random &random)
{
    const size_t index = random() % (earlier.size() + 1);
    return index < earlier.size() ? earlier[index] : now;
}

} // namespace

void Inode::remember(qint64 from, qint64 to)
{
    for (qint64 sector = from / sectorSize; sector * sectorSize < to; ++sector)
        m_sectors[sector].push_back(m_content.mid(sector * sectorSize, sectorSize));
}

void Inode::write(qint64 offset, QByteArrayView bytes)
{
    const qint64 end = offset + bytes.size();
    remember(offset, end);
    if (end > m_content.size()) {
        m_sizes.push_back(m_content.size());
        m_content.append(end - m_content.size(), '\0');
    }
    std::copy(bytes.begin(), bytes.end(), m_content.begin() + offset);
}

void Inode::truncate(qint64 size)
{
    remember(size, m_content.size());
    m_sizes.push_back(m_content.size());
    m_content.resize(size);
}

void Inode::sync()
{
    m_sectors.clear();
    m_sizes.clear();
}

QByteArray Inode::survivor(Random &random) const
{
    enum { NothingUnsynced, EverythingWritten, AnyMixture, kinds = 6 };
    const auto kind = random() % kinds; // mostly mixtures
    QByteArray bytes = m_content;
    if (kind == EverythingWritten)
        return bytes;
    for (const auto &[sector, earlier] : m_sectors) {
        const QByteArray now = m_content.mid(sector * sectorSize, sectorSize);
        const QByteArray kept = kind == NothingUnsynced ? earlier.front() : oneOf(earlier, now, random);
        const qint64 begin = sector * sectorSize;
        if (bytes.size() < begin + kept.size())
            bytes.append(begin + kept.size() - bytes.size(), '\0');
        std::copy(kept.begin(), kept.end(), bytes.begin() + begin);
        // A sector that was shorter then: what is behind its end was not yet written.
        const qint64 end = std::min<qint64>(bytes.size(), begin + sectorSize);
        std::fill(bytes.begin() + begin + kept.size(), bytes.begin() + end, '\0');
    }
    const qint64 size = kind == NothingUnsynced && !m_sizes.empty() ? m_sizes.front()
                                                                    : oneOf(m_sizes, qint64(m_content.size()), random);
    if (bytes.size() < size)
        bytes.append(size - bytes.size(), '\0');
    bytes.truncate(size);
    return bytes;
}

void Disk::hold(const QString &path, const QByteArray &durable)
{
    m_names[path] = {std::make_shared<Inode>(durable)};
}

Disk::File Disk::open(const QString &path, const QByteArray &content)
{
    std::vector<File> &meanings = m_names[path];
    if (meanings.empty())
        meanings.push_back(nullptr);
    if (!meanings.back())
        meanings.push_back(std::make_shared<Inode>(content));
    return meanings.back();
}

void Disk::remove(const QString &path)
{
    m_names[path].push_back(nullptr);
}

void Disk::syncFolder()
{
    for (std::vector<File> &meanings : m_names)
        meanings = {meanings.back()};
}

QMap<QString, QByteArray> Disk::survivors(Random &random) const
{
    QMap<QString, QByteArray> files;
    for (auto name = m_names.begin(); name != m_names.end(); ++name)
        if (const File &file = name.value()[random() % name.value().size()])
            files.insert(name.key(), file->survivor(random));
    return files;
}

} // namespace frontdesk::powerloss
