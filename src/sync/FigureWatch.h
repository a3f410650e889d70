// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Link.h"
#include "domain/Clock.h"
#include "store/Store.h"

namespace frontdesk::sync {

/// The figures that somebody looks at: asked for whenever there is a connection, brought up to date by what the server
/// tells, and kept in the cache for when there is none. Engine thread.
class FigureWatch final : public QObject {
    Q_OBJECT

public:
    FigureWatch(dialect::Link &link, store::Store &store, std::shared_ptr<const Clock> clock,
                QObject *parent = nullptr);

    void watch(const std::optional<figures::Query> &query); ///< nothing: nobody looks any more
    void online();
    void offline();

Q_SIGNALS:
    void changed(const frontdesk::figures::Answer &answer);
    void failed(const frontdesk::Error &error);

private:
    void ask();
    void show(const Result<figures::Answer> &answer);
    void update(const figures::Delta &delta);
    void save();

    dialect::Link &m_link;
    store::Store &m_store;
    std::shared_ptr<const Clock> m_clock;
    std::optional<figures::Query> m_query;
    std::optional<figures::Answer> m_shown; ///< to the query, from this connection
    bool m_online = false;
    int m_question = 0;        ///< tells the answer to the last question from earlier ones
    milliseconds m_savedAt{0}; ///< monotonic
    bool m_unsaved = false;
};

} // namespace frontdesk::sync
