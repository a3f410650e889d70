// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/Reminders.h"

#include "domain/RecordQuery.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString saidUntilKey = u"setting:remindedUntil"_s; // milliseconds since 1970
const QString reminder = u"reminder"_s;
constexpr qsizetype usuallyAtOnce = 100;  // the others are read when these have been said
constexpr qint64 mostAhead = 10 * 60'000; // milliseconds, of another device's clock

RecordQuery openTasksOf(const UserId &person, qint64 after)
{
    return {.kind = RecordKind::Task,
            .filters = {{fields::assignee, FilterTest::Is, person.text()},
                        {fields::done, FilterTest::IsNot, true},
                        {reminder, FilterTest::AtLeast, after + 1}},
            .sortBy = reminder};
}

qint64 timeOf(const RecordState &task)
{
    return task.fields[reminder].toInteger();
}

} // namespace

Reminders::Reminders(sync::Session &session, const Directory &directory, OwnValues &own,
                     std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_directory(directory)
    , m_own(own)
    , m_clock(std::move(clock))
    , m_refresh(
          this,
          [this] {
              m_readAfter = saidUntil();
              return m_session.store().records(openTasksOf(m_directory.me().id, m_readAfter));
          },
          [this](const store::RecordKeys &found) {
              whenDone(m_session.store().recordsAt(found.keys.mid(0, m_atOnce)), this,
                       [this, waiting = found.waiting, hasMore = found.keys.size() > m_atOnce](
                           const QHash<qint64, RecordState> &tasks) { take(waiting, tasks.values(), hasMore); });
          },
          [&session](std::chrono::milliseconds took) { return restOfList(session, took); })
    , m_atOnce(usuallyAtOnce)
    , m_begin(m_clock->utc().count())
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        const auto isTask = [](const RecordRef &record) { return record.kind == RecordKind::Task; };
        if (changes.everything || std::any_of(changes.records.begin(), changes.records.end(), isTask))
            m_refresh.request();
    });
    connect(&own, &OwnValues::changed, this, [this] { m_refresh.request(); });
    m_refresh.request();
}

qint64 Reminders::saidUntil()
{
    const qint64 now = m_clock->utc().count();
    m_begin = std::min(m_begin, now);
    m_saidHere = std::min(m_saidHere, now);
    const qint64 kept = m_own.value(saidUntilKey).toInteger(m_begin);
    // A clock that was wrong must not silence every device until its date comes.
    return std::max(kept > now + mostAhead ? m_begin : kept, m_saidHere);
}

void Reminders::take(const QVector<RecordState> &waiting, const QVector<RecordState> &next, bool hasMore)
{
    m_tasks = waiting + next;
    m_readUntil = std::numeric_limits<qint64>::max();
    m_atOnce = usuallyAtOnce;
    if (hasMore && !next.isEmpty()) {
        const auto [first, last] = std::minmax_element(
            next.begin(), next.end(), [](const auto &a, const auto &b) { return timeOf(a) < timeOf(b); });
        // What has been said is known by its time alone, so those of one moment are said together.
        m_readUntil = timeOf(*last) - 1;
        if (timeOf(*first) == timeOf(*last)) {
            m_atOnce = 2 * next.size();
            m_refresh.request();
        }
    }
    check();
}

void Reminders::check()
{
    const qint64 said = saidUntil();
    if (said < m_readAfter) {
        m_refresh.request(); // the clock was set back
        return;
    }
    const qint64 until = std::min<qint64>(m_clock->utc().count(), m_readUntil);
    QVector<RecordState> due;
    std::copy_if(m_tasks.begin(), m_tasks.end(), std::back_inserter(due),
                 [&](const RecordState &task) { return timeOf(task) > said && timeOf(task) <= until; });
    if (due.isEmpty())
        return;
    m_saidHere = until;
    m_own.set(saidUntilKey, until);
    m_refresh.request();
    Q_EMIT this->due(due);
}

} // namespace frontdesk::models
