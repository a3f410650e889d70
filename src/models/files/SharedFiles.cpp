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

SharedFile *SharedFiles::of(const FileRef &file)
{
    QVector<SharedFile *> &files = m_files[file.hash];
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const SharedFile *known) { return known->file() == file; });
    if (found != files.end())
        return *found;
    files.append(new SharedFile(m_session, file, this));
    return files.constLast();
}

QObjectList SharedFiles::of(const QVector<FileRef> &files)
{
    QObjectList objects;
    for (const FileRef &file : files)
        objects.append(of(file));
    return objects;
}

} // namespace frontdesk::models
