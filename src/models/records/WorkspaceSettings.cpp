// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/WorkspaceSettings.h"

#include "domain/RecordSchema.h"
#include "models/RecordWords.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QVector<Status> &firstOnes()
{
    static const QVector<Status> statuses = statusesFrom(firstStatuses());
    return statuses;
}

const Status *find(const QVector<Status> &statuses, const QString &id)
{
    const auto found =
        std::find_if(statuses.begin(), statuses.end(), [&](const Status &status) { return status.id == id; });
    return found == statuses.end() ? nullptr : &*found;
}

} // namespace

WorkspaceSettings::WorkspaceSettings(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_statuses(firstOnes())
    , m_refresh(
          this, [&session] { return session.store().record(workspaceRecord()); },
          [this](const std::optional<RecordState> &workspace) { show(workspace); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.everything || changes.records.contains(workspaceRecord()))
            m_refresh.request();
    });
    m_refresh.request();
}

void WorkspaceSettings::show(const std::optional<RecordState> &workspace)
{
    const QJsonObject values = workspace ? workspace->fields : QJsonObject();
    QVector<Status> statuses = statusesFrom(values[fields::statuses]);
    if (statuses.isEmpty())
        statuses = firstOnes();
    const auto money = money::fromJson(values[fields::revenueTarget].toObject());
    const std::optional<Money> target = money ? std::optional(money.value()) : std::nullopt;
    if (m_statuses == statuses && m_target == target)
        return;
    m_statuses = std::move(statuses);
    m_target = target;
    Q_EMIT changed();
}

QString WorkspaceSettings::nameOf(const Status &status) const
{
    const Status *first = find(firstOnes(), status.id);
    return first && first->name == status.name ? words::choiceName(status.id) : status.name;
}

QString WorkspaceSettings::nameOf(const QString &id) const
{
    const Status *status = find(m_statuses, id);
    return status ? nameOf(*status) : words::choiceName(id);
}

QString WorkspaceSettings::colorOf(const Status &status)
{
    static const QHash<QString, QString> first{
        {u"lead"_s, u"accent"_s}, {u"qualified"_s, u"warn"_s}, {u"customer"_s, u"ok"_s}};
    return status.color.isEmpty() ? first.value(status.id, u"neutral"_s) : status.color;
}

QString WorkspaceSettings::colorOf(const QString &id) const
{
    const Status *status = find(m_statuses, id);
    return colorOf(status ? *status : Status{.id = id, .name = {}});
}

} // namespace frontdesk::models
