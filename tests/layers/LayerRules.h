// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTree.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

/// Which library may use which. Pure.
namespace layerrules {

using sourcetree::Finding;

struct Allowance {
    QSet<QString> libraries; ///< of this project
    QSet<QString> outside;   ///< link targets of others
};
using Allowances = QMap<QString, Allowance>;

Allowances parse(const QString &text);

/// A cycle among the allowed libraries, as their names; empty when there is none.
QStringList cycle(const Allowances &allowances);

/// `path` is relative to the root, as in src/store/Store.cpp.
QVector<Finding> checkIncludes(const Allowances &allowances, const QString &path, const QString &text);

/// What the targets of one library's folder link; a folder may have several, such as a client's and a server's part.
struct Links {
    QStringList targets;
    QStringList linked;
};
/// Lines `target NAME`, each followed by what that target links.
Links parseLinks(const QString &text);

/// `links`: of every library, by its name.
QVector<Finding> checkLinks(const Allowances &allowances, const QMap<QString, Links> &links);

} // namespace layerrules
