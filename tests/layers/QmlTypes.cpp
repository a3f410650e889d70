// SPDX-License-Identifier: GPL-3.0-or-later
#include "QmlTypes.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

namespace qmltypes {

namespace {

QSet<QString> namedIn(QString text, const Sources &sources)
{
    static const QRegularExpression apart(QStringLiteral("//[^\\n]*|\"[^\"\\n]*\""));
    static const QRegularExpression word(QStringLiteral("\\b[A-Z]\\w+"));
    text.remove(apart);
    QSet<QString> named;
    for (auto match = word.globalMatch(text); match.hasNext();)
        if (const QString name = match.next().captured(); sources.contains(name))
            named.insert(name);
    return named;
}

} // namespace

QSet<QString> loadedWith(const QString &type, const Sources &sources)
{
    QSet<QString> loaded;
    QStringList next{type};
    while (!next.isEmpty()) {
        const QString name = next.takeLast();
        if (loaded.contains(name))
            continue;
        loaded.insert(name);
        next += namedIn(sources[name], sources).values();
    }
    return loaded;
}

} // namespace qmltypes
