// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "store/Store.h"

namespace frontdesk::sync {

/// When the server's journal is another one than that of which the cache is: which of this person's commands it does
/// not have, so that they are in the outbox again, and changes that wait have seen nothing of it. It has to be done
/// before the cursor is replaced, so that an end in between begins it again. Engine thread.
class LostCommands final : public QObject {
    Q_OBJECT

public:
    LostCommands(dialect::Link &link, store::Store &store, QObject *parent = nullptr);

    /// The server has gone back in time: it is asked about what it had acknowledged, and about changes that wait, as
    /// what they have seen may be gone.
    void find();
    /// The journal is a new one: only what changes have seen is forgotten.
    void forgetVersions();
    void stop(); ///< nothing of it is told any more but what is being written

Q_SIGNALS:
    void changed(const frontdesk::store::Changes &changes);
    /// As SyncEngine::lost.
    void lost(const QVector<frontdesk::Command> &waiting, const QVector<frontdesk::Command> &gone,
              const frontdesk::Error &reason);
    void done();
    void failed(const frontdesk::Error &reason); ///< instead of `done`

private:
    template <class Value>
    void read(const QFuture<Result<Value>> &reading, std::function<void(const Value &)> use);
    void readOutbox(std::function<void(const QVector<Command> &settled, const QVector<Command> &changes)> use);
    void lose(const QVector<Command> &commands, std::function<void()> then);
    void askKnown(const QVector<Command> &commands, qsizetype from);
    void takeKnown(const Result<QVector<CommandId>> &known, const QVector<Command> &commands, qsizetype from);

    dialect::Link &m_link;
    store::Store &m_store;
    int m_run = 0; ///< tells answers of this run from those of an earlier one
};

} // namespace frontdesk::sync
