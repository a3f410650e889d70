// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayerRules.h"

#include <QtCore/QRegularExpression>

namespace layerrules {

namespace {

QSet<QString> words(const QString &text)
{
    const QStringList list = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.cbegin(), list.cend());
}

/// Follows what `library` may use; true when it comes back to one that is on the path.
bool closes(const Allowances &allowances, const QString &library, QStringList &path)
{
    path.append(library);
    for (const QString &used : allowances.value(library).libraries) {
        if (path.contains(used) || closes(allowances, used, path)) {
            return true;
        }
    }
    path.removeLast();
    return false;
}

} // namespace

Allowances parse(const QString &text)
{
    Allowances allowances;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (line.startsWith(u'#') || colon < 0) {
            continue;
        }
        const QString rest = line.mid(colon + 1);
        allowances.insert(line.left(colon), {words(rest.section(u'|', 0, 0)), words(rest.section(u'|', 1))});
    }
    return allowances;
}

QStringList cycle(const Allowances &allowances)
{
    for (auto it = allowances.cbegin(); it != allowances.cend(); ++it) {
        QStringList path;
        if (closes(allowances, it.key(), path)) {
            return path;
        }
    }
    return {};
}

QVector<Finding> checkIncludes(const Allowances &allowances, const QString &path, const QString &text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
    const QString library = path.section(u'/', 1, 1);
    const auto allowance = allowances.constFind(library);
    if (allowance == allowances.cend()) {
        return {{path, 0, QStringLiteral("\"%1\" is not in allowed.txt").arg(library)}};
    }
    QVector<Finding> findings;
    int number = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        const auto match = include.match(line.toString());
        if (!match.hasMatch()) {
            continue;
        }
        const QString used = match.captured(1).section(u'/', 0, 0);
        if (used == QLatin1String("..")) {
            findings.append({path, number, QStringLiteral("includes are relative to src/")});
        } else if (used != library && allowances.contains(used) && !allowance->libraries.contains(used)) {
            findings.append({path, number, QStringLiteral("\"%1\" may not use \"%2\"").arg(library, used)});
        }
    }
    return findings;
}

Links parseLinks(const QString &text)
{
    Links links;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("target "))) {
            links.targets.append(line.section(u' ', 1));
        } else {
            links.linked.append(line);
        }
    }
    return links;
}

QVector<Finding> checkLinks(const Allowances &allowances, const QMap<QString, Links> &links)
{
    QHash<QString, QString> libraryOf;
    for (auto it = links.cbegin(); it != links.cend(); ++it) {
        for (const QString &target : it->targets) {
            libraryOf.insert(target, it.key());
        }
    }
    QVector<Finding> findings;
    for (auto it = links.cbegin(); it != links.cend(); ++it) {
        const Allowance allowance = allowances.value(it.key());
        for (const QString &linked : it->linked) {
            const QString used = libraryOf.value(linked, linked);
            if (used != QLatin1String("frontdesk_flags") && used != it.key() && !allowance.libraries.contains(used) &&
                !allowance.outside.contains(used)) {
                findings.append({QStringLiteral("src/%1/CMakeLists.txt").arg(it.key()), 0,
                                 QStringLiteral("\"%1\" may not link \"%2\"").arg(it.key(), linked)});
            }
        }
    }
    return findings;
}

} // namespace layerrules
