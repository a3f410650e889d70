// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace sourcetree {

namespace {

bool isForeign(const QString &folder)
{
    return folder == QLatin1String("build") || folder == QLatin1String("node_modules") ||
           (folder.startsWith(u'.') && folder != QLatin1String(".ci"));
}

void collect(const QDir &folder, const QString &prefix, const QStringList &suffixes, QStringList &found)
{
    const QFileInfoList entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (entry.isSymLink() || entry.fileName() == QLatin1String(".git")) { // in a worktree it is a file
            continue;
        }
        const QString path = prefix + entry.fileName();
        if (entry.isDir()) {
            if (!isForeign(entry.fileName())) {
                collect(QDir(entry.filePath()), path + u'/', suffixes, found);
            }
        } else if (suffixes.isEmpty() || suffixes.contains(entry.suffix())) {
            found.append(path);
        }
    }
}

} // namespace

QString root()
{
    return QStringLiteral(FRONTDESK_SOURCE_DIR);
}

QStringList files(const QStringList &suffixes)
{
    QStringList found;
    collect(QDir(root()), {}, suffixes, found);
    found.sort();
    return found;
}

QString read(const QString &path)
{
    QFile file(root() + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString describe(const QVector<Finding> &findings)
{
    QString text = QStringLiteral("%1 found:\n").arg(findings.size());
    for (const Finding &finding : findings) {
        text += QStringLiteral("%1:%2: %3\n").arg(finding.path).arg(finding.line).arg(finding.words);
    }
    return text;
}

} // namespace sourcetree
