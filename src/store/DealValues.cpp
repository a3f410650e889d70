// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DealValues.h"

#include "domain/Money.h"
#include "domain/RecordSchema.h"
#include "domain/SearchText.h"
#include "store/JsonText.h"

namespace frontdesk::store {

namespace {

const QString probabilityOfDeal = QStringLiteral("probability");
const QString stageOfPlace = QStringLiteral("stage");

} // namespace

DealValues::DealValues(Database &database)
    : m_all(database, QStringLiteral("SELECT key, fields -> '$.%1', fields ->> '$.%2.%3', fields ->> '$.%4'"
                                     " FROM records WHERE kind='%5'")
                          .arg(fields::value, fields::place, stageOfPlace, probabilityOfDeal, nameOf(RecordKind::Deal)))
    , m_values(1)
{
}

DealValues::Value DealValues::Values::valueOf(const QJsonObject &money, const QString &stage,
                                              const QJsonValue &probability)
{
    const auto value = money::fromJson(money);
    const DealSum group{.stage = stage,
                        .currency = value ? value.value().currency : QString(),
                        .probability = probability.isDouble() ? probability.toInt() : -1};
    const auto [place, isNew] =
        places.try_emplace({group.stage, group.currency, group.probability}, int(groups.size()));
    if (isNew) {
        groups.append(group);
        m_stages.append(search::fold(stage).text);
    }
    return {place->second, value ? value.value().minor : 0};
}

DealValues::Value DealValues::Values::valueOf(const RecordState &deal)
{
    return valueOf(deal.fields[fields::value].toObject(), deal.fields[fields::place][stageOfPlace].toString(),
                   deal.fields[probabilityOfDeal]);
}

void DealValues::Values::insert(qint64 key, const Value &value)
{
    deals.insert(key, value);
    inStage[m_stages[value.group]].insert(key);
}

void DealValues::Values::remove(qint64 key)
{
    if (const auto value = deals.constFind(key); value != deals.cend()) {
        inStage[m_stages[value->group]].remove(key);
        deals.erase(value);
    }
}

DealValues::Values DealValues::read()
{
    Values values;
    m_all.each([&](const Row &row) {
        const QJsonValue probability = row.isNull(3) ? QJsonValue() : QJsonValue(row.number(3));
        values.insert(row.number(0), values.valueOf(jsonObject(row.text(1)), row.text(2), probability));
    });
    return values;
}

DealValues::Values &DealValues::values()
{
    return m_values.get(
        RecordKind::Deal, [this] { return read(); },
        [](Values &old, const QVector<ChangedRecord> &changed) {
            for (const ChangedRecord &record : changed) {
                old.remove(record.key);
                if (record.state && record.state->record.kind == RecordKind::Deal)
                    old.insert(record.key, old.valueOf(*record.state));
            }
        });
}

const KeySet *DealValues::passing(const QVector<RecordFilter> &filters)
{
    if (filters.size() != 1 || filters[0].field != fields::place || filters[0].test != FilterTest::Is)
        return nullptr;
    const QString stage = search::fold(filters[0].value.toString()).text;
    return stage.isEmpty() ? nullptr : &values().inStage[stage];
}

QVector<DealSum> DealValues::sums(const QVector<qint64> &keys, const QVector<const RecordState *> &others)
{
    Values &values = this->values();
    QVector<DealSum> sums = values.groups;
    const auto add = [&](const Value &value) {
        if (value.group >= sums.size())
            sums.append(values.groups.last());
        ++sums[value.group].deals;
        sums[value.group].minor += value.minor;
    };
    for (const qint64 key : keys)
        if (const auto value = values.deals.constFind(key); value != values.deals.cend())
            add(*value);
    for (const RecordState *deal : others)
        add(values.valueOf(*deal));
    sums.removeIf([](const DealSum &sum) { return sum.deals == 0; });
    return sums;
}

} // namespace frontdesk::store
