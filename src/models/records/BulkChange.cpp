// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/BulkChange.h"

#include "domain/WhenDone.h"

#include <QtCore/QTimer>

#include <memory>

namespace frontdesk::models {

BulkChange::BulkChange(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &sync::Session::queued, this, [this](const CommandId &id) {
        if (running() && id == m_last)
            next();
    });
    // What could not be written is told by the session; what was can be taken back.
    connect(&session, &sync::Session::notQueued, this, [this](const QVector<Command> &commands) {
        if (!running() || commands.constLast().id != m_last)
            return;
        QVector<ReversibleChange> &done = m_jobs.front().done;
        done.resize(done.size() - commands.size());
        finish();
    });
}

void BulkChange::change(QVector<qint64> keys, QVector<RecordRef> others, QJsonObject set, ListChanges lists,
                        CustomFields custom, Finished finished)
{
    start({.keys = std::move(keys),
           .records = std::move(others),
           .plan = [set = std::move(set), lists = std::move(lists), custom = std::move(custom)](
                       const RecordState &state) { return changeOf(state, set, lists, custom); },
           .finished = std::move(finished),
           .at = 0,
           .done = {}});
}

void BulkChange::takeBack(QVector<ReversibleChange> changes, Finished finished)
{
    QVector<RecordRef> records;
    QHash<RecordRef, ReversibleChange> byRecord;
    for (const ReversibleChange &change : std::as_const(changes)) {
        records.append(change.record);
        byRecord.insert(change.record, change);
    }
    start({.keys = {},
           .records = std::move(records),
           .plan = [byRecord](const RecordState &state) { return reverseOf(byRecord.value(state.record), state); },
           .finished = std::move(finished),
           .at = 0,
           .done = {}});
}

void BulkChange::start(Job job)
{
    const bool isFirst = !running();
    m_jobs.push_back(std::move(job));
    Q_EMIT progressed();
    if (isFirst)
        next();
}

void BulkChange::next()
{
    m_last = {};
    Q_EMIT progressed();
    const Job &job = m_jobs.front();
    if (job.at < job.keys.size())
        readKeys(job.keys.mid(job.at, perStep));
    else if (job.at < job.size())
        readRecords(job.records.mid(job.at - job.keys.size(), perStep));
    else
        finish();
}

void BulkChange::readKeys(const QVector<qint64> &keys)
{
    whenDone(m_session.store().recordsAt(keys), this,
             [this, asked = keys.size()](const QHash<qint64, RecordState> &states) { give(states.values(), asked); });
}

void BulkChange::readRecords(const QVector<RecordRef> &records)
{
    // The reader answers in the order of the questions, so with the last one all are there.
    const auto states = std::make_shared<QVector<RecordState>>();
    for (const RecordRef &record : records)
        whenDone(m_session.store().record(record), this,
                 [this, states, asked = records.size(),
                  isLast = &record == &records.constLast()](const std::optional<RecordState> &state) {
                     if (state)
                         states->append(*state);
                     if (isLast)
                         give(*states, asked);
                 });
}

void BulkChange::give(const QVector<RecordState> &states, qsizetype asked)
{
    Job &job = m_jobs.front();
    QVector<CommandBody> changes;
    for (const RecordState &state : states)
        if (const auto change = job.plan(state)) {
            job.done.append(*change);
            changes.append(ChangeRecord{.record = change->record,
                                        .basis = {},
                                        .set = change->set,
                                        .was = change->before,
                                        .lists = change->lists,
                                        .resolves = {}});
        }
    job.at += asked;
    if (changes.isEmpty()) // all were like that already
        QTimer::singleShot(0, this, &BulkChange::next);
    else
        m_last = m_session.submit(std::move(changes)).constLast();
}

void BulkChange::finish()
{
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_last = {};
    Q_EMIT progressed();
    if (job.finished)
        job.finished(job.done);
    if (running())
        next();
}

} // namespace frontdesk::models
