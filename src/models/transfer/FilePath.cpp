// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/FilePath.h"

#include <QtCore/QDir>
#include <QtCore/QUrl>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

QString filePathFrom(const QString &text)
{
    QString path = text.trimmed();
    if (path.size() > 1 && path.front() == path.back() && (path.front() == u'"' || path.front() == u'\''))
        path = path.mid(1, path.size() - 2);
    if (path.startsWith("file:"_L1))
        return QUrl(path).toLocalFile();
    if (path.startsWith("~/"_L1))
        return QDir::homePath() + path.mid(1);
    return path;
}

} // namespace frontdesk::models
