// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DraftWriter.h"

#include "domain/Money.h"
#include "exchange/ValueText.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace frontdesk::exchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using L = QLatin1String;

/// "1.234" would be read as a thousand by some; one more zero says what the point is.
QString unmistakable(const QString &decimal)
{
    constexpr qsizetype groupLength = 3;
    const qsizetype point = decimal.indexOf(u'.');
    return point >= 0 && decimal.size() - point - 1 == groupLength ? decimal + u'0' : decimal;
}

QString amountText(const QJsonObject &value, bool withCurrency)
{
    if (value.isEmpty())
        return {};
    const QString amount = unmistakable(value[L("amount")].toString());
    return withCurrency ? amount + u' ' + value[L("currency")].toString() : amount;
}

QString valueText(const QJsonValue &value, DraftShape shape)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    if (shape == DraftShape::Percent)
        return value.isDouble() ? QString::number(value.toInteger()) : QString();
    return shape == DraftShape::Number ? unmistakable(value.toString()) : value.toString();
}

QString cellOf(const RecordDraft &draft, const DraftField &field, bool hasCurrency)
{
    switch (field.shape) {
    case DraftShape::List:
        return entriesText(draft.lists.value(field.target));
    case DraftShape::Name:
        return draft.names.value(field.target);
    case DraftShape::Note:
        return draft.note;
    case DraftShape::Amount:
        return amountText(draft.set.value(field.target).toObject(), !hasCurrency);
    case DraftShape::Currency:
        return draft.set.value(L("value")).toObject()[L("currency")].toString();
    case DraftShape::Part:
        return {}; // an address is kept whole
    default:
        return valueText(draft.set.value(field.target), field.shape);
    }
}

} // namespace

QStringList rowOf(const RecordDraft &draft, const ColumnMapping &mapping, const QVector<CustomField> &custom)
{
    QHash<QString, DraftField> fields;
    for (const DraftField &field : draftFieldsOf(mapping.kind, custom))
        fields.insert(field.target, field);
    const bool hasCurrency = mapping.targets.contains(QStringLiteral("value.currency"));
    QStringList row;
    for (const QString &target : mapping.targets) {
        const auto field = fields.constFind(target);
        row.append(field == fields.cend() ? QString() : cellOf(draft, *field, hasCurrency));
    }
    return row;
}

Card cardOf(const RecordDraft &draft, const QString &uid)
{
    const auto text = [&draft](L field) { return draft.set.value(field).toString(); };
    Card card{.name = text(L("name")),
              .givenName = text(L("givenName")),
              .familyName = text(L("familyName")),
              .emails = draft.lists.value(QStringLiteral("emails")),
              .phones = draft.lists.value(QStringLiteral("phones")),
              .company = draft.names.value(draftnames::company),
              .job = text(L("job")),
              .address = text(L("address")),
              .note = draft.note,
              .tags = draft.lists.value(QStringLiteral("tags")),
              .uid = uid};
    if (draft.kind == L("company"))
        card.company = card.name;
    return card;
}

} // namespace frontdesk::exchange
