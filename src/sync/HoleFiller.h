// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "store/Store.h"

#include <QtCore/QSet>

namespace frontdesk::sync {

/// Fetches rows that were lost on the way: streams whose numbers jump say which. What does not come stays in the ledger
/// as a hole, and everything else goes on. Engine thread.
class HoleFiller final : public QObject {
    Q_OBJECT

public:
    HoleFiller(dialect::Link &link, store::Store &store, QObject *parent = nullptr);

    void fill(); ///< every hole that has not been asked for on this connection
    void stop(); ///< the link is gone

Q_SIGNALS:
    void changed(const frontdesk::store::Changes &changes);
    void filled(const frontdesk::store::Ledger::Hole &hole, int rows);
    void noticed(const frontdesk::Error &error);
    void failed(const frontdesk::Error &reason); ///< what came could not be written

private:
    void fetch(const store::Ledger::Hole &hole);
    void take(const store::Ledger::Hole &hole, const Result<QVector<DecodedRow>> &rows);

    dialect::Link &m_link;
    store::Store &m_store;
    int m_connection = 0;  ///< tells answers of this connection from those of an earlier one
    QSet<QString> m_asked; ///< on this connection; a hole that stays is not asked for again
};

} // namespace frontdesk::sync
