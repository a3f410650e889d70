// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QUrl>

namespace frontdesk::platform {

/// Where Frontdesk keeps its files, all below one root that only the person themself can read (0700). Any thread.
class DataFolders {
public:
    /// The root that this platform has for a program's data, such as ~/.local/share/frontdesk.
    static QString standardRoot();
    /// Beside it, for the demonstration: it must never touch what is real.
    static QString demoRoot();

    /// Makes the root where it is missing.
    static Result<DataFolders> open(const QString &root);

    [[nodiscard]] QString root() const { return m_root; }
    [[nodiscard]] QString settingsFile() const;
    /// Of the server inside the desktop program ("This computer").
    [[nodiscard]] QString server() const;
    /// Of one person's cache and outbox on one server: the same address and name give the same folder however they are
    /// written (upper case, a slash at the end).
    [[nodiscard]] QString account(const QUrl &server, const QString &name) const;
    /// For tokens where there is no keychain.
    [[nodiscard]] QString tokens() const;

private:
    explicit DataFolders(QString root)
        : m_root(std::move(root))
    {
    }
    QString m_root;
};

/// Makes the folder and those above it where they are missing; it is 0700 afterwards. Error `folder.unusable` with
/// words.
Result<Done> makePrivateFolder(const QString &path);

} // namespace frontdesk::platform
