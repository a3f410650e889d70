// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ColumnMapping.h"

#include "domain/SearchText.h"
#include "exchange/HeadingNames.h"

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

constexpr int mostTelling = -1; ///< before every rank of the known headings

/// What names a field for sure, by its folded text: its name, its label in the person's language, a custom field's
/// name.
QHash<QString, QString> sureNames(const QVector<DraftField> &fields, const QVector<CustomField> &custom)
{
    QHash<QString, QString> names;
    for (const DraftField &field : fields) {
        for (const QString &name : {field.target, labelOf(field.target, custom)}) {
            const QString folded = search::fold(name).text;
            if (!folded.isEmpty() && !names.contains(folded))
                names.insert(folded, field.target);
        }
    }
    return names;
}

} // namespace

ColumnMapping guessMapping(const QString &kind, const QStringList &headings, const QVector<CustomField> &custom)
{
    const QVector<DraftField> fields = draftFieldsOf(kind, custom);
    const QHash<QString, QString> names = sureNames(fields, custom);
    QVector<std::optional<HeadingMeaning>> meanings;
    QMap<QString, std::pair<int, int>> best; // of each target: number and rank
    for (const QString &heading : headings) {
        auto meaning = meaningOf(heading, kind);
        const QString sure = names.value(search::fold(heading).text);
        if (!sure.isEmpty() && (!meaning || meaning->target != sure))
            meaning = HeadingMeaning{.target = sure, .rank = mostTelling};
        meanings.append(meaning);
        if (!meaning)
            continue;
        const std::pair place(meaning->number, meaning->rank);
        const auto found = best.constFind(meaning->target);
        if (found == best.cend() || place < *found)
            best.insert(meaning->target, place);
    }
    ColumnMapping mapping{.kind = kind, .targets = {}};
    for (const auto &meaning : meanings) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&meaning](const DraftField &each) {
            return meaning && each.target == meaning->target;
        });
        const bool taken =
            field != fields.end() && (field->shape == DraftShape::List || field->shape == DraftShape::Note ||
                                      std::pair(meaning->number, meaning->rank) == best.value(meaning->target));
        const bool again = taken && !takesSeveral(field->shape) && field->shape != DraftShape::Part &&
                           mapping.targets.contains(field->target);
        mapping.targets.append(taken && !again ? field->target : QString());
    }
    return mapping;
}

QString guessKind(const QStringList &headings)
{
    const auto score = [&headings](const QString &kind) {
        const QStringList targets = guessMapping(kind, headings).targets;
        qsizetype known = targets.size() - targets.count(QString());
        // What only this kind has says more than a name or an address.
        static const QStringList telling{QStringLiteral("givenName"), QStringLiteral("familyName"),
                                         QStringLiteral("website"),   QStringLiteral("value"),
                                         QStringLiteral("stage"),     QStringLiteral("expectedClose"),
                                         QStringLiteral("job")};
        for (const QString &target : telling)
            known += targets.contains(target) ? 2 : 0;
        return known;
    };
    QString best = QStringLiteral("contact");
    for (const QString &kind : {QStringLiteral("company"), QStringLiteral("deal")}) {
        if (score(kind) > score(best))
            best = kind;
    }
    return best;
}

ColumnMapping fullMapping(const QString &kind, const QVector<CustomField> &custom)
{
    ColumnMapping mapping{.kind = kind, .targets = {}};
    for (const DraftField &field : draftFieldsOf(kind, custom)) {
        if (field.shape != DraftShape::Part)
            mapping.targets.append(field.target);
    }
    return mapping;
}

QStringList headingsOf(const ColumnMapping &mapping, const QVector<CustomField> &custom)
{
    QStringList headings;
    for (const QString &target : mapping.targets)
        headings.append(labelOf(target, custom));
    return headings;
}

} // namespace frontdesk::exchange
