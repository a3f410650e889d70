// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Seed.h"

#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Stage {
    QLatin1String name;
    int probability; ///< percent
    QLatin1String kind;
};

constexpr std::array<Stage, 6> salesStages{{{"Lead"_L1, 10, "open"_L1},
                                            {"Qualified"_L1, 30, "open"_L1},
                                            {"Proposal"_L1, 50, "open"_L1},
                                            {"Negotiation"_L1, 70, "open"_L1},
                                            {"Won"_L1, 100, "won"_L1},
                                            {"Lost"_L1, 0, "lost"_L1}}};

Result<Done> make(Records &records, const Actor &admin, const CreateRecord &wanted)
{
    const auto created = records.crmKeeper.create(admin, wanted);
    return created ? Result<Done>(Done{}) : created.error();
}

CreateRecord firstPipeline(qint64 now)
{
    QJsonArray stages;
    for (const Stage &stage : salesStages)
        stages.append(QJsonObject{{u"id"_s, createUuidV7(milliseconds(now))},
                                  {u"name"_s, stage.name},
                                  {u"probability"_s, stage.probability},
                                  {u"kind"_s, stage.kind}});
    return {.record = {RecordKind::Pipeline, createUuidV7(milliseconds(now))},
            .set = {{fields::name, u"Sales"_s}, {u"stages"_s, stages}},
            .lists = {}};
}

CreateRecord workspace()
{
    return {.record = workspaceRecord(),
            .set = {{fields::visibility, u"everyone"_s}, {fields::statuses, firstStatuses()}},
            .lists = {}};
}

} // namespace

Result<Done> seedWorkspace(Records &records, qint64 now)
{
    const auto admin = records.accounts.firstOf(Role::Admin);
    if (!admin)
        return Done{};
    if (!records.crm.hasAny(RecordKind::Pipeline))
        if (const auto made = make(records, {*admin, now}, firstPipeline(now)); !made)
            return made;
    if (!records.crm.hasAny(RecordKind::Workspace))
        return make(records, {*admin, now}, workspace());
    return Done{};
}

} // namespace frontdesk::server
