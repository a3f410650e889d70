// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/SharedFiles.h"

#include <algorithm>

namespace frontdesk::models {

SharedFiles::SharedFiles(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &sync::Session::fileProgressed, this, [this](const sync::FileProgress &progress) {
        for (SharedFile *file : m_files.value(progress.hash))
            file->observe(progress);
    });
}

SharedFile *SharedFiles::known(const FileRef &file) const
{
    const auto files = m_files.constFind(file.hash);
    if (files == m_files.constEnd())
        return nullptr;
    const auto found =
        std::find_if(files->begin(), files->end(), [&](const SharedFile *shared) { return shared->file() == file; });
    return found == files->end() ? nullptr : *found;
}

SharedFile *SharedFiles::of(const FileRef &file)
{
    if (SharedFile *shared = known(file))
        return shared;
    auto *shared = new SharedFile(m_session, file, this);
    m_files[file.hash].append(shared);
    return shared;
}

QObjectList SharedFiles::of(const QVector<FileRef> &files)
{
    QObjectList objects;
    for (const FileRef &file : files)
        objects.append(of(file));
    return objects;
}

} // namespace frontdesk::models
