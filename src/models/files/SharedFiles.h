// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/SharedFile.h"

#include <QtCore/QHash>

namespace frontdesk::models {

/// The files that are shown, each as one object wherever it is named. GUI thread.
class SharedFiles : public QObject {
    Q_OBJECT

public:
    explicit SharedFiles(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] SharedFile *of(const FileRef &file);
    [[nodiscard]] SharedFile *known(const FileRef &file) const; ///< null: nobody has asked for it yet
    [[nodiscard]] QObjectList of(const QVector<FileRef> &files);

private:
    sync::Session &m_session;
    QHash<QString, QVector<SharedFile *>> m_files; ///< by hash; of several names each its own
};

} // namespace frontdesk::models
