// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Stages.h"

#include "domain/Id.h"
#include "domain/Types.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <algorithm>

namespace frontdesk {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isStage(const QJsonObject &stage)
{
    const QString kind = stage["kind"_L1].toString();
    const int probability = stage["probability"_L1].toInt(-1);
    const QString name = stage["name"_L1].toString();
    return stage.size() == 4 && isCanonicalUuid(stage["id"_L1].toString()) && !name.trimmed().isEmpty() &&
           codePoints(name) <= limits::title && probability >= 0 && probability <= 100 &&
           (kind == "open"_L1 || kind == "won"_L1 || kind == "lost"_L1);
}

bool haveIdsOfTheirOwn(const QVector<Stage> &stages)
{
    QSet<QString> ids;
    for (const Stage &stage : stages)
        ids.insert(stage.id);
    return ids.size() == stages.size();
}

} // namespace

QVector<Stage> stagesFrom(const QJsonValue &value)
{
    QVector<Stage> stages;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &stage : array)
        stages.append({stage["id"_L1].toString(), stage["name"_L1].toString(), stage["probability"_L1].toInt(),
                       stage["kind"_L1].toString()});
    return stages;
}

QJsonArray toJson(const QVector<Stage> &stages)
{
    QJsonArray array;
    for (const Stage &stage : stages)
        array.append(QJsonObject{{u"id"_s, stage.id},
                                 {u"name"_s, stage.name},
                                 {u"probability"_s, stage.probability},
                                 {u"kind"_s, stage.kind}});
    return array;
}

bool haveBothEnds(const QVector<Stage> &stages)
{
    const auto has = [&](QLatin1String kind) {
        return std::any_of(stages.begin(), stages.end(), [&](const Stage &stage) { return stage.kind == kind; });
    };
    return has("won"_L1) && has("lost"_L1);
}

QString problemWithStages(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    const bool areStages = value.isArray() && std::all_of(array.begin(), array.end(), [](const QJsonValue &stage) {
                               return isStage(stage.toObject());
                           });
    const QVector<Stage> stages = stagesFrom(array);
    if (!areStages || !haveIdsOfTheirOwn(stages))
        return u"They must be stages."_s;
    if (stages.size() > limits::stages)
        return u"There can be at most %1 stages."_s.arg(limits::stages);
    if (!haveBothEnds(stages))
        return u"There must be a stage that is won and one that is lost."_s;
    return {};
}

} // namespace frontdesk
