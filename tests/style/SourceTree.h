// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVector>

/// The project's own files, for tests that read them.
namespace sourcetree {

/// What a rule found in one place; its words say what to do.
struct Finding {
    QString path; ///< relative to the root
    int line = 0; ///< from 1; 0: the file as a whole
    QString words;
};

QString root();

/// Paths relative to the root, sorted; without what builds, packages and tools leave behind. No suffixes: all files.
QStringList files(const QStringList &suffixes = {});

QString read(const QString &path);

/// All findings, one a line, for a test's failure message.
QString describe(const QVector<Finding> &findings);

} // namespace sourcetree
