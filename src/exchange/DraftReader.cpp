// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DraftReader.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using L = QLatin1String;

const QString addressTarget = QStringLiteral("address");
const QString amountTarget = QStringLiteral("value");
const QString currencyTarget = QStringLiteral("value.currency");
const QString nameTarget = QStringLiteral("name");

/// The lines of a text without spaces at their ends and without empty ones at the ends of the text.
QString tidyLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = line.trimmed();
    return lines.join(u'\n').trimmed();
}

} // namespace

DraftReader::DraftReader(ColumnMapping mapping, ReadingRules rules, QVector<CustomField> custom)
    : m_mapping(std::move(mapping))
    , m_rules(std::move(rules))
    , m_custom(std::move(custom))
    , m_fields(draftFieldsOf(m_mapping.kind, m_custom))
    , m_address(draftField(m_mapping.kind, addressTarget, {}))
    , m_longestName(draftField(m_mapping.kind, nameTarget, {}).value_or(DraftField()).longest)
{
}

RecordDraft DraftReader::draftOf(const QStringList &row) const
{
    Texts texts;
    for (qsizetype i = 0; i < std::min(row.size(), m_mapping.targets.size()); ++i) {
        const QString text = row[i].trimmed();
        if (!m_mapping.targets[i].isEmpty() && !text.isEmpty())
            texts[m_mapping.targets[i]].append(text);
    }
    return made(texts);
}

RecordDraft DraftReader::draftOf(const Card &card)
{
    Texts texts;
    const auto add = [&texts](const char *target, const QString &text) {
        if (!text.trimmed().isEmpty())
            texts[QString::fromLatin1(target)].append(text.trimmed());
    };
    add("name", card.name);
    add("givenName", card.givenName);
    add("familyName", card.familyName);
    add("emails", entriesText(card.emails));
    add("phones", entriesText(card.phones));
    add("company", card.company);
    add("job", card.job);
    add("address", card.address);
    add("note", card.note);
    add("tags", entriesText(card.tags));
    return DraftReader({.kind = QStringLiteral("contact"), .targets = {}}, {}).made(texts);
}

RecordDraft DraftReader::made(const Texts &texts) const
{
    RecordDraft draft{.kind = m_mapping.kind};
    for (const DraftField &field : m_fields) {
        const QStringList found = texts.value(field.target);
        if (!found.isEmpty())
            take(draft, field, found);
    }
    takeAmount(draft, texts);
    takeAddress(draft, texts);
    takeName(draft, texts);
    return draft;
}

void DraftReader::take(RecordDraft &draft, const DraftField &field, const QStringList &texts) const
{
    switch (field.shape) {
    case DraftShape::List:
        takeList(draft, field, texts);
        return;
    case DraftShape::Amount:
    case DraftShape::Currency:
    case DraftShape::Part:
        return; // together with others
    case DraftShape::Name:
    case DraftShape::Note: {
        const QString text =
            field.shape == DraftShape::Note ? tidyLines(texts.join(u'\n')) : texts.first().simplified();
        if (const QString tooLong = problemWithLength(text, field.longest); !tooLong.isEmpty())
            wrong(draft, field.target, tooLong);
        else if (field.shape == DraftShape::Note)
            draft.note = text;
        else
            draft.names.insert(field.target, text);
        return;
    }
    default:
        break;
    }
    const bool several = field.shape == DraftShape::Lines;
    const auto value = readValue(several ? tidyLines(texts.join(u'\n')) : texts.first(), field, m_rules);
    if (value)
        draft.set.insert(field.target, value.value());
    else
        wrong(draft, field.target, value.error().message);
}

void DraftReader::takeList(RecordDraft &draft, const DraftField &field, const QStringList &texts) const
{
    QStringList &list = draft.lists[field.target];
    for (const QString &text : texts) {
        for (const QString &entry : readEntries(text, field.target)) {
            if (list.contains(entry))
                continue;
            if (const QString problem = problemWithEntry(entry, field); !problem.isEmpty())
                wrong(draft, field.target, problem);
            else if (list.size() < mostEntries)
                list.append(entry);
            else
                wrong(draft, field.target, Words::tr("there are more than %1").arg(mostEntries));
        }
    }
    if (list.isEmpty())
        draft.lists.remove(field.target);
}

void DraftReader::takeAmount(RecordDraft &draft, const Texts &texts) const
{
    const QString amount = texts.value(amountTarget).value(0);
    if (amount.isEmpty())
        return;
    const QString currency = texts.value(currencyTarget).value(0).toUpper();
    const auto read = money::read(amount, currency.isEmpty() ? m_rules.currency : currency, m_rules.decimalSign);
    if (!read)
        wrong(draft, amountTarget, read.error().message);
    else if (!currency.isEmpty() && read.value().currency != currency)
        wrong(draft, amountTarget, Words::tr("“%1” is not in %2").arg(amount, currency));
    else
        draft.set.insert(amountTarget, money::toJson(read.value()));
}

void DraftReader::takeAddress(RecordDraft &draft, const Texts &texts) const
{
    if (draft.set.contains(addressTarget))
        return;
    const auto part = [&texts](const char *name) {
        return texts.value(QStringLiteral("address.") + QString::fromLatin1(name));
    };
    const QString town = QStringList(part("code") + part("city")).join(u' ');
    QStringList lines = part("street") + QStringList(town) + part("region") + part("country");
    lines.removeAll(QString());
    if (!lines.isEmpty() && m_address)
        take(draft, *m_address, {lines.join(u'\n')});
}

void DraftReader::takeName(RecordDraft &draft, const Texts &texts) const
{
    if (draft.set.contains(nameTarget))
        return;
    const QString person =
        QString(draft.set.value(L("givenName")).toString() + u' ' + draft.set.value(L("familyName")).toString())
            .trimmed();
    const QStringList others = draft.kind == L("contact")
                                   ? QStringList{person, draft.names.value(draftnames::company),
                                                 draft.lists.value(QStringLiteral("emails")).value(0),
                                                 draft.lists.value(QStringLiteral("phones")).value(0)}
                                   : QStringList();
    for (const QString &name : others) {
        if (!name.isEmpty()) {
            draft.set.insert(nameTarget, name.left(m_longestName));
            return;
        }
    }
    // One that could not be taken is told already.
    if (!texts.contains(nameTarget))
        wrong(draft, nameTarget, Words::tr("it is empty"));
}

/// Such as "E-mail: “x” is not an e-mail address".
void DraftReader::wrong(RecordDraft &draft, const QString &target, const QString &words) const
{
    const QString problem =
        Words::tr("%1: %2", "a field, and what is wrong with its value").arg(labelOf(target, m_custom), words);
    if (!draft.problems.contains(problem))
        draft.problems.append(problem);
}

} // namespace frontdesk::exchange
