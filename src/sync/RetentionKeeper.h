// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "store/Store.h"

#include <QtCore/QObject>

#include <optional>

namespace frontdesk::sync {

/// Lets messages leave the cache once they are older than the person wants to keep them: when that is chosen, and from
/// then on once a day. Engine thread.
class RetentionKeeper final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::hours pause{24};

    RetentionKeeper(store::Store &store, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    void keepFor(const std::optional<milliseconds> &age); ///< nothing: for ever
    void tick();
    /// When tick() is due, on the monotonic clock; nothing: not at all.
    [[nodiscard]] std::optional<milliseconds> deadline() const { return m_due; }

Q_SIGNALS:
    void changed(const frontdesk::store::Changes &changes);
    void failed(const frontdesk::Error &error);
    void deadlineMoved();

private:
    void prune(qint64 before);

    store::Store &m_store;
    std::shared_ptr<const Clock> m_clock;
    std::optional<milliseconds> m_age;
    std::optional<milliseconds> m_due;
    int m_choice = 0; ///< tells a step of this choice from one of an earlier
};

} // namespace frontdesk::sync
