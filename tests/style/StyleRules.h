// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTree.h"

#include <functional>

/// What holds in every file of the project. Pure: from a file's path and text to what is wrong with it.
namespace stylerules {

using sourcetree::Finding;

struct Rule {
    QString name;
    std::function<bool(const QString &path)> concerns;
    std::function<QVector<Finding>(const QString &path, const QString &text)> check;
};

/// `licensedPaths`: patterns of files that carry no SPDX line because REUSE.toml speaks for them.
QVector<Rule> rules(const QStringList &licensedPaths);

/// The patterns that REUSE.toml lists.
QStringList licensedPaths(const QString &reuseToml);

} // namespace stylerules
