// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/DuplicateIndex.h"
#include "sync/Session.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QThreadPool>

namespace frontdesk::models {

/// Who may be in the records of one kind twice. It reads all of them once, when it is made, follows what changes, and
/// compares in a thread of its own. GUI thread.
class DuplicateSearch : public QObject {
    Q_OBJECT

public:
    DuplicateSearch(sync::Session &session, RecordKind kind, QObject *parent = nullptr);
    ~DuplicateSearch() override;

    [[nodiscard]] RecordKind kind() const { return m_kind; }
    /// Of those that have been read by now.
    QFuture<QVector<matching::Candidate>> candidatesFor(const matching::Subject &subject);
    QFuture<QVector<matching::DuplicateGroup>> groups();
    [[nodiscard]] bool complete() const { return m_loaded; } ///< all have been read

Q_SIGNALS:
    void completed();
    void followed(); ///< a change of a record has been read

private:
    void load();
    void loadNext(const QVector<qint64> &keys, qsizetype from);
    void observe(const store::Changes &changes);
    void put(const QVector<RecordState> &states);
    template <class Answer>
    QFuture<Answer> ask(std::function<Answer(const matching::DuplicateIndex &)> question);

    static constexpr qsizetype perRead = 500;

    sync::Session &m_session;
    RecordKind m_kind;
    bool m_loaded = false;
    bool m_loading = false;
    bool m_again = false;                              ///< other records came while they were read
    std::shared_ptr<matching::DuplicateIndex> m_index; ///< in the pool's only thread
    QThreadPool m_pool;
};

} // namespace frontdesk::models
