// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "locking/FileLock.h"

#include <memory>

namespace frontdesk::server {

/// Where a server keeps everything: `frontdesk.sqlite`, `files`, `token.key`, `server.lock`, and `address` while it
/// runs.
class DataFolder {
public:
    /// Makes the folder when it is missing; private to its owner (0700).
    static Result<DataFolder> open(const QString &path);

    [[nodiscard]] QString database() const { return file(QStringLiteral("frontdesk.sqlite")); }
    [[nodiscard]] QString files() const { return file(QStringLiteral("files")); } ///< a folder
    [[nodiscard]] QString tokenKey() const { return file(QStringLiteral("token.key")); }

    /// Held while a server uses the folder; empty when another one does. Freed by the system when its process dies.
    [[nodiscard]] std::unique_ptr<FileLock> lock() const;

    /// The address of the server that uses the folder, for programs of the same owner; empty: none.
    [[nodiscard]] QString address() const;
    void setAddress(const QString &url) const; ///< empty: none

private:
    explicit DataFolder(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }

    QString m_path;
};

} // namespace frontdesk::server
