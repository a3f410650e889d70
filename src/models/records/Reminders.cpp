// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/Reminders.h"

#include "domain/RecordQuery.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString saidUntilKey = u"setting:remindedUntil"_s; // milliseconds since 1970
const QString reminder = u"reminder"_s;
constexpr qsizetype mostAtOnce = 100; // the others are read when these have been said

RecordQuery openTasksOf(const UserId &person, qint64 after)
{
    return {.kind = RecordKind::Task,
            .filters = {{fields::assignee, FilterTest::Is, person.text()},
                        {fields::done, FilterTest::IsNot, true},
                        {reminder, FilterTest::AtLeast, after + 1}},
            .sortBy = reminder};
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
          this, [this] { return m_session.store().records(openTasksOf(m_directory.me().id, saidUntil())); },
          [this](const store::RecordKeys &found) {
              whenDone(m_session.store().recordsAt(found.keys.mid(0, mostAtOnce)), this,
                       [this, waiting = found.waiting](const QHash<qint64, RecordState> &tasks) {
                           m_tasks = waiting + tasks.values();
                           check();
                       });
          },
          [&session](std::chrono::milliseconds took) { return restOfList(session, took); })
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

qint64 Reminders::saidUntil() const
{
    return m_own.value(saidUntilKey).toInteger(m_begin);
}

void Reminders::check()
{
    const qint64 said = saidUntil();
    const qint64 now = m_clock->utc().count();
    qint64 latest = said;
    QVector<RecordState> due;
    for (const RecordState &task : std::as_const(m_tasks))
        if (const qint64 at = task.fields[reminder].toInteger(); at > said && at <= now) {
            latest = std::max(latest, at);
            due.append(task);
        }
    if (due.isEmpty())
        return;
    m_own.set(saidUntilKey, due.size() < mostAtOnce ? now : latest);
    m_refresh.request();
    Q_EMIT this->due(due);
}

} // namespace frontdesk::models
