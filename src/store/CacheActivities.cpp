// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheActivities.h"

namespace frontdesk::store {

namespace {

const QString columns = QStringLiteral("id, actor, verb, object_type, object_id, object_name, published, total_items,"
                                       " stream, seq, target_type, target_id, target_name");

Activity activityFrom(const Row &row)
{
    Activity activity{.id = ActivityId(row.text(0)),
                      .actor = UserId(row.text(1)),
                      .verb = row.text(2),
                      .object = {row.text(3), row.text(4), row.text(5)},
                      .target = {},
                      .published = row.number(6),
                      .totalItems = int(row.number(7)),
                      .stream = row.text(8),
                      .seq = row.number(9)};
    if (!row.text(10).isEmpty())
        activity.target = {row.text(10), row.text(11), row.text(12)};
    return activity;
}

} // namespace

CacheActivities::CacheActivities(Database &database, const QString &prefix)
    : m_put(database, QStringLiteral("INSERT INTO %1activities(%2) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                     " ON CONFLICT(id) DO UPDATE SET verb=excluded.verb,"
                                     " object_type=excluded.object_type, object_id=excluded.object_id,"
                                     " object_name=excluded.object_name, target_type=excluded.target_type,"
                                     " target_id=excluded.target_id, target_name=excluded.target_name,"
                                     " published=excluded.published, total_items=excluded.total_items,"
                                     " seq=excluded.seq WHERE excluded.seq>=seq")
                          .arg(prefix, columns))
    , m_removeOf(database, QStringLiteral("DELETE FROM %1activities WHERE stream=?").arg(prefix))
    , m_removeAbout(database, QStringLiteral("DELETE FROM %1activities WHERE object_id=?"
                                             " AND (stream='records' OR stream GLOB 'records:*')")
                                  .arg(prefix))
    , m_first(database, QStringLiteral("SELECT seq, published FROM %1activities ORDER BY seq LIMIT ?").arg(prefix))
    , m_removeUpTo(database, QStringLiteral("DELETE FROM %1activities WHERE seq<=?").arg(prefix))
    , m_before(database, QStringLiteral("SELECT %2 FROM %1activities WHERE seq<?"
                                        " AND (stream NOT GLOB 'conversation:*'"
                                        " OR EXISTS(SELECT 1 FROM %1streams s WHERE s.stream=%1activities.stream))"
                                        " ORDER BY seq DESC LIMIT ?")
                             .arg(prefix, columns))
{
}

void CacheActivities::put(const Activity &activity)
{
    const ActivityObject target = activity.target.value_or(ActivityObject());
    m_put.run(activity.id, activity.actor, activity.verb, activity.object.type, activity.object.id,
              activity.object.name, activity.published, activity.totalItems, activity.stream, activity.seq, target.type,
              target.id, target.name);
}

void CacheActivities::removeOf(const QString &stream)
{
    m_removeOf.run(stream);
}

void CacheActivities::removeAbout(const RecordRef &record)
{
    m_removeAbout.run(record.id);
}

int CacheActivities::removeFirst(qint64 before, int limit)
{
    std::optional<qint64> last;
    m_first.eachWhile(
        [&](const Row &row) {
            const bool goes = row.number(1) < before;
            if (goes)
                last = row.number(0);
            return goes;
        },
        limit);
    return last ? m_removeUpTo.run(*last) : 0;
}

QVector<Activity> CacheActivities::before(qint64 seq, int limit)
{
    QVector<Activity> activities;
    m_before.each([&](const Row &row) { activities.append(activityFrom(row)); }, seq, limit);
    return activities;
}

} // namespace frontdesk::store
