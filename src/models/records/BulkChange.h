// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/ReversibleChange.h"
#include "sync/Session.h"

#include <QtCore/QObject>

#include <deque>

namespace frontdesk::models {

/// Changes many records, a command each, in short steps: the next ones are given when the last ones are on the disk, so
/// that neither the window nor what else is to be written waits for thousands. One after the other. GUI thread.
class BulkChange : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool running READ running NOTIFY progressed FINAL)
    Q_PROPERTY(int done READ done NOTIFY progressed FINAL) ///< records that were looked at
    Q_PROPERTY(int total READ total NOTIFY progressed FINAL)

public:
    /// What was done, for taking it back; of those that were like that already there is none.
    using Finished = std::function<void(QVector<ReversibleChange>)>;
    static constexpr qsizetype perStep = 100;

    explicit BulkChange(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] bool running() const { return !m_jobs.empty(); }
    [[nodiscard]] int done() const { return running() ? int(m_jobs.front().at) : 0; }
    [[nodiscard]] int total() const { return running() ? int(m_jobs.front().size()) : 0; }

    /// `keys`: as a table has them; `others`: such as are not confirmed yet; `custom`: the fields that are defined.
    void change(QVector<qint64> keys, QVector<RecordRef> others, QJsonObject set, ListChanges lists,
                CustomFields custom, Finished finished);
    void takeBack(QVector<ReversibleChange> changes, Finished finished = {});

Q_SIGNALS:
    void progressed();

private:
    struct Job {
        QVector<qint64> keys;
        QVector<RecordRef> records; ///< after those
        std::function<std::optional<ReversibleChange>(const RecordState &)> plan;
        Finished finished;
        qsizetype at = 0;
        QVector<ReversibleChange> done;
        [[nodiscard]] qsizetype size() const { return keys.size() + records.size(); }
    };
    void start(Job job);
    void next();
    void readKeys(const QVector<qint64> &keys);
    void readRecords(const QVector<RecordRef> &records);
    void give(const QVector<RecordState> &states, qsizetype asked);
    void finish();

    sync::Session &m_session;
    std::deque<Job> m_jobs; ///< the first is under way
    CommandId m_last;       ///< of the step, to be written before the next one
};

} // namespace frontdesk::models
